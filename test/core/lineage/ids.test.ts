import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BlockId, type GuideId, isBlockId, type Sha256 } from '../../../content/core/base/ids.ts';
import { blockDigest, carryIds, withDigests } from '../../../content/core/lineage/ids.ts';
import { traceBlocks } from '../../../content/core/lineage/trace.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') as Sha256;
const guide = 'x-setup' as GuideId;
const blocksOf = (texts: readonly string[]) =>
  withDigests(
    texts.map((text) => ({ kind: 'paragraph' as const, text })),
    sha256,
  );

function first(texts: readonly string[]): readonly BlockId[] {
  const next = blocksOf(texts);
  return carryIds(guide, next, traceBlocks([], next), [], sha256);
}

/** Ids of the next edition, of a guide whose texts had these ids. */
function second(old: readonly string[], ids: readonly BlockId[], texts: readonly string[]): readonly BlockId[] {
  const next = blocksOf(texts);
  const before = blocksOf(old).map((block, index) => ({ ...block, id: ids[index] as BlockId }));
  return carryIds(guide, next, traceBlocks(before, next), ids, sha256);
}

test('the digest is the first half of the hash of the text', () => {
  expect(blockDigest('a', sha256)).toBe(createHash('sha256').update('a').digest('hex').slice(0, 16));
});

test('ids follow from guide, kind, text and place among equals', () => {
  expect(first(['a', 'b', 'a'])).toEqual(first(['a', 'b', 'a']));
  const [a, b, again] = first(['a', 'b', 'a']);
  expect(new Set([a, b, again]).size).toBe(3);
  expect(a).toMatch(/^b[a-z2-7]{7}$/);
});

test('where two hashes begin alike the second id is longer', () => {
  const same = (_: Uint8Array) => `${'0'.repeat(60)}ffff` as Sha256;
  const next = withDigests(
    [
      { kind: 'paragraph', text: 'a' },
      { kind: 'paragraph', text: 'b' },
    ],
    same,
  );
  const ids = carryIds(guide, next, { blocks: next.map(() => ({ change: 'new' as const, from: null })), gone: [] }, [], same);
  expect(ids).toEqual(['baaaaaaa', 'baaaaaaaa']);
});

test('the id of a deleted block is not given to the same words written anew elsewhere', () => {
  const ids = first(['one', 'two']);
  expect(second(['one', 'two'], ids, ['three', 'four']).some((id) => ids.includes(id))).toBe(false);
});

const words = fc.array(fc.constantFrom('ask', 'post', 'owner', 'log', 'hours', 'name', 'page', 'rule', 'case', 'reply', 'force', 'check'), {
  minLength: 1,
  maxLength: 14,
});
const text = words.map((list) => list.join(' '));
const texts = fc.array(text, { minLength: 1, maxLength: 25 });
const distinct = fc.uniqueArray(text, { minLength: 2, maxLength: 25 });

describe('laws', () => {
  test('ids are valid and unique, in the first edition and the next', () => {
    fc.assert(
      fc.property(texts, texts, (old, next) => {
        const ids = first(old);
        for (const list of [ids, second(old, ids, next)]) {
          expect(new Set(list).size).toBe(list.length);
          expect(list.every((id) => isBlockId(id))).toBe(true);
        }
      }),
    );
  });

  test('the same text keeps every id', () => {
    fc.assert(
      fc.property(texts, (old) => {
        expect(second(old, first(old), old)).toEqual(first(old));
      }),
    );
  });

  test('deleting a block keeps the ids of the others', () => {
    fc.assert(
      fc.property(distinct, fc.nat(), (old, pick) => {
        const at = pick % old.length;
        const ids = first(old);
        expect(second(old, ids, old.toSpliced(at, 1))).toEqual(ids.toSpliced(at, 1));
      }),
    );
  });

  test('moving a block keeps all ids', () => {
    fc.assert(
      fc.property(distinct, fc.nat(), fc.nat(), (old, from, to) => {
        const ids = first(old);
        const move = <T>(list: readonly T[]) => {
          const rest = list.toSpliced(from % list.length, 1);
          return rest.toSpliced(to % list.length, 0, list[from % list.length] as T);
        };
        expect(second(old, ids, move(old))).toEqual(move(ids));
      }),
    );
  });

  test('rewording one word keeps all ids', () => {
    fc.assert(
      fc.property(distinct, fc.nat(), fc.nat(), (old, pick, word) => {
        const at = pick % old.length;
        const parts = (old[at] as string).split(' ');
        parts[word % parts.length] = 'reworded';
        const ids = first(old);
        expect(second(old, ids, old.with(at, parts.join(' ')))).toEqual(ids);
      }),
    );
  });
});
