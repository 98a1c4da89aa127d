import { describe, expect, test } from 'vitest';
import { followFrom } from '../../../content/core/annotation/follow.ts';

const old = 'Hide a comment that breaks the rules. Record why.\nTell the sergeant on duty before you delete anything at all.';

function fateOf(words: string, next: string): string {
  const start = old.indexOf(words);
  const followed = followFrom(old, next).follow([start, start + words.length]);
  return followed.fate === 'gone' ? 'gone' : `${followed.fate}: ${next.slice(...followed.range)}`;
}

describe('a passage in the next edition', () => {
  test.each([
    ['that breaks the rules', old, 'unchanged: that breaks the rules'],
    ['breaks the', old.replace('that ', 'which '), 'unchanged: breaks the'],
    ['comment that breaks', old.replace('that ', 'which '), 'reworded: comment which breaks'],
    ['rules. Record', old.replace('. Record', '.\nRecord'), 'unchanged: rules.\nRecord'],
    ['Record why.', old.replace('Record why.', 'Say so at once.'), 'gone'],
    ['ecord wh', old, 'unchanged: ecord wh'],
    ['a comment that breaks the rules', old.replace('rules.', 'rules or the law.'), 'unchanged: a comment that breaks the rules'],
    ['Tell the sergeant', old.replace('Tell the', '(Tell) your'), 'reworded: Tell) your sergeant'],
    ['a comment that breaks', old.replace('breaks the', 'may perhaps at times have broken: breaks,'), 'reworded: a comment that'],
    ['before you delete anything', old.split('\n').reverse().join('\n'), 'unchanged: before you delete anything'],
  ])('%j in %j is %s', (words, next, fate) => {
    expect(fateOf(words, next)).toBe(fate);
  });

  test('says moved of words that went past others', () => {
    const lines = ['Alpha beta gamma delta epsilon zeta eta theta iota.', 'One two three four five six seven eight nine ten eleven.'];
    const [text, turned] = [lines.join('\n'), [...lines].reverse().join('\n')];
    const start = text.indexOf('gamma');
    expect(followFrom(text, turned).follow([start, start + 11])).toMatchObject({
      fate: 'moved',
      range: [turned.indexOf('gamma'), turned.indexOf('gamma') + 11],
    });
  });

  test('an empty passage is gone', () => {
    expect(followFrom(old, old).follow([3, 3])).toEqual({ fate: 'gone', share: 0 });
  });

  test('is found in the longest guide there can be, taken to pieces', () => {
    // White space that changed parts every word from the next: as many pieces as words.
    const words = Array.from({ length: 140_000 }, (_, at) => `w${at}`);
    const editions = followFrom(words.join(' '), words.join('  '));
    expect(editions.follow([0, 'w0 w1'.length])).toMatchObject({ fate: 'unchanged', range: [0, 'w0  w1'.length] });
  });
});
