import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tick } from '../../content/core/annotation/clock.ts';
import { mergeRecords } from '../../content/core/annotation/merge.ts';
import { isDeleted, type NoteRecord } from '../../content/core/annotation/model.ts';
import type { NoteFile } from '../../content/core/annotation/note-file.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import { sha256 } from '../../content/node/hash.ts';
import { exchangeFault, guideOfName, listTheirs, planExchange, writeTheirs } from '../../content/node/note-exchange.ts';
import { sampleNote } from '../support/notes.ts';
import { tempFolder } from '../support/temp.ts';

const fileOf = (records: readonly NoteRecord[], special: Partial<NoteFile> = {}): NoteFile => ({
  ...{ records, refused: [], isNewer: false, isDamaged: false },
  ...special,
});
const [one, two, three] = [sampleNote({ text: 'one' }), sampleNote({ text: 'two' }), sampleNote({ text: 'three' })];
const watch = { asked: () => undefined, answered: () => undefined };

describe('what is to be exchanged', () => {
  test.each<[string, readonly NoteRecord[], NoteFile | null, readonly NoteRecord[], readonly NoteRecord[] | null]>([
    ['nothing on either side', [], null, [], null],
    ['only here', [one], null, [], [one]],
    ['only there', [], fileOf([one]), [one], null],
    ['the same on both sides', [one], fileOf([{ ...one }]), [], null],
    ['one on either side', [one], fileOf([two]), [two], [two, one]],
    ['newer here', [{ ...one, text: 'more', clock: { a: 2 } }], fileOf([one]), [], [{ ...one, text: 'more', clock: { a: 2 } }]],
    ['newer there', [one], fileOf([{ ...one, text: 'more', clock: { a: 2 } }]), [{ ...one, text: 'more', clock: { a: 2 } }], null],
    ['spoilt there, with nothing to add', [one], fileOf([one], { isDamaged: true }), [], [one]],
    ['of a newer app', [one], fileOf([two], { isNewer: true }), [], null],
  ])('%s', (_, ours, file, take, write) => {
    expect(planExchange(ours, { file, copies: [] })).toMatchObject({ take, write });
  });

  test('copies that a sync program made count on both sides', () => {
    expect(planExchange([one], { file: fileOf([two]), copies: [fileOf([three]), fileOf([one])] })).toMatchObject({
      take: [two, three],
      write: [two, three, one],
    });
    expect(planExchange([], { file: null, copies: [fileOf([one], { isNewer: true })] }).isNewer).toBe(true);
  });

  test('whatever three PCs change, and in whatever order they look, all end with the same and nobody lacks words', () => {
    const step = fc.record({ pc: fc.nat(2), id: fc.nat(3), what: fc.constantFrom('write', 'delete', 'look', 'look') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const pcs: NoteRecord[][] = [[], [], []];
        let there: NoteFile | null = null;
        const look = (pc: number) => {
          const plan = planExchange(pcs[pc] ?? [], { file: there, copies: [] });
          pcs[pc] = [...mergeRecords(pcs[pc] ?? [], plan.take, sha256)];
          if (plan.write) there = fileOf(plan.write);
        };
        steps.forEach(({ pc, id, what }, at) => {
          if (what === 'look') {
            look(pc);
            return;
          }
          const name = [one, two, three, one][id]?.id ?? one.id;
          const known = pcs[pc]?.find((record) => record.id === name);
          const clock = tick(known?.clock ?? {}, `pc${pc}`);
          if (what === 'delete' && !known) return;
          const next: NoteRecord =
            what === 'delete'
              ? { id: name, deleted: '2026-11-23T09:00:00.000Z', clock }
              : sampleNote({ id: name, text: `${pc} ${at}`, clock, modified: new Date(1_700_000_000_000 + at).toISOString() });
          pcs[pc] = [...(pcs[pc] ?? []).filter((record) => record.id !== name), next];
        });
        const last = steps.flatMap(({ pc, what }, at) => (what === 'write' ? [`${pc} ${at}`] : []));
        for (let round = 0; round < 3; round += 1) for (const pc of [0, 1, 2]) look(pc);
        const sorted = pcs.map((records) =>
          JSON.stringify([...records].sort((a, b) => (a.id < b.id ? -1 : 1)).map((r) => [r.id, isDeleted(r) ? null : r.text])),
        );
        expect(new Set(sorted).size).toBe(1);
        // The very last writing of all cannot have been seen by anybody who wrote after it.
        const end = steps.findLastIndex(({ what }) => what !== 'look');
        if (steps[end]?.what === 'write') expect(sorted[0]).toContain(last.at(-1));
        for (const pc of [0, 1, 2])
          expect(planExchange(pcs[pc] ?? [], { file: there, copies: [] })).toMatchObject({ take: [], write: null });
      }),
      { numRuns: 300 },
    );
  });
});

