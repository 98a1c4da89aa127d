import { describe, expect, test } from 'vitest';
import { groupSentence, inputOf, keysMeant, publishLine, sayDrafts, sayRefusal, signLine } from '../../content/cli/founding-words.ts';
import { newCard } from '../support/cards.ts';

const now = new Date('2026-11-22T12:00:00Z');
const [ann, ben] = [newCard('Ann'), newCard('Ben')];
const options = (...given: readonly (readonly [string, string])[]) => new Map(given);

function listener() {
  const [out, err]: [string[], string[]] = [[], []];
  return {
    out,
    err,
    terminal: {
      out: (text: string) => out.push(text),
      note: (text: string) => err.push(text),
      progress: () => undefined,
      done: () => undefined,
    },
  };
}

test('the share is needed, a note bounded, the root optional', () => {
  expect(() => inputOf(options(), now, '')).toThrow('--share');
  expect(inputOf(options(['share', 's']), now, 'why')).toEqual({ share: 's', now, note: 'why', pinnedRoot: null });
  expect(inputOf(options(['share', 's'], ['note', 'because']), now, 'why').note).toBe('because');
  expect(() => inputOf(options(['share', 's'], ['note', 'x'.repeat(3_000)]), now, '')).toThrow('2000 characters');
});

test('people are meant by name or key, several with commas', () => {
  expect(keysMeant([ann, ben], `ben, ${ann.keyid.slice(0, 10)}`)).toEqual([ben, ann]);
  expect(() => keysMeant([ann], 'Cat')).toThrow(`Nobody here is "Cat". There are Ann, Test Police (${ann.keyid.slice(0, 8)}).`);
  expect(() => keysMeant([ann, { ...ben, name: 'Ann' }], 'Ann')).toThrow('More than one');
});

describe('sentences', () => {
  test.each([
    [{ why: 'few', role: 'stewards', count: 2, limit: 3 }, 'at least 3 stewards; these are 2'],
    [{ why: 'many', role: 'editors', count: 10, limit: 9 }, 'at most 9 editors'],
    [{ why: 'key', role: 'editors', who: ann }, 'The key of Ann, Test Police is there twice'],
    [{ why: 'person', role: 'editors', who: ann }, 'would hold two keys'],
    [{ why: 'both', who: ann }, 'is a steward'],
  ] as const)('for %j', (fault, sentence) => expect(groupSentence(fault)).toContain(sentence));

  test('for drafts that wait, and the commands that come next', () => {
    const { out, err, terminal } = listener();
    sayDrafts([{ repository: 'x', id: '1-aaaaaa', version: 2, others: ['0-bbbbbb'], again: '2-cccccc' }], terminal);
    expect(out).toEqual([
      expect.stringContaining('Draft 1-aaaaaa of root 2 of x'),
      expect.stringContaining('Draft 2-cccccc of the published guides'),
    ]);
    expect(err).toEqual([expect.stringContaining('0-bbbbbb')]);
    expect([signLine('s', 'x', '1-a'), publishLine('s', 'x', '1-a')]).toEqual([
      'guides sign x 1-a --key <file> --share s',
      'guides publish x 1-a --key <file> --share s',
    ]);
  });

  test('for a refusal, with its reference, as JSON too', () => {
    const { out, err, terminal } = listener();
    expect(sayRefusal({ code: 'CHANNEL_UNKNOWN', data: { channel: 'y' } }, terminal, true)).toBe(2);
    expect(sayRefusal({ code: 'TAMPERED', data: { file: 'root.json', why: 'signatures' } }, terminal, false)).toBe(1);
    expect([JSON.parse(out[0] as string), err.length]).toEqual([expect.objectContaining({ ok: false }), 1]);
  });
});
