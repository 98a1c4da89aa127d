import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { queryLimits } from '../../../content/core/search/model.ts';
import { parseQuery } from '../../../content/core/search/query.ts';

const known = ['facebook', 'x', 'security'] as ChannelId[];
/** Words; a star for one being typed, (joined), then phrases, scope and unknown names. */
const parsed = (text: string): string => {
  const query = parseQuery(text, known);
  const words = query.words.map((word) => `${word.word}${word.prefix ? '*' : ''}${word.joined ? `(${word.joined})` : ''}`);
  const phrases = query.phrases.map((phrase) => `"${phrase.join(' ')}"`);
  return [...words, ...phrases, ...query.channels.map((id) => `${id}:`), ...query.unknown.map((name) => `?${name}`)].join(' ');
};

test.each([
  ['set up page', 'set up page*'],
  ['set up page ', 'set up page'],
  ['page.', 'page'],
  ['the of and', ''],
  ['Moder* rules', 'moder* rules*'],
  ['"two words" more', 'two words more* "two words"'],
  ['“curly quotes”', 'curly quotes "curly quotes"'],
  ['"one"', 'one'],
  ['"still typing', 'still typing*'],
  ['""', ''],
  ['facebook: moderation', 'moderation* facebook:'],
  ['facebook:moderation', 'moderation* facebook:'],
  ['Facebook, X : moderation', 'moderation* facebook: x:'],
  ['facebook:', 'facebook:'],
  ['facebook: "a page"', 'page "a page" facebook:'],
  ['myspace: moderation', 'myspace moderation* ?myspace'],
  ['facebook,myspace: rules', 'myspace rules* facebook: ?myspace'],
  ['https://gov.uk', 'https gov uk*'],
  ['10:30', '10 30*'],
  ['two-step', 'two(twostep) step*(twostep)'],
  ['page page page', 'page*'],
  ['@handle #hashtag', 'handle hashtag*'],
  ["force's", 'force*'],
  ['+page -rule ~near ^2 *', 'page rule near 2'],
  ['📢', ''],
  ['شرطة', 'شرطة*'],
  ['', ''],
  [' : ', ''],
])('%j reads as %j', (text, expected) => expect(parsed(text)).toBe(expected));

test('a paste by mistake is cut, not refused', () => {
  const query = parseQuery(Array.from({ length: 3_000 }, (_, at) => `word${at}`).join(' '), known);
  expect(query.words).toHaveLength(queryLimits.words);
  expect(query.text.length).toBeLessThanOrEqual(queryLimits.characters);
});

test('nothing that can be typed throws', () => {
  const odd = fc.string({ unit: fc.constantFrom(...'ab"“”:,+-~^*/\\.\'’ \n\t(){}[]|&#@😀é\u202e'), maxLength: 80 });
  fc.assert(
    fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (text) => {
      expect(parseQuery(text, known).words.length).toBeLessThanOrEqual(queryLimits.words);
    }),
  );
});
