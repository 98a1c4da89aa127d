import { expect, test } from 'vitest';
import { guides } from '../../support/said.ts';

test('guides stewards knows its commands and refuses others', async () => {
  const { code, out } = await guides('stewards', '--help');
  expect([code, out]).toEqual([0, expect.stringContaining('guides stewards')]);
  await expect(guides('stewards')).rejects.toThrow('Say what to do');
  await expect(guides('stewards', 'toString')).rejects.toThrow('There is no command "stewards toString"');
});
