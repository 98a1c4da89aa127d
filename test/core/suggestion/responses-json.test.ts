import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockId, GuideId, Sha256 } from '../../../content/core/base/ids.ts';
import { decodeUtf8, encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { declineReasons, type Responses, responseLimits } from '../../../content/core/suggestion/responses.ts';
import { readResponses, writeResponses } from '../../../content/core/suggestion/responses-json.ts';

const digest = (sign: string): Sha256 => sign.repeat(64) as Sha256;
const on = '2026-11-23';
const sample: Responses = {
  answers: [
    {
      suggestion: digest('a'),
      events: [
        { state: 'received', on, words: '' },
        { state: 'in-review', on, words: '' },
        { state: 'accepted', on, words: 'Yes.', edition: '2.4' },
      ],
    },
    { suggestion: digest('b'), events: [{ state: 'declined', on, words: 'Not ours.', reason: 'out-of-scope' }] },
    { suggestion: digest('c'), events: [{ state: 'reworded', on, words: '', edition: '2.4' }] },
  ],
  open: [
    {
      suggestion: digest('d'),
      guide: 'house-rules' as GuideId,
      blocks: [{ block: 'baaaaaaa' as BlockId, next: 'x' }],
      kind: 'wording',
      forces: ['Kent'],
      since: on,
    },
  ],
};
const read = (value: unknown) => readResponses(encodeUtf8(JSON.stringify(value)));
const raw = () =>
  JSON.parse(decodeUtf8(writeResponses(sample)) ?? '') as {
    format: number;
    answers: Record<string, unknown>[];
    open: Record<string, unknown>[];
  };

describe('responses.json', () => {
  test('comes back as it went', () => {
    expect(readResponses(writeResponses(sample))).toEqual({ responses: sample, refused: 0, isNewer: false });
  });

  test('has the same bytes in whatever order its entries came', () => {
    const turned = { answers: [...sample.answers].reverse(), open: sample.open };
    expect(decodeUtf8(writeResponses(turned))).toBe(decodeUtf8(writeResponses(sample)));
  });

  test('of a newer app is read as far as it goes', () => {
    expect(read({ ...raw(), format: 2, more: [] })).toEqual({ responses: sample, refused: 0, isNewer: true });
  });

  test.each([
    ['no JSON', encodeUtf8('{')],
    ['a list', encodeUtf8('[]')],
    ['no UTF-8', Uint8Array.of(0xff)],
    ['a tower of brackets', encodeUtf8('['.repeat(50_000))],
    ['a huge file', new Uint8Array(responseLimits.fileBytes + 1)],
  ])('%s is none', (_, bytes) => {
    expect(readResponses(bytes)).toEqual({ responses: { answers: [], open: [] }, refused: 1, isNewer: false });
  });

  test.each<[string, Record<string, unknown>]>([
    ['no digest', { suggestion: 'x' }],
    ['no events', { events: [] }],
    ['too many events', { events: Array.from({ length: 21 }, () => ({ state: 'received', on, words: '' })) }],
    ['an unknown state', { events: [{ state: 'burnt', on, words: '' }] }],
    ['an edition of no form', { events: [{ state: 'accepted', on, words: '', edition: '<b>' }] }],
    ['a refusal without a reason', { events: [{ state: 'declined', on, words: '' }] }],
    ['half an answer', { events: [{ state: 'received', on, words: '' }, null] }],
    ['no day', { events: [{ state: 'received', on: 'today', words: '' }] }],
    ['too many words', { events: [{ state: 'received', on, words: 'x'.repeat(2_001) }] }],
  ])('an answer with %s is passed over, the others stay', (_, special) => {
    const value = raw();
    value.answers[1] = { ...value.answers[1], ...special };
    expect(read(value)).toEqual({ responses: { ...sample, answers: [sample.answers[0], sample.answers[2]] }, refused: 1, isNewer: false });
  });

  test.each<[string, Record<string, unknown>]>([
    ['a guide that is none', { guide: '../x' }],
    ['a block that is none', { blocks: [{ block: 'x', next: '' }] }],
    ['too many blocks', { blocks: Array.from({ length: 51 }, () => ({ block: 'baaaaaaa', next: '' })) }],
    ['a kind that is none', { kind: 'order' }],
    ['a force that is a book', { forces: ['x'.repeat(121)] }],
    ['no day', { since: 7 }],
  ])('an open one with %s is passed over', (_, special) => {
    const value = raw();
    value.open[0] = { ...value.open[0], ...special };
    expect(read(value)).toEqual({ responses: { ...sample, open: [] }, refused: 1, isNewer: false });
  });

  test('of two answers to one suggestion the first stands', () => {
    const value = raw();
    value.answers.push({ ...value.answers[0], events: value.answers[1]?.events });
    expect(read(value)).toEqual({ responses: sample, refused: 1, isNewer: false });
  });

  test('every reason comes back, and no JSON makes it throw', () => {
    for (const reason of declineReasons) {
      const responses: Responses = {
        answers: [{ suggestion: digest('e'), events: [{ state: 'declined', on, words: '', reason }] }],
        open: [],
      };
      expect(readResponses(writeResponses(responses)).responses).toEqual(responses);
    }
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (answers, open) => {
        expect(() =>
          read({ answers: [answers, { ...raw().answers[0], events: [answers] }], open: [open, { ...raw().open[0], blocks: open }] }),
        ).not.toThrow();
      }),
    );
  });
});
