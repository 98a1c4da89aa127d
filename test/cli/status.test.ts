import { expect, test } from 'vitest';
import { runGuides } from '../support/run-guides.ts';
import { tempFolder } from '../support/temp.ts';

test('guides status says that nothing was looked at yet', () => {
  const folder = tempFolder();
  expect(runGuides(['status', '--store', 'none'], folder)).toEqual({ code: 0, out: 'no share was looked at yet.\n', err: '' });
}, 30_000);

test('guides status wants a store', () => {
  expect(runGuides(['status'], tempFolder())).toMatchObject({ code: 2, err: expect.stringContaining('--store <folder>') });
  expect(runGuides(['status', '--help'], tempFolder())).toMatchObject({ code: 0, out: expect.stringContaining('touches no share') });
}, 30_000);
