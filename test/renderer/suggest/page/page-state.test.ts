import { expect, test } from 'vitest';
import { draftView, editingHead, places, placeWish, showNextPlace } from '../../../../renderer/suggest/page/page-state.ts';

test('all changes are shown to begin with, and nothing is edited', () => {
  expect([draftView.get(), editingHead.get(), places.get()]).toEqual(['all', false, 0]);
});

test('each wish for the next place is another', () => {
  const before = placeWish.get();
  showNextPlace();
  expect(placeWish.get()).toBe(before + 1);
});
