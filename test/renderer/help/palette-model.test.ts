import { expect, test } from 'vitest';
import { paletteItems } from '../../../renderer/help/palette-model.ts';
import { sampleGuide } from '../../support/library-samples.ts';

const all = () => true;
const names = (typed: string, possible: Parameters<typeof paletteItems>[1] = all) =>
  paletteItems(typed, possible, [sampleGuide('a', { title: 'Printing house rules' })]).map((item) => item.name);

test('without words it lists every command but itself, and no guides', () => {
  expect(names('')).toContain('Search all channels');
  expect(names('')).not.toContain('All commands');
  expect(names('')).not.toContain('Printing house rules');
});

test('the start of a name counts most; commands come before guides', () => {
  expect(names('print')).toEqual(['Print', 'Print my notes after guides, or do not', 'Printing house rules']);
});

test.each([
  ['dark', 'Text and colours'],
  ['zoom in', 'Larger text'],
  ['bookmark', 'Save for later, or remove'],
])('"%s" finds "%s" by another word for it', (typed, name) => {
  expect(names(typed)[0]).toBe(name);
});

test('what cannot be done at the moment is not offered', () => {
  expect(names('citation', (command) => command !== 'copy-citation')).toEqual([]);
});

test('every word must be there', () => {
  expect(names('print nonsense')).toEqual([]);
});
