import { afterEach, expect, test } from 'vitest';
import { defaultSettings } from '../../../electron/settings/schema.ts';
import { attributesFor, followSettings } from '../../../renderer/shell/appearance.ts';
import { settings } from '../../../renderer/state/settings.ts';

afterEach(() => void Reflect.deleteProperty(globalThis, 'document'));

test('every choice of the Aa panel that the style sheets need is on the page', () => {
  expect(attributesFor({ ...defaultSettings, theme: 'sepia', textSize: 5 })).toEqual({
    theme: 'sepia',
    size: '5',
    spacing: 'normal',
    width: 'normal',
    font: 'legible',
  });
});

test('a change is on the page at once', () => {
  const dataset: Record<string, string> = {};
  Object.assign(globalThis, { document: { documentElement: { dataset } } });
  followSettings();
  settings.set({ values: { ...defaultSettings, width: 'wide' }, managed: [], repaired: false });
  expect(dataset.width).toBe('wide');
});
