import { describe, expect, test } from 'vitest';
import { type Figures, shortForm } from '../support/torture.ts';
import { noteCrashSuite } from './note-crash.ts';
import { noteFaultSuite } from './note-faults.ts';
import { notePowerSuite } from './note-power.ts';
import { noteStraceSuite } from './note-strace.ts';
import { noteWriterSuite } from './note-writers.ts';
import { canStrace } from './store-strace.ts';

function whole({ cases, accepted, crashes, failures }: Figures, atLeast: number): void {
  expect(failures).toEqual([]);
  expect(crashes).toBe(0);
  expect(accepted).toBe(cases);
  expect(cases).toBeGreaterThanOrEqual(atLeast);
}

describe('no note is lost or half-written', () => {
  test('when the process is killed at any change of a file', async () => {
    const figures = await noteCrashSuite(shortForm);
    whole(figures, 60);
    expect(figures.notes.killed).toBeGreaterThanOrEqual(15);
  });

  test('when a call on files fails', async () => {
    const figures = await noteFaultSuite(shortForm);
    whole(figures, 60);
    expect(Object.keys(figures.notes)).toEqual(expect.arrayContaining(['fine', 'NO_SPACE', 'STORE_DENIED']));
  });

  test('when the power is cut', async () => {
    const figures = await notePowerSuite(shortForm);
    whole(figures, 100);
    expect(figures.notes.answered).toBeGreaterThanOrEqual(10);
  });

  test('when several processes write at once and one of them is killed', async () => {
    const { failures, notes } = await noteWriterSuite(shortForm);
    expect(failures).toEqual([]);
    expect(notes.killed).toBe(1);
    expect(notes.answered).toBeGreaterThanOrEqual(100);
  });

  test.skipIf(!canStrace)('when the process is killed as it enters a real system call (needs strace, and leave to trace)', async () => {
    const figures = await noteStraceSuite(shortForm);
    whole(figures, 15);
    expect(figures.notes.killed).toBeGreaterThanOrEqual(figures.cases / 2);
  });
});
