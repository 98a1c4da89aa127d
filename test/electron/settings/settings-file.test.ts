import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepValid, parseSettingsFile, settingsFileOf } from '../../../electron/settings/settings-file.ts';

describe('the settings file', () => {
  test('comes back as it was written', () => {
    const chosen = { theme: 'sepia', textSize: 5 } as const;
    expect(parseSettingsFile(JSON.stringify(settingsFileOf(chosen)))).toEqual({ chosen, dropped: [] });
  });

  test('of format 0 had its values at the top', () =>
    expect(parseSettingsFile('{"theme":"dark","textSize":9}')).toEqual({ chosen: { theme: 'dark' }, dropped: ['textSize'] }));

  test('of format 1 knew no shares', () => {
    const values = { theme: 'dark', shares: ['/mnt/guides'] };
    expect(parseSettingsFile(JSON.stringify({ format: 1, values }))).toEqual({ chosen: { theme: 'dark' }, dropped: [] });
    expect(parseSettingsFile(JSON.stringify({ format: 2, values }))).toEqual({ chosen: values, dropped: [] });
  });

  test('of a newer format keeps what still fits', () =>
    expect(parseSettingsFile('{"format":7,"values":{"theme":"dark","font":"comic","voice":"on"}}')).toEqual({
      chosen: { theme: 'dark' },
      dropped: ['font'],
    }));

  test.each([
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '3',
    '{"format":1}',
    '{"format":"1","values":{}}',
    '{"format":-1,"values":{}}',
    '{"format":1,"values":[]}',
  ])('is refused when it holds %s', (text) => expect(parseSettingsFile(text)).toBeNull());

  test('is refused when it is far too long', () => expect(parseSettingsFile(`{"a":"${'x'.repeat(100_000)}"}`)).toBeNull());

  test('never throws', () => fc.assert(fc.property(fc.string(), (text) => void parseSettingsFile(text))));
});

test('names of object parts are no settings', () =>
  expect(keepValid(JSON.parse('{"__proto__":{"theme":"dark"}}'))).toEqual({ chosen: {}, dropped: [] }));
