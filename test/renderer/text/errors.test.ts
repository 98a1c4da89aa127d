import { describe, expect, test } from 'vitest';
import { type ErrorCode, errorNumbers } from '../../../content/core/base/error.ts';
import { errorTexts } from '../../../renderer/text/errors.ts';
import { checkWords } from '../../support/plain-words.ts';

const codes = Object.keys(errorNumbers) as ErrorCode[];

test('the words follow the rules', () => checkWords(errorTexts));

describe.each(codes)('%s', (code) => {
  const text = errorTexts[code];

  test('says in a short title what happened', () => {
    expect(text.title).toMatch(/^[A-Z].*[^.]$/);
    expect(text.title.length).toBeLessThanOrEqual(60);
  });

  test('says in sentences what it means and what to do next', () => {
    for (const part of [text.body, text.nextStep]) expect(part).toMatch(/^[A-Z].*\.$/);
  });

  test('names no code: the reference comes from the screen', () => {
    expect(Object.values(text).join(' ')).not.toMatch(/NG-|[A-Z]{2,}_/);
  });
});

test('no two codes are told in the same words', () => {
  expect(new Set(codes.map((code) => errorTexts[code].title)).size).toBe(codes.length);
});
