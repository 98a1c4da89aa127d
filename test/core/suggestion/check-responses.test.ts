// What a group keeps beside its guides: line by line, and nothing of it published that readers would pass over.
import { describe, expect, it } from 'vitest';
import type { GuideId, Sha256 } from '../../../content/core/base/ids.ts';
import { decodeUtf8, encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { checkResponses, writeResponsesSource } from '../../../content/core/suggestion/check-responses.ts';
import { noResponses, type Responses, withEvent, withOpen } from '../../../content/core/suggestion/responses.ts';
import { writeResponses } from '../../../content/core/suggestion/responses-json.ts';

const digest = (digit: string): Sha256 => digit.repeat(64) as Sha256;
const open = { guide: 'house-rules' as GuideId, blocks: [], kind: 'wording' as const, forces: ['Kent Police'], since: '2026-11-23' };
const answered = withEvent(noResponses, digest('a'), { state: 'accepted', edition: '0.2', on: '2026-11-24', words: 'Thank you.' });
const sample: Responses = withOpen(withEvent(answered, digest('b'), { state: 'received', on: '2026-11-24', words: '' }), {
  ...open,
  suggestion: digest('b'),
});
const text = decodeUtf8(writeResponsesSource(sample)) ?? '';
const faults = (source: string) => {
  const read = checkResponses(encodeUtf8(source));
  return read.ok ? 'fine' : read.error.map(({ line, message }) => `${line} ${message}`);
};

describe('responses.json beside the guides', () => {
  it('has a line for each entry, and is what was written', () => {
    expect(text.split('\n')).toHaveLength(9);
    expect(checkResponses(encodeUtf8(text))).toEqual({ ok: true, value: sample });
    expect(checkResponses(writeResponses(sample))).toEqual({ ok: true, value: sample });
    expect(checkResponses(writeResponsesSource(noResponses))).toEqual({ ok: true, value: noResponses });
  });

  it('is the same whatever the order in which it was answered', () => {
    const turned = { answers: [...sample.answers].reverse(), open: sample.open };
    expect(decodeUtf8(writeResponsesSource(turned))).toBe(text);
  });

  it.each([
    ['an entry that no reader takes', text.replace('"accepted"', '"agreed"'), ['3 Entry 1 of "answers" (aaaaaaaa) is not as it must be.']],
    ['an entry of the second list', text.replace('"wording"', '"words"'), ['7 Entry 1 of "open" (bbbbbbbb) is not as it must be.']],
    [
      'one twice, as a bad merge leaves it',
      text.replace(/^(.*"aaa.*),$/m, '$1,\n$1,'),
      ['4 Entry 2 of "answers" (aaaaaaaa) is there twice.'],
    ],
    ['an entry without a name', text.replace(`"${digest('a')}"`, '7'), ['0 Entry 1 of "answers" is not as it must be.']],
    ['marks of a merge', text.replace('],\n"open"', '],\n<<<<<<< HEAD\n"open"'), ['6 The file is not JSON here.']],
    ['half a file', text.slice(0, -4), ['7 The file is not JSON here.']],
    ['a newer format', text.replace('"format": 1', '"format": 2'), ['0 A newer National Guides wrote this file: use the newer program.']],
    ['a list', '[]', ['0 The file is too large, too deep, or not what a group answers.']],
  ])('%s is said with its line', (_, source, said) => {
    expect(faults(source)).toEqual(said);
  });

  it('bytes that are no text are said', () => {
    expect(checkResponses(new Uint8Array([0xff, 0xfe]))).toMatchObject({ ok: false, error: [{ line: 0 }] });
  });
});
