import { expect, test } from 'vitest';
import { announce, announcement } from '../../../renderer/state/announcer.ts';

test('the same words twice are heard twice', () => {
  announce('3 guides found.');
  const first = announcement.get();
  announce('3 guides found.');
  expect(announcement.get()).not.toBe(first);
  expect([first, announcement.get()].map((text) => text.replace('\u200b', ''))).toEqual(['3 guides found.', '3 guides found.']);
});

test('nothing to say is nothing', () => {
  announce('');
  expect(announcement.get()).toBe('');
});
