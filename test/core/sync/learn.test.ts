import { describe, expect, test } from 'vitest';
import type { AppError, ErrorCode } from '../../../content/core/base/error.ts';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { forgetOthers, learn } from '../../../content/core/sync/learn.ts';
import { emptyMemory, type ShareReport } from '../../../content/core/sync/model.ts';

const channel = 'x' as ChannelId;
const at = (minutes: number) => new Date(Date.parse('2026-11-22T09:00:00.000Z') + minutes * 60_000);
const error = (code: ErrorCode): AppError => ({ code, data: {} });
const report = (row: AppError | 'current' | 'imported', over: Partial<ShareReport> = {}): ShareReport => ({
  error: null,
  directory: { error: null, warnings: [] },
  channels: [
    typeof row === 'string'
      ? { channel, outcome: row, version: 7, error: null, warnings: [] }
      : { channel, outcome: 'failed', version: 7, error: row, warnings: [] },
  ],
  ...over,
});
const whole = (code: ErrorCode): ShareReport => ({ ...report('current'), error: error(code), channels: [] });

describe('after an attempt', () => {
  test('that was good, the next is in an hour and nothing is remembered against the share', () => {
    const memory = learn(learn(emptyMemory, 'a', whole('SHARE_UNREACHABLE'), at(0), 0.5), 'a', report('imported'), at(1), 0.5);
    expect(memory.shares).toMatchObject([{ failures: 0, trouble: null, good: at(1).toISOString(), next: at(61).toISOString() }]);
    expect(memory.shares[0]?.channels).toMatchObject([{ good: at(1).toISOString(), version: 7, trouble: null }]);
  });

  test('that failed, the pauses grow', () => {
    let memory = emptyMemory;
    const pauses = [0, 10, 20, 200, 500].map((minutes) => {
      memory = learn(memory, 'a', whole('SHARE_UNREACHABLE'), at(minutes), 0.5);
      return (Date.parse(memory.shares[0]?.next ?? '') - at(minutes).getTime()) / 60_000;
    });
    expect(pauses).toEqual([1, 5, 30, 120, 360]);
    expect(memory.shares[0]).toMatchObject({ failures: 5, reached: null, trouble: { count: 5 } });
  });

  test('that could not read the directory, the channels keep what is known of them', () => {
    const memory = learn(learn(emptyMemory, 'a', report('current'), at(0), 0.5), 'a', whole('TAMPERED'), at(60), 0.5);
    expect(memory.shares[0]).toMatchObject({ trouble: { error: { code: 'TAMPERED' } }, channels: [{ good: at(0).toISOString() }] });
  });

  test('whose directory alone was bad, that is remembered beside the channels', () => {
    const found = report('current', { directory: { error: error('INCOMPLETE'), warnings: [] } });
    expect(learn(emptyMemory, 'a', found, at(0), 0.5).shares[0]).toMatchObject({ trouble: null, directory: { count: 1 }, failures: 1 });
  });

  test('that offered something newer in part, that is remembered until it is in', () => {
    const found = report(error('INCOMPLETE'));
    const part = learn(emptyMemory, 'a', { ...found, channels: found.channels.map((row) => ({ ...row, offered: 9 })) }, at(0), 0.5);
    expect(part.shares[0]?.channels[0]?.offered).toBe(9);
    expect(learn(part, 'a', report('imported'), at(1), 0.5).shares[0]?.channels[0]?.offered).toBeNull();
  });

  test('that was called off, only what was done counts, and the plan stays', () => {
    const before = learn(emptyMemory, 'a', whole('SHARE_UNREACHABLE'), at(0), 0.5);
    const found = report('imported', { error: error('CANCELLED') });
    const memory = learn(before, 'a', found, at(2), 0.5);
    expect(memory.shares[0]).toMatchObject({ next: before.shares[0]?.next, failures: 1, channels: [{ good: at(2).toISOString() }] });
  });

  test('that this PC made fail, the share is not blamed', () => {
    const before = learn(emptyMemory, 'a', report('current'), at(0), 0.5);
    const memory = learn(before, 'a', report(error('NO_SPACE')), at(60), 0.5);
    expect(memory).toMatchObject({ local: { error: { code: 'NO_SPACE', data: { share: 'a' } } }, shares: [{ trouble: null }] });
    expect(memory.shares[0]?.channels[0]?.trouble).toBeNull();
    expect(learn(memory, 'b', report('current'), at(61), 0.5).local).not.toBeNull();
    expect(learn(memory, 'a', report('current'), at(61), 0.5).local).toBeNull();
  });
});

test('a share that is configured no more is forgotten with its troubles', () => {
  const memory = learn(learn(emptyMemory, 'a', whole('NO_SPACE'), at(0), 0.5), 'b', report('current'), at(0), 0.5);
  expect(forgetOthers(memory, ['b'])).toMatchObject({ shares: [{ share: 'b' }], local: null });
  expect(forgetOthers(memory, ['a', 'b'])).toEqual(memory);
});

test('what an import mended is remembered with its time, and a later one that mended nothing does not undo it', () => {
  const memory = learn(emptyMemory, 'a', report('current', { repaired: ['store-b.json'] }), at(0), 0.5);
  expect(memory.repaired).toBe(at(0).toISOString());
  expect(learn(memory, 'a', report('current'), at(60), 0.5).repaired).toBe(at(0).toISOString());
  expect(learn(emptyMemory, 'a', report('current', { repaired: [] }), at(0), 0.5).repaired).toBeNull();
});
