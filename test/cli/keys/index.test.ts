import { expect, test } from 'vitest';
import { guides } from '../../support/said.ts';

test('guides keys knows its commands and refuses others', async () => {
  const { code, out } = await guides('keys', '--help');
  expect([code, out]).toEqual([0, expect.stringContaining('guides keys')]);
  await expect(guides('keys')).rejects.toThrow('Say what to do');
  await expect(guides('keys', 'toString')).rejects.toThrow('There is no command "keys toString"');
});
