import type { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Launch } from '../../electron/launch.ts';
import { placesOf } from '../../electron/places.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { tempFolder } from '../support/temp.ts';

const seen = vi.hoisted(() => ({ order: [] as string[], windows: [] as unknown[] }));
vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events');
  const session = { protocol: { handle: () => seen.order.push('scheme') } };
  class BrowserWindow extends EventEmitter {
    readonly webContents = Object.assign(new EventEmitter(), {
      isDestroyed: () => false,
      send: () => undefined,
      executeJavaScript: async () => 1,
    });
    focus = vi.fn();
    restore = vi.fn();
    show = vi.fn();
    maximize = vi.fn();
    setBackgroundColor = vi.fn();
    isMinimized = () => true;
    isDestroyed = () => false;
    loadURL = async () => void seen.order.push('load');
    constructor() {
      super();
      seen.order.push('window');
      seen.windows.push(this);
    }
  }
  return {
    BrowserWindow,
    app: { getVersion: () => '0.1.0', on: vi.fn() },
    shell: {},
    clipboard: {},
    ClipboardItem: undefined,
    dialog: {},
    utilityProcess: {},
    ipcMain: { handle: (name: string) => seen.order.push(`serve ${name}`) },
    Menu: {
      setApplicationMenu: (menu: unknown) => seen.order.push(menu === null ? 'no menu' : 'menu'),
      buildFromTemplate: () => ({ popup: () => undefined }),
    },
    nativeTheme: { themeSource: 'system', shouldUseDarkColors: false },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1600, height: 1000 } }] },
    session: { fromPartition: () => session },
  };
});
// Electron's own addition to the process.
Object.assign(process, { getCreationTime: () => 0 });
const { startApp } = await import('../../electron/start.ts');

async function started() {
  const userData = tempFolder();
  const share = await makeShareFolder();
  const places = { ...placesOf('/app', '/resources', userData), seed: share.folder, pinnedRoot: path.join(userData, 'root.json') };
  writeFileSync(places.pinnedRoot, share.pinnedRoot);
  const { EventEmitter: Emitter } = await import('node:events');
  const app = Object.assign(new Emitter(), { whenReady: () => Promise.resolve(), quit: vi.fn(), exit: vi.fn() });
  const launch: Launch = {
    kind: 'start',
    testBuild: false,
    smokeTest: false,
    reportStart: false,
    userData,
    policyFile: path.join(userData, 'none'),
  };
  startApp(app as never, launch, places, { note: vi.fn(), fault: vi.fn() });
  await vi.waitFor(() => expect(seen.order).toContain('load'));
  return { app, window: seen.windows.at(-1) as EventEmitter & Record<string, ReturnType<typeof vi.fn>> & { webContents: EventEmitter } };
}

beforeEach(() => {
  seen.order.length = 0;
});

describe('a start', () => {
  test('answers before there is a window, and makes the menu while the page loads', async () => {
    const { window } = await started();
    window.webContents.emit('did-navigate', {}, 'guides://app/index.html');
    const at = (what: string) => seen.order.indexOf(what);
    expect(at('serve app.start')).toBeGreaterThanOrEqual(0);
    expect(at('serve app.start')).toBeLessThan(at('window'));
    expect(at('menu')).toBeGreaterThan(at('load'));
  });

  test('of a second one brings this window to the front', async () => {
    const { app, window } = await started();
    app.emit('second-instance');
    expect(window.restore).toHaveBeenCalled();
    expect(window.focus).toHaveBeenCalled();
  });

  test('ends when its window is closed, after the last words were written', async () => {
    const { app } = await started();
    app.emit('window-all-closed');
    expect(app.quit).toHaveBeenCalledTimes(1);
    const event = { preventDefault: vi.fn() };
    app.emit('will-quit', event);
    expect(event.preventDefault).toHaveBeenCalled();
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledTimes(2));
    const again = { preventDefault: vi.fn() };
    app.emit('will-quit', again);
    expect(again.preventDefault).not.toHaveBeenCalled();
  });
});
