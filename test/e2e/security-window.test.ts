// Electron's security list on the real window, item by item (trust.md 3.1): what a page of ours has, and what it
// cannot do however it tries.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract, type WindowApi } from '../../electron/ipc/contract.ts';
import { processTree } from '../bench/process-tree.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

type Page = typeof window & { readonly guides?: WindowApi };

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
});
afterAll(() => running?.close());

describe('items 2, 3, 4, 6, 8, 9, 10, 11: the preferences of every page', () => {
  test('are the safe ones at run time', async () => {
    const all = await running.app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .map((contents) => (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences()),
    );
    expect(all).toHaveLength(1);
    for (const preferences of all)
      expect(preferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        enableBlinkFeatures: '',
        webviewTag: false,
      });
  });

  test('leave nothing of Node in the page', async () => {
    const found = await running.page.evaluate(() =>
      ['require', 'process', 'module', 'exports', 'global', 'Buffer', '__dirname', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
    );
    expect(found).toEqual([]);
  });
});

test.skipIf(process.platform !== 'linux')('item 4: every page runs in the kernel’s sandbox, and nothing runs as root', () => {
  const commands = processTree(running.pid).map((pid) => ({ pid, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }));
  const renderers = commands.filter(({ command }) => command.includes('--type=renderer'));
  expect(renderers.length).toBeGreaterThan(0);
  for (const { pid } of renderers) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\t2$/m);
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
  }
  for (const { pid } of commands) expect(/^Uid:\t(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]).not.toBe('0');
});

test('item 5: a page is given no permission but to copy', async () => {
  const states = await running.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'idle-detection',
      'storage-access',
      'window-management',
      'local-fonts',
      'display-capture',
      'background-sync',
      'accelerometer',
    ];
    const state = async (name: string): Promise<string> => {
      try {
        return (await navigator.permissions.query({ name: name as PermissionName })).state;
      } catch {
        return 'unknown here';
      }
    };
    return Promise.all(names.map(state));
  });
  expect(states.filter((state) => state === 'granted')).toEqual([]);
  const asked = await running.page.evaluate(async () => {
    const outcome = (run: () => Promise<unknown>) =>
      Promise.race([
        run().then(
          () => 'given',
          (error: Error) => error.name,
        ),
        new Promise((resolve) => setTimeout(() => resolve('no answer'), 2_000)),
      ]);
    return Promise.all([
      outcome(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      outcome(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      outcome(() => new Promise((given, refused) => navigator.geolocation.getCurrentPosition(given, () => refused(new Error('refused'))))),
      outcome(async () => (await Notification.requestPermission()) === 'denied' || 'given').then((text) =>
        text === 'given' ? 'asked' : text,
      ),
      outcome(() => navigator.clipboard.readText()),
      outcome(() => (navigator as unknown as { requestMIDIAccess(): Promise<unknown> }).requestMIDIAccess()),
    ]);
  });
  expect(asked.filter((result) => result === 'given')).toEqual([]);
  expect(await running.page.evaluate(() => Notification.permission)).toBe('denied');
});

test('item 18: files are out of reach', async () => {
  const loaded = await running.page.evaluate(
    () =>
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('refused');
        image.src = 'file:///usr/share/pixmaps/debian-logo.png';
      }),
  );
  expect(loaded).toBe('refused');
  const reply = await running.app.evaluate(async ({ webContents }) => {
    const { session } = webContents.getAllWebContents()[0] as Electron.WebContents;
    return session.fetch('file:///etc/passwd').then(
      (found) => found.text(),
      () => '',
    );
  });
  expect(reply).toBe('');
});

test('item 17: the process answers the calls of the contract and no others', async () => {
  const channels = await running.app.evaluate(({ ipcMain }) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
    return { calls: [...handlers.keys()], events: ipcMain.eventNames().map(String) };
  });
  expect(channels.calls).toEqual(Object.keys(contract));
  expect(channels.events.filter((name) => !/^(?:error|electron-store-get-data)$/.test(name))).toEqual([]);
});

describe('item 20: what the page can reach', () => {
  test('is one function for each call, and `on`', async () => {
    expect(await running.page.evaluate(() => Object.keys((window as Page).guides ?? {}))).toEqual([...Object.keys(contract), 'on']);
    const shape = await running.page.evaluate(() => ({
      types: [...new Set(Object.values((window as Page).guides ?? {}).map((value) => typeof value))],
      frozen: Object.isFrozen((window as Page).guides),
    }));
    expect(shape).toEqual({ types: ['function'], frozen: true });
  });

  test('cannot be replaced or added to', async () => {
    const result = await running.page.evaluate(() => {
      const bridge = (window as Page).guides as unknown as Record<string, unknown>;
      const before = bridge['app.start'];
      const tried = (run: () => void): string => {
        try {
          run();
          return 'done';
        } catch {
          return 'refused';
        }
      };
      tried(() => {
        bridge['app.start'] = () => 1;
      });
      tried(() => {
        bridge.extra = 1;
      });
      tried(() => {
        (window as unknown as Record<string, unknown>).guides = {};
      });
      return bridge['app.start'] === before && !('extra' in bridge) && Object.keys((window as Page).guides ?? {}).length > 1;
    });
    expect(result).toBe(true);
  });

  test('listens to the four pushes only', async () => {
    const heard = await running.page.evaluate(async () => {
      const events: unknown[] = [];
      const on = (window as Page).guides?.on as unknown as (name: unknown, handler: unknown) => () => void;
      on('app.start', (value: unknown) => events.push(value));
      on('__proto__', (value: unknown) => events.push(value));
      on('command', 'not a function');
      return events;
    });
    expect(heard).toEqual([]);
  });

  test('answers hostile arguments with a code, never with an exception', async () => {
    // Calls that would open something of the system's when asked well are asked badly only.
    const codes = await running.page.evaluate(async () => {
      const bridge = (window as Page).guides as unknown as Record<
        string,
        (value: unknown) => Promise<{ ok: boolean; error?: { code: string } }>
      >;
      const hostile: unknown[] = [
        undefined,
        null,
        0,
        '',
        'x',
        [],
        [[]],
        { id: '../x' },
        { id: {} },
        { text: 'x'.repeat(50_000) },
        { patch: { theme: 'pink' } },
        { url: 5 },
        { guide: 'x', block: 'y', ticked: 1 },
        { query: 'x'.repeat(501) },
        { id: 'x', extra: 1 },
        new Date(),
        new Map([['id', 'x']]),
        { suggested: 1 },
        1n,
        { toString: 'x' },
      ];
      const seen = new Set<string>();
      for (const [name, call] of Object.entries(bridge)) {
        if (name === 'on') continue;
        for (const value of hostile) {
          const reply = await call(value);
          seen.add(reply.ok ? `${name} took ${JSON.stringify(value)}` : (reply.error?.code ?? 'no code'));
        }
      }
      return [...seen];
    });
    expect(codes.filter((code) => code.includes(' took '))).toEqual([]);
    expect(codes).toEqual(['BAD_REQUEST']);
  });
});
