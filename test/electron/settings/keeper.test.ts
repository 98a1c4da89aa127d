import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSettings, type SettingsPorts } from '../../../electron/settings/keeper.ts';
import { defaultSettings } from '../../../electron/settings/schema.ts';

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'settings-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (ports: Partial<SettingsPorts> = {}) =>
  openSettings({
    folder,
    policy: { mandatory: {}, defaults: {} },
    save: async (where, file) => writeFileSync(path.join(where, 'settings.json'), JSON.stringify(file)),
    log: (what, names) => said.push([what, ...names].join(' ')),
    now: new Date('2026-11-22T10:00:00Z'),
    ...ports,
  });

describe('settings', () => {
  test('are the defaults at first', () => expect(open().view()).toEqual({ values: defaultSettings, managed: [], repaired: false }));

  test('that were changed hold after a restart, and nothing else is stored', async () => {
    await open().change({ theme: 'dark' });
    await open().change({ textSize: 5 });
    expect(open().view().values).toEqual({ ...defaultSettings, theme: 'dark', textSize: 5 });
    expect(JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8'))).toEqual({
      format: 2,
      values: { theme: 'dark', textSize: 5 },
    });
  });

  test('come from us, then the force, then the person, then IT', async () => {
    const policy = { mandatory: { externalLinks: 'copy' }, defaults: { theme: 'light', width: 'wide' } } as const;
    const keeper = open({ policy });
    await keeper.change({ theme: 'sepia' });
    expect(keeper.view()).toEqual({
      values: { ...defaultSettings, externalLinks: 'copy', width: 'wide', theme: 'sepia' },
      managed: ['externalLinks'],
      repaired: false,
    });
  });

  test('that IT decides cannot be changed, and nothing of that change is kept', async () => {
    const keeper = open({ policy: { mandatory: { theme: 'light' }, defaults: {} } });
    await expect(keeper.change({ textSize: 6, theme: 'dark' })).rejects.toMatchObject({
      code: 'SETTING_MANAGED',
      data: { setting: 'theme' },
    });
    expect(keeper.view().values).toMatchObject({ theme: 'light', textSize: 3 });
  });

  test('go back to the defaults of the force', async () => {
    const policy = { mandatory: {}, defaults: { theme: 'light' } } as const;
    const keeper = open({ policy });
    await keeper.change({ theme: 'dark' });
    expect((await keeper.reset()).values.theme).toBe('light');
  });

  test('go back to the defaults, but for the folders that guides and notes come from', async () => {
    const keeper = open();
    await keeper.change({ theme: 'dark', shares: ['/guides'], notesFolder: '/notes' });
    expect((await keeper.reset()).values).toEqual({ ...defaultSettings, shares: ['/guides'], notesFolder: '/notes' });
  });

  test('in a damaged file are put aside and said, and writing works again', async () => {
    writeFileSync(path.join(folder, 'settings.json'), '{"form');
    const keeper = open();
    expect(keeper.view()).toMatchObject({ repaired: true, values: defaultSettings });
    expect(readdirSync(folder)).toEqual(['settings.damaged-1795341600.json']);
    await keeper.change({ theme: 'dark' });
    expect(open().view()).toMatchObject({ repaired: false, values: { theme: 'dark' } });
    expect(said).toEqual(['settings-put-aside']);
  });

  test('that do not fit are left out by name', () => {
    writeFileSync(path.join(folder, 'settings.json'), '{"format":1,"values":{"theme":"pink","textSize":2}}');
    expect(open().view().values).toEqual({ ...defaultSettings, textSize: 2 });
    expect(said).toEqual(['settings-dropped theme']);
  });

  test('that cannot be written hold until the app ends, and are said', async () => {
    const keeper = open({ save: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) });
    await expect(keeper.change({ theme: 'dark' })).rejects.toMatchObject({ code: 'SAVE_FAILED' });
    expect(keeper.view().values.theme).toBe('dark');
  });

  test.skipIf(process.getuid?.() === 0)('that cannot be read are left alone', () => {
    const file = path.join(folder, 'settings.json');
    writeFileSync(file, '{}');
    chmodSync(file, 0);
    expect(open().view().values).toEqual(defaultSettings);
    expect(said).toEqual(['settings-not-readable']);
  });
});
