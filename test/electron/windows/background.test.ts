import { expect, test } from 'vitest';
import { backgroundFor, systemThemeFor } from '../../../electron/windows/background.ts';

test('the window has the colour of its theme before anything is painted', () => {
  expect(backgroundFor('dark', false)).toBe('#14171B');
  expect(backgroundFor('sepia', true)).toBe('#F4ECD8');
  expect(backgroundFor('system', true)).toBe(backgroundFor('dark', false));
  expect(backgroundFor('system', false)).toBe(backgroundFor('light', true));
});

test('menus and scroll bars follow the theme', () => expect(systemThemeFor('sepia')).toBe('light'));
