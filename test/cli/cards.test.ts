import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isInShare, nameOf, readCardFile, readCards } from '../../content/cli/cards.ts';
import { newCard, writeCards } from '../support/cards.ts';
import { tempFolder } from '../support/temp.ts';

test('cards are read from files and folders, in order', () => {
  const folder = tempFolder();
  const files = writeCards(folder, ['Ben', 'Ann']);
  writeFileSync(path.join(folder, 'notes.txt'), 'not a card');
  expect(readCards(files).map(({ name }) => name)).toEqual(['Ben', 'Ann']);
  expect(readCards([folder]).map(({ name }) => name)).toEqual(['Ann', 'Ben']);
});

test('what is no card is named', () => {
  const file = path.join(tempFolder(), 'a.card.json');
  writeFileSync(file, '{"format":9}');
  expect(() => readCardFile(file)).toThrow('newer version');
  writeFileSync(file, 'hello');
  expect(() => readCards([file])).toThrow('a.card.json is not a whole key card');
  expect(() => readCards(['none'])).toThrow('There is no key card "none"');
});

test('people are called by name and force, or by their key', () => {
  const card = newCard('Ann');
  expect([nameOf(card), nameOf({ ...card, force: null }), nameOf({ ...card, name: null })]).toEqual([
    'Ann, Test Police',
    'Ann',
    `key ${card.keyid.slice(0, 8)}`,
  ]);
});

test('a place inside a share is known by the folders above it', () => {
  const folder = tempFolder();
  mkdirSync(path.join(folder, 'share', 'directory', 'metadata'), { recursive: true });
  mkdirSync(path.join(folder, 'young', 'staging', 'directory'), { recursive: true });
  const inside = (...names: readonly string[]) => isInShare(path.join(folder, ...names));
  expect([inside('share', 'a.key'), inside('share', 'new', 'deep', 'a.key'), inside('young', 'a.key')]).toEqual([true, true, true]);
  expect([inside('a.key'), inside('none', 'a.key')]).toEqual([false, false]);
});
