import { expect, test } from 'vitest';
import { rarity, scoreWord } from '../../../content/core/search/score.ts';
import { guide, indexOf } from './small-library.ts';

const index = indexOf(
  guide('title', '# Moderation\nOther text here.'),
  guide('heading', '# Other\n## Moderation\nOther text here.'),
  guide('often', '# Other\nmoderation moderation moderation'),
  guide('once', '# Other\nOne moderation here.'),
  guide('none', '# Other\nNothing.'),
  guide('long', `# Other\nmoderation ${'filler '.repeat(200)}`),
);
const scores = scoreWord(index, [{ places: index.places(index.wordId('moderation')), weight: 1, words: ['moderation'] }]);
const score = (id: string) => scores.values[index.parts.guides.indexOf(id as never)] ?? 0;

test('a title counts more than a heading, a heading more than text, often more than once', () => {
  expect(score('title')).toBeGreaterThan(score('heading'));
  expect(score('heading')).toBeGreaterThan(score('often'));
  expect(score('often')).toBeGreaterThan(score('once'));
  expect(score('once')).toBeGreaterThan(score('long'));
  expect(score('none')).toBe(0);
});

test('guides are counted once, and synonyms not as the word itself', () => {
  expect(scores.touched).toHaveLength(5);
  expect(scores.direct).toBe(5);
  expect(scoreWord(index, [{ places: index.places(0), weight: 0.35, words: [] }]).direct).toBe(0);
});

test('a rare word tells more than a common one, and none less than nothing', () => {
  expect(rarity(1, 1000)).toBeGreaterThan(rarity(500, 1000));
  expect(rarity(1000, 1000)).toBeGreaterThanOrEqual(0);
  expect(rarity(0, 0)).toBeGreaterThanOrEqual(0);
});
