import { expect, test } from 'vitest';
import { guides } from '../../support/said.ts';

test('guides channel knows its commands and refuses others', async () => {
  const { code, out } = await guides('channel', '--help');
  expect([code, out]).toEqual([0, expect.stringContaining('guides channel')]);
  await expect(guides('channel')).rejects.toThrow('Say what to do');
  await expect(guides('channel', 'toString')).rejects.toThrow('There is no command "channel toString"');
});
