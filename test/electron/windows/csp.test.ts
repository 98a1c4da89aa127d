import { expect, test } from 'vitest';
import { imagePolicy, pagePolicy } from '../../../electron/windows/csp.ts';

const directives = (policy: string) => new Map(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]));

test('a page may load its own files and verified images, and nothing else', () =>
  expect(Object.fromEntries(directives(pagePolicy))).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' guides://image",
    'font-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'dompurify',
    webrtc: "'block'",
  }));

test('nothing is allowed inline, by eval or from a wildcard', () => {
  for (const policy of [pagePolicy, imagePolicy]) expect(policy).not.toMatch(/unsafe|\*|data:|blob:|https?:/);
});

test('an image opened as a page may do nothing', () => {
  expect(directives(imagePolicy).get('default-src')).toBe("'none'");
  expect(directives(imagePolicy).has('sandbox')).toBe(true);
});
