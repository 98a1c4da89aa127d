import { expect, test } from 'vitest';
import { anchorTextOf } from '../../../content/core/annotation/anchor-text.ts';
import { likelyPlaces } from '../../../content/core/annotation/likely-places.ts';
import type { Anchor } from '../../../content/core/annotation/model.ts';
import type { BlockId } from '../../../content/core/base/ids.ts';
import { sampleNote } from '../../support/notes.ts';

const ids = ['baaaaaaa', 'bbbbbbbb', 'bccccccc', 'bddddddd'] as BlockId[];
const guide = anchorTextOf(
  [
    { text: 'House rules' },
    { text: 'Delete a comment only where the law says so.' },
    { text: 'Hide a comment that breaks the rules, and say why in the log.' },
    { text: 'Call the duty inspector.' },
  ],
  ids,
);
const anchor: Anchor = {
  ...sampleNote().anchor,
  exact: 'Hide comments that break the rules, and record why',
  prefix: '',
  suffix: '',
  block: null,
};
const told = (special: Partial<Anchor>) =>
  likelyPlaces({ ...anchor, ...special }, guide).map(({ range, reason }) => `${reason}: ${guide.text.slice(...range)}`);

test('a block that says nearly the same comes first', () => {
  expect(told({})[0]).toBe('words: Hide a comment that breaks the rules, and say why in the log.');
});

test('the block that kept its id comes before all', () => {
  expect(told({ block: 'bddddddd' as BlockId })[0]).toBe('id: Call the duty inspector.');
});

test('where the words are gone, what stood around them is proposed', () => {
  expect(told({ exact: 'Nothing of this is left', prefix: 'Call the duty inspector. ', suffix: '' })).toEqual([
    'context: Call the duty inspector.',
  ]);
});

test('where nothing is like it, nothing is proposed', () => {
  expect(told({ exact: 'Entirely other words stood in this place' })).toEqual([]);
});
