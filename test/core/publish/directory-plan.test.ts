import { expect, test } from 'vitest';
import type { ChannelId, Sha256 } from '../../../content/core/base/ids.ts';
import { decodeUtf8 } from '../../../content/core/base/utf8.ts';
import { directoryLists, fitsDirectory, isDay } from '../../../content/core/publish/directory-plan.ts';
import { holderOf } from '../../../content/core/publish/key-card.ts';
import { newCard } from '../../support/cards.ts';

test('the lists say who signs what, and leave out whom nobody can name', () => {
  const id = 'x' as ChannelId;
  const [steward, editor] = [holderOf(newCard('Ann Steward')), holderOf(newCard('Ben Editor'))];
  const group = { channel: null, stewards: [steward], editors: [editor, { ...editor, name: null }], demo: false };
  const entry = { id, title: 'X', kind: 'channel', rootSha256: 'ab' as Sha256, retired: '2026-12-01' } as const;
  const first = Uint8Array.of(1, 2);
  const files = directoryLists([steward], [{ entry, first, group }]);
  const json = (name: string) =>
    JSON.parse(decodeUtf8(files.find((file) => file.name === name)?.bytes ?? new Uint8Array()) ?? '') as unknown;
  expect(files.map(({ name }) => name)).toEqual(['channels.json', 'people.json', 'x.1.root.json']);
  expect(json('channels.json')).toEqual({ format: 1, channels: [entry] });
  expect(json('people.json')).toEqual({
    format: 1,
    people: [
      { ...steward, role: 'steward', channel: null },
      { ...editor, role: 'editor', channel: 'x' },
    ],
  });
});

test.each([
  ['facebook', true],
  ['directory', false],
  ['a'.repeat(52), true],
  ['a'.repeat(53), false],
])('%s as a channel: %s', (id, fits) => expect(fitsDirectory(id)).toBe(fits));

test.each([
  ['2026-11-22', true],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['22.11.2026', false],
  ['2026-11-22T00:00', false],
])('%s as a day: %s', (day, is) => expect(isDay(day)).toBe(is));
