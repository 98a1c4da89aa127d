import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTargetName } from '../../../content/core/base/target-name.ts';

test.each(['index.json', 'create-a-page.md', '1.root.json', 'a', 'evil.asar', 'constructor', 'com10.md', 'x'.repeat(64)])(
  '%j may be a file',
  (name) => expect(isTargetName(name)).toBe(true),
);

test.each([
  '',
  '.',
  '..',
  '.a',
  'a.',
  'a..b',
  '../a',
  'a/b',
  'a\\b',
  'C:',
  'nul',
  'NUL.md',
  'com1.md',
  'lpt9',
  'a b',
  'a\n',
  'é',
  'A',
  '%2e',
  '~$a',
  'x'.repeat(65),
])('%j may not', (name) => expect(isTargetName(name)).toBe(false));

test('whatever is allowed is lower-case ASCII in one segment', () => {
  fc.assert(fc.property(fc.string(), (name) => !isTargetName(name) || /^[a-z0-9._-]{1,64}$/.test(name)));
});
