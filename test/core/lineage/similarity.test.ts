import { expect, test } from 'vitest';
import { containment, likeness, shinglesOf } from '../../../content/core/lineage/similarity.ts';

const alike = (a: string, b: string) => likeness(shinglesOf(a), shinglesOf(b));

test('equal words are equal, whatever their case and punctuation', () => {
  expect(alike('Ask first, then post.', 'ask first then post')).toBe(1);
  expect(alike('', '')).toBe(1);
  expect(alike('a', '')).toBe(0);
});

test('one word of a sentence changes little, another sentence much', () => {
  expect(alike('Name an owner by role, not by person', 'Name one owner by role, not by person')).toBeGreaterThan(0.7);
  expect(alike('Check the name', 'Check the handle')).toBeGreaterThan(0.35);
  expect(alike('Name an owner by role, not by person', 'Close the account when the campaign ends')).toBeLessThan(0.2);
});

test('a part is contained in its whole', () => {
  expect(containment(shinglesOf('then post it'), shinglesOf('Ask first, then post it, then log it'))).toBe(1);
  expect(containment(shinglesOf('x'), shinglesOf('x y'))).toBe(0);
});
