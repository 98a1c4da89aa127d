import { expect, test } from 'vitest';
import { createSlugger, slugOf } from '../../../content/core/guide/slug.ts';

test.each([
  ['Check on the day', 'check-on-the-day'],
  ["What's not verified?", 'whats-not-verified'],
  ['999, 101 and BSL', '999-101-and-bsl'],
  ['  A  –  B ', 'a-b'],
  ['Gwybodaeth ŵ', 'gwybodaeth-ŵ'],
  ['!!!', 'section'],
  ['__proto__', '__proto__'],
])('%j is %j', (text, slug) => expect(slugOf(text)).toBe(slug));

test('each slug is given once, also where a heading imitates the number', () => {
  const slugger = createSlugger();
  expect(['A', 'A-2', 'A', 'A', '?', '!'].map(slugger)).toEqual(['a', 'a-2', 'a-3', 'a-4', 'section', 'section-2']);
});
