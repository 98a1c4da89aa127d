import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { PackBuilder } from '../../../content/core/search/build.ts';
import { wordsOf } from '../../../content/core/search/words.ts';
import { codec, guide, indexOf } from './small-library.ts';

test('what was added so far can be searched, and more can be added', () => {
  const builder = new PackBuilder('facebook' as ChannelId, codec);
  expect(builder.finish().parts.guides).toEqual([]);
  builder.add(guide('a', '# First'));
  const first = builder.finish();
  builder.add(guide('b', '# Second'));
  expect(builder.size).toBe(2);
  expect(first.parts.words).toEqual(['first']);
  expect(builder.finish().parts.words).toEqual(['first', 'second']);
});

test('the order of blocks and spaces in the text do not matter to the words', () => {
  const index = indexOf(guide('a', '# A   title\n  spaced    out\ttext '));
  expect(index.blockText(0)).toBe('A title');
  expect(index.blockText(2)).toBe('spaced out text');
});

test('forms of one word are linked in a ring', () => {
  const { words, nextForm } = indexOf(guide('a', '# x\nmoderate moderation page moderated')).parts;
  const ring = [words.indexOf('moderate')];
  for (let id = nextForm[ring[0] ?? 0] ?? 0; id !== ring[0]; id = nextForm[id] ?? 0) ring.push(id);
  expect(ring.map((id) => words[id]).sort()).toEqual(['moderate', 'moderated', 'moderation']);
  expect(nextForm[words.indexOf('page')]).toBe(words.indexOf('page'));
});

test('a joined form stands where its last part does', () => {
  const index = indexOf(guide('a', '# x\nturn on two-step now'));
  expect([...index.places(index.wordId('twostep'))]).toEqual([...index.places(index.wordId('step'))]);
});

test('every word of every text is found at its places, in order', () => {
  const text = fc
    .array(fc.constantFrom('page', 'post', 'two-step', 'e-mail', 'the', "force's", '📢', 'ŵyl', '999'), { maxLength: 40 })
    .map((list) => list.join(' '));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
      const index = indexOf(...texts.map((body, number) => guide(`g${number}`, `# t\n${body}`)));
      const expected = texts.flatMap((body) => wordsOf(`t ${body}`));
      const atPlace = new Map<number, string>();
      index.parts.words.forEach((word, id) => {
        const places = index.places(id);
        places.forEach((place, at) => {
          expect(place).toBeGreaterThanOrEqual(places[at - 1] ?? 0);
          if (!['twostep', 'email'].includes(word)) atPlace.set(place, word);
        });
      });
      expect([...atPlace].sort((a, b) => a[0] - b[0]).map(([, word]) => word)).toEqual(expected);
    }),
  );
});
