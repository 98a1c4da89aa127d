import { expect, test } from 'vitest';
import { settingsSchema } from '../../../electron/settings/schema.ts';
import { fontOptions, settingsText, spacingOptions, startOptions, themeOptions, widthOptions } from '../../../renderer/text/settings.ts';
import { checkWords } from '../../support/plain-words.ts';

test('the words follow the rules', () =>
  checkWords({ settingsText, themeOptions, spacingOptions, widthOptions, fontOptions, startOptions }));

test.each([
  ['theme', themeOptions],
  ['spacing', spacingOptions],
  ['width', widthOptions],
  ['font', fontOptions],
  ['startAt', startOptions],
] as const)('every value of %s has a label', (name, options) => {
  expect(options.map((option) => option.value).sort()).toEqual([...settingsSchema.entries[name].options].sort());
});
