import * as v from 'valibot';
import { expect, test } from 'vitest';
import { defaultSettings, settingNames, settingsPatch, settingsSchema } from '../../../electron/settings/schema.ts';

test('the defaults fit the schema', () => expect(v.parse(settingsSchema, defaultSettings)).toEqual(defaultSettings));

test('every setting has a default', () => expect(Object.keys(defaultSettings).sort()).toEqual([...settingNames].sort()));

test('a change may name some settings and no others', () => {
  expect(v.safeParse(settingsPatch, { textSize: 6 }).success).toBe(true);
  expect(v.safeParse(settingsPatch, { textSize: 7 }).success).toBe(false);
  expect(v.safeParse(settingsPatch, { colour: 'red' }).success).toBe(false);
});
