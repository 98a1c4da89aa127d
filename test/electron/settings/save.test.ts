import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

// electron-store asks Electron for two facts; outside Electron the module is put in place by hand.
const require = createRequire(import.meta.url);
const file = require.resolve('electron');
const stand = new Module(file);
stand.exports = { app: { getPath: () => tmpdir(), getVersion: () => '0.1.0' }, ipcMain: { on: () => undefined } };
stand.loaded = true;
require.cache[file] = stand;
const { saveSettings } = await import('../../../electron/settings/save.ts');

const folder = mkdtempSync(path.join(tmpdir(), 'save-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const read = () => JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8'));

test('the settings file is written whole', async () => {
  await saveSettings(folder, { format: 1, values: { theme: 'dark' } });
  expect(read()).toEqual({ format: 1, values: { theme: 'dark' } });
  await saveSettings(folder, { format: 1, values: {} });
  expect(read()).toEqual({ format: 1, values: {} });
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

test('a file that was damaged meanwhile does not stop writing', async () => {
  writeFileSync(path.join(folder, 'settings.json'), '{"for');
  await saveSettings(folder, { format: 1, values: { textSize: 4 } });
  expect(read()).toEqual({ format: 1, values: { textSize: 4 } });
});
