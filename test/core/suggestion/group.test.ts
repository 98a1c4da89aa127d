import { describe, expect, test } from 'vitest';
import type { BlockId, GuideId, Sha256 } from '../../../content/core/base/ids.ts';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { groupSuggestions, type NewestGuide, type Received } from '../../../content/core/suggestion/group.ts';
import type { Suggestion } from '../../../content/core/suggestion/model.ts';
import { digestOf } from '../../../content/core/suggestion/suggestion-json.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { baseOf, sampleSuggestion } from '../../support/suggestions.ts';

const guide = 'house-rules' as GuideId;
const source =
  '---\nid: house-rules\ntitle: T\n---\n\n# House rules\n\nYou may hide a comment that breaks them.\n\nKeep a record of it.\n\nAsk the duty officer.\n';
const newestOf = (text: string): NewestGuide => ({
  source: text,
  digest: sha256(text),
  blocks: parseGuide(text, '').blocks.map((_, at) => `b${'cdefgh'[at]}aaaaaa` as BlockId),
});
const newest = new Map([[guide, newestOf(source)]]);
let minute = 10;
function received(special: Partial<Suggestion>): Received {
  minute += 1;
  const suggestion = sampleSuggestion({
    guide,
    base: baseOf(source),
    about: null,
    created: new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString(),
    ...special,
  });
  return { digest: digestOf(suggestion, sha256), suggestion };
}
const change = (from: string, to: string, special: Partial<Suggestion> = {}) =>
  received({ proposal: { kind: 'change', source: (special.base?.source ?? source).replace(from, to) }, ...special });
const shape = (items: readonly Received[], now = newest) =>
  groupSuggestions(items, now).groups.map(({ block, wordings, others, isOverlap }) => [
    block?.[1] ?? null,
    wordings.map(({ by }) => by.length),
    others.length,
    isOverlap,
  ]);
const standings = (items: readonly Received[], now = newest) => groupSuggestions(items, now).entries.map(({ standing }) => standing);

describe('suggestions side by side', () => {
  test('stand by block, in reading order, whatever order they came in', () => {
    expect(shape([change('duty officer', 'inspector'), change('may hide', 'must hide'), change('title: T', 'title: U')])).toEqual([
      [null, [1], 0, false],
      ['d', [1], 0, false],
      ['f', [1], 0, false],
    ]);
  });

  test('that say the same are one wording of several, the earliest first', () => {
    const items = [change('may', 'must'), change('may hide', 'must  hide'), change('may', 'should')];
    const { entries, groups } = groupSuggestions([...items].reverse(), newest);
    expect(entries.map(({ duplicateOf }) => duplicateOf)).toEqual([null, items[0]?.digest, null]);
    expect(groups.map(({ wordings, isOverlap }) => [wordings.map(({ by }) => by), isOverlap])).toEqual([
      [[[items[0]?.digest, items[1]?.digest], [items[2]?.digest]], true],
    ]);
  });

  test('that change a block and add one behind it do not overlap, two additions do', () => {
    const [one, two] = [change('Ask', 'Also this.\n\nAsk'), change('Ask', 'And that.\n\nAsk')];
    expect(shape([change('Keep a', 'Keep the'), one])).toEqual([['e', [1, 1], 0, false]]);
    expect(shape([one, two])).toEqual([['e', [1, 1], 0, true]]);
  });

  test('that touch several blocks stand at each of them', () => {
    const wide = change('Keep a record of it.\n\nAsk the duty officer.', 'Keep a record, and ask.');
    expect(shape([wide, change('Keep a', 'Keep the')])).toEqual([
      ['e', [1, 1], 0, true],
      ['f', [1], 0, false],
    ]);
  });

  test('made from an older edition are told by today’s blocks, and whether they still fit', () => {
    const old = source
      .replace('# House rules\n', '# House rules\n\nAn old first paragraph of several words.\n')
      .replace('Keep a record of it.', 'Keep a note.');
    const base = { edition: { version: 1, digest: sha256(old) }, source: old };
    const items = [
      change('may hide', 'must hide', { base }),
      change('Keep a note.', 'Keep a file.', { base }),
      change('Keep a note.', 'Keep a record of it.', { base }),
    ];
    expect(standings(items)).toEqual(['carried', 'conflict', 'taken']);
    expect(shape([items[0] as Received, change('may', 'must')])).toEqual([['d', [2], 0, false]]);
  });

  test('that were taken, change nothing, or are about a guide that is gone, are told', () => {
    const base = baseOf(source.replace('may hide', 'can hide'), 1);
    expect(
      standings([change('can hide', 'may hide', { base }), change('x-y', ''), change('may', 'must', { guide: 'other' as GuideId })]),
    ).toEqual(['taken', 'taken', 'gone']);
  });

  test('without a text stand beside, with the block that they are about', () => {
    const about = { ...(sampleSuggestion().about as NonNullable<Suggestion['about']>), blockDigest: '' };
    const at = (block: string) => ({ ...about, anchor: { ...about.anchor, block: block as BlockId } });
    const items = [
      received({ proposal: { kind: 'comment' }, about: at('beaaaaaa') }),
      received({ proposal: { kind: 'question' }, about: at('bzzzzzzz') }),
      received({ proposal: { kind: 'comment' }, guide: null, base: null }),
      received({ proposal: { kind: 'new-guide', source: 'New.', template: null }, base: null, guide: 'new' as GuideId }),
      received({ proposal: { kind: 'new-guide', source: 'New. ', template: null }, base: null, guide: 'new' as GuideId }),
    ];
    const { entries, groups } = groupSuggestions(items, newest);
    expect(groups.map(({ guide: of, block, others }) => [of, block, others.length])).toEqual([
      [guide, null, 1],
      [guide, 'beaaaaaa', 1],
      ['new', null, 2],
      [null, null, 1],
    ]);
    expect(entries.at(-1)?.duplicateOf).toBe(items[3]?.digest);
  });

  test('keep their supporters, and the same file twice is one', () => {
    const item = change('may', 'must');
    const support = received({ proposal: { kind: 'support', suggestion: item.digest }, base: null });
    const lost = received({ proposal: { kind: 'support', suggestion: 'f'.repeat(64) as Sha256 }, base: null });
    const { entries, groups } = groupSuggestions([item, item, support, lost], newest);
    expect([entries.length, entries[0]?.supporters, groups.length]).toEqual([3, [support.digest], 1]);
  });
});
