import { expect, test } from 'vitest';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { deepLink, parseDeepLink } from '../../../renderer/reader/deep-link.ts';

test('a link leads back to where it was made', () => {
  expect(parseDeepLink(deepLink('house-rules' as GuideId, 'bq7f2ncd'))).toEqual({ guide: 'house-rules', target: 'bq7f2ncd' });
  expect(parseDeepLink(` ${deepLink('x' as GuideId, null)}\n`)).toEqual({ guide: 'x', target: null });
});

test.each([
  'house rules',
  'guides://guide/',
  'guides://guide/Up',
  'guides://app/main.js',
  'see guides://guide/x',
  'https://guide/x',
  'guides://guide/a/../b',
])('"%s" is no link of ours', (text) => {
  expect(parseDeepLink(text)).toBeNull();
});

test('a place that could not be a block is left out', () => {
  expect(deepLink('x' as GuideId, 'section-name')).toBe('guides://guide/x');
  expect(parseDeepLink('guides://guide/x#zzz')).toEqual({ guide: 'x', target: null });
});
