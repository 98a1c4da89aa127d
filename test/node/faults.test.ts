import { expect, test } from 'vitest';
import { AppFault } from '../../content/core/base/error.ts';
import { errnoOf, shareFault, storeFault } from '../../content/node/faults.ts';

const system = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['ENOSPC', 'NO_SPACE'],
  ['EDQUOT', 'NO_SPACE'],
  ['EACCES', 'STORE_DENIED'],
  ['EPERM', 'STORE_DENIED'],
  ['EROFS', 'STORE_DENIED'],
  ['ENOENT', 'STORE_MISSING'],
  ['EIO', 'STORE_DAMAGED'],
])('%s of the store is %s', (errno, code) => expect(storeFault(system(errno)).code).toBe(code));

test.each([
  ['EACCES', 'SHARE_DENIED'],
  ['EIO', 'SHARE_UNREACHABLE'],
  ['ESTALE', 'SHARE_UNREACHABLE'],
  ['ETIMEDOUT', 'SHARE_UNREACHABLE'],
])('%s of the share is %s', (errno, code) => expect(shareFault(system(errno)).code).toBe(code));

test('a fault that has a code already keeps it', () => {
  const fault = new AppFault('TAMPERED');
  expect([shareFault(fault), storeFault(fault)]).toEqual([fault, fault]);
});

test('what is no system error has no errno', () =>
  expect([errnoOf(new Error('x')), errnoOf('x'), errnoOf(undefined)]).toEqual(['', '', '']));