describe('names of files', () => {
  test.each([
    ['house-rules.json', 'house-rules', false],
    ['house-rules.sync-conflict-20261123-101500-ABCDEFG.json', 'house-rules', true],
    ["house-rules (Sam's conflicted copy 2026-11-23).json", 'house-rules', true],
    ['house-rules (conflicted copy 2026-11-23 101500).json', 'house-rules', true],
    ['house-rules(1).json', 'house-rules', true],
    ['house-rules-PC0042.json', 'house-rules', true],
    ['house-rules-LT-4F2K-2.json', 'house-rules', true],
  ])('%s', (name, guide, isCopy) => {
    expect(guideOfName(name)).toEqual({ guide, isCopy });
  });

  test.each([
    '.json',
    '.house-rules.json',
    'house-rules.damaged-0123456789ab.json',
    'House-Rules.json',
    'a b.json',
    '../x.json',
    `${'a'.repeat(80)}.json`,
    'notes.txt',
    '-PC.json',
  ])('%s is none', (name) => {
    expect(guideOfName(name)).toBeNull();
  });

  test('are listed with no more than twenty copies of a guide', () => {
    const folder = tempFolder();
    for (let at = 0; at < 30; at += 1) writeFileSync(path.join(folder, `house-rules (${at}).json`), '');
    mkdirSync(path.join(folder, 'images.json'));
    expect(listTheirs(folder, watch)).toHaveLength(20);
  });
});

test('what is written in pieces is there whole, and nothing is left of what could not be', async () => {
  const folder = tempFolder();
  const calls: string[] = [];
  const long = Array.from({ length: 100 }, () => sampleNote({ text: 'x'.repeat(10_000) }));
  await writeTheirs(folder, 'house-rules' as GuideId, long, { asked: () => calls.push('asked'), answered: () => calls.push('answered') });
  expect(readdirSync(folder)).toEqual(['house-rules.json']);
  expect(calls.length).toBeGreaterThan(16);
  mkdirSync(path.join(folder, 'images.json'));
  await expect(writeTheirs(folder, 'images' as GuideId, long, watch)).rejects.toMatchObject({ code: 'SHARE_UNREACHABLE' });
  expect(readdirSync(folder)).toEqual(['house-rules.json', 'images.json']);
  rmSync(folder, { recursive: true });
  await expect(writeTheirs(folder, 'images' as GuideId, long, watch)).rejects.toMatchObject({ code: 'SHARE_UNREACHABLE' });
});

test('a full disk there is told from a folder that is out of reach', () => {
  expect(exchangeFault(Object.assign(new Error(), { code: 'ENOSPC' })).code).toBe('NO_SPACE');
  expect(exchangeFault(Object.assign(new Error(), { code: 'EACCES' })).code).toBe('SHARE_DENIED');
  expect(exchangeFault(Object.assign(new Error(), { code: 'EIO' })).code).toBe('SHARE_UNREACHABLE');
});
