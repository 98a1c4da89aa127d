import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { demoKeys, hasKeys } from '../../content/node/demo-keys.ts';
import { facebook, x } from '../support/demo-share.ts';
import { tempFolder } from '../support/temp.ts';

const ids = (keys: Awaited<ReturnType<typeof demoKeys>>) => [keys.stewards, ...keys.editors.values()].flat().map(({ keyid }) => keyid);

test('keys are new every time and written nowhere, unless a folder is named', async () => {
  const [one, two] = [await demoKeys([facebook], null), await demoKeys([facebook], null)];
  expect(new Set([...ids(one), ...ids(two)]).size).toBe(20);
});

test('kept keys are used again, and new channels get their own', async () => {
  const folder = path.join(tempFolder(), 'keys');
  expect(hasKeys(folder)).toBe(false);
  const first = ids(await demoKeys([facebook], folder));
  const second = ids(await demoKeys([facebook, x], folder));
  expect([hasKeys(folder), second.slice(0, 10), second.length]).toEqual([true, first, 15]);
  if (process.platform !== 'win32') expect(statSync(path.join(folder, 'demo-keys.json')).mode & 0o777).toBe(0o600);
  expect(readFileSync(path.join(folder, 'demo-keys.json'), 'utf8')).toContain('demonstration only');
});
