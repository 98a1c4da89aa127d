import { expect, test } from 'vitest';
import { normalPassphrase, passphraseFault } from '../../../content/core/publish/passphrase.ts';

const names = ['Ann Example', 'Kent Police'];

test.each([
  ['a gate, a lamp', null],
  ['elevenchars', 'short'],
  ['seven lamps by the old mill', null],
  ['Tr0ub4dor&3xyz', null],
  ['9f8s7d6f-qpwo', null],
  ['123456789012', 'sequence'],
  ['abcdefghijklm', 'sequence'],
  ['aaaaaaaaaaaaaaaa', 'repeated'],
  ['lampmill lampmill', null],
  ['millwheelmillwheel', 'repeated'],
  ['abababababababab', 'repeated'],
  ['password password!', 'common'],
  ['P@ssw0rd123456', 'common'],
  ['correct horse battery staple', 'common'],
  ['National-Guides-2026', 'common'],
  ['Ann Example Kent 1', 'name'],
  ['Ann Example likes lamps', null],
  ['', 'short'],
  ['x y z w v'.repeat(200), 'long'],
] as const)('%j: %s', (passphrase, fault) => {
  expect(passphraseFault(passphrase, names)).toBe(fault);
});

test('an accent typed in two ways is one passphrase', () => {
  expect(normalPassphrase('cafe\u0301')).toBe(normalPassphrase('caf\u00e9'));
});

test('characters are counted as people do', () => expect(passphraseFault('🔑🔑🔑🔑🔑🔑')).toBe('short'));
