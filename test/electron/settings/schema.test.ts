import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { defaultSettings, settingNames, settingsPatch, settingsSchema } from '../../../electron/settings/schema.ts';

test('the defaults fit the schema', () => expect(v.parse(settingsSchema, defaultSettings)).toEqual(defaultSettings));

test('every setting has a default', () => expect(Object.keys(defaultSettings).sort()).toEqual([...settingNames].sort()));

test('a change may name some settings and no others', () => {
  expect(v.safeParse(settingsPatch, { textSize: 6 }).success).toBe(true);
  expect(v.safeParse(settingsPatch, { textSize: 7 }).success).toBe(false);
  expect(v.safeParse(settingsPatch, { colour: 'red' }).success).toBe(false);
});

describe('a shared folder', () => {
  const fits = (...shares: readonly unknown[]) => v.safeParse(settingsSchema.entries.shares, shares).success;

  test.each(['/mnt/guides', 'G:\\Guides', 'g:/guides', '\\\\server\\guides', '/mnt/with space'])('may be %s', (folder) =>
    expect(fits(folder)).toBe(true),
  );

  test.each([
    '',
    'guides',
    './guides',
    '~/guides',
    'smb://server/guides',
    '\\guides',
    '\\\\?\\C:\\x',
    '\\\\.\\pipe',
    '/a\nb',
    `/${'x'.repeat(240)}`,
    7,
  ])('may not be %j', (folder) => expect(fits(folder)).toBe(false));

  test('has seven others beside it at most', () => {
    expect(fits(...Array.from({ length: 8 }, (_, index) => `/${index}`))).toBe(true);
    expect(fits(...Array.from({ length: 9 }, (_, index) => `/${index}`))).toBe(false);
  });

  test('is never named by the window', () => expect(v.safeParse(settingsPatch, { shares: ['/mnt/guides'] }).success).toBe(false));
});
