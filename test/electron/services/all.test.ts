import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { contract } from '../../../electron/ipc/contract.ts';
import { placesOf } from '../../../electron/places.ts';
import { makeShareFolder } from '../../support/demo-share.ts';
import { tempFolder } from '../../support/temp.ts';

const child = vi.hoisted(() => ({ postMessage: vi.fn(), on: vi.fn(), kill: vi.fn() }));
vi.mock('electron', () => ({
  app: { getVersion: () => '0.1.0', on: vi.fn() },
  shell: { openExternal: vi.fn(), openPath: vi.fn(async () => '') },
  clipboard: { write: vi.fn() },
  ClipboardItem: undefined,
  dialog: {},
  ipcMain: {},
  BrowserWindow: class {},
  utilityProcess: { fork: vi.fn(() => child) },
}));
const { startServices } = await import('../../../electron/services/all.ts');

async function start(policy?: object) {
  const userData = path.join(tempFolder(), 'data');
  const share = await makeShareFolder();
  const places = { ...placesOf('/app', '/resources', userData), seed: share.folder, pinnedRoot: path.join(share.folder, 'pinned.json') };
  writeFileSync(places.pinnedRoot, share.pinnedRoot);
  const policyFile = path.join(share.folder, 'policy.json');
  writeFileSync(policyFile, JSON.stringify(policy ?? { format: 1 }));
  mkdirSync(userData, { recursive: true });
  const sent: unknown[][] = [];
  const contents = { isDestroyed: () => false, send: (...args: unknown[]) => sent.push(args) };
  const notes = { note: vi.fn(), fault: vi.fn() };
  const window = { webContents: contents } as never;
  const services = startServices({ places, notes, smokeTest: false, policyFile, window: () => window, settingsChanged: () => undefined });
  return { services, places, sent, notes };
}

describe('the services together', () => {
  test('answer every call of the contract', async () => {
    const { services } = await start();
    expect(Object.keys(services.handlers).sort()).toEqual(Object.keys(contract).sort());
    await services.library.ready;
  });

  test('give the window everything for its first paint', async () => {
    const { services } = await start({ format: 1, mandatory: { theme: 'dark' } });
    expect(await services.handlers['app.start']({})).toMatchObject({
      library: { guides: [{ id: 'facebook-1' }, {}, {}], problems: [] },
      settings: { values: { theme: 'dark' }, managed: ['theme'] },
      open: null,
      app: { version: '0.1.0' },
    });
  });

  test('note a policy that does not fit', async () => {
    const { notes, services } = await start({ format: 1, mandatory: { theme: 'pink' } });
    expect(notes.note).toHaveBeenCalledWith('policy', 'policy-values', expect.objectContaining({ names: 'theme' }));
    await services.library.ready;
  });

  test('start the search when it is reached for, and tell it of a library that changed', async () => {
    const { services, places, sent } = await start();
    await services.library.ready;
    expect(await services.handlers['search.warm']({})).toBeNull();
    expect(child.postMessage).toHaveBeenCalledWith({
      kind: 'start',
      storeDir: places.store,
      machineDir: places.machineStore,
      cacheDir: places.searchCache,
    });
    rmSync(places.store, { recursive: true });
    await services.handlers['library.guide']({ id: 'facebook-1' as never });
    expect(child.postMessage).toHaveBeenCalledWith({ kind: 'reload' });
    expect(sent.map(([name]) => name)).toEqual(['library.changed']);
  });

  test('leave everything on disk and no process when they stop', async () => {
    const { services, places } = await start();
    await services.handlers['search.warm']({});
    await services.handlers['gaps.add']({ query: 'geofence' });
    services.place.set({ x: 0, y: 0, width: 800, height: 600, maximised: false });
    await services.stop();
    expect(readFileSync(path.join(places.userData, 'gaps.json'), 'utf8')).toContain('geofence');
    expect(existsSync(path.join(places.userData, 'window.json'))).toBe(true);
    expect(child.kill).toHaveBeenCalled();
  });
});
