// What goes wrong on a real PC: damaged settings and words, a store that is deleted or damaged while somebody
// reads, policy that is hostile, a process that is killed. The window opens, the guides are readable, nothing is lost.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallName, Reply, Request, WindowApi } from '../../electron/ipc/contract.ts';
import { freshUserDataDir, type LaunchOptions, launchApp, openFolder, type RunningApp } from '../support/electron-app.ts';
import { deleteInUse } from '../support/temp.ts';

let dir: string;
let open: RunningApp[] = [];
beforeEach(async () => {
  dir = await freshUserDataDir();
});
afterEach(async () => {
  for (const running of open) await running.close().catch(() => undefined);
  open = [];
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

async function start(options: LaunchOptions = {}): Promise<RunningApp> {
  const running = await launchApp({ userDataDir: dir, ...options });
  open.push(running);
  return running;
}

type Answer<Name extends CallName> =
  | { readonly ok: true; readonly value: Reply<Name> }
  | { readonly ok: false; readonly error: { readonly code: string } };
function call<Name extends CallName>({ page }: RunningApp, name: Name, request: Request<Name>): Promise<Answer<Name>> {
  return page.evaluate(
    ([to, value]) =>
      ((window as typeof window & { guides: WindowApi }).guides[to as Name] as (request: unknown) => Promise<unknown>)(value),
    [name, request] as const,
  ) as Promise<Answer<Name>>;
}
const must = <T>(
  reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } },
): T => {
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
};
const log = (): string => {
  const file = path.join(dir, 'logs', 'national-guides.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};
/** Files that the test writes as root must be the app's own. */
const put = (name: string, text: string): void => {
  writeFileSync(path.join(dir, name), text);
  chmodSync(path.join(dir, name), 0o666);
};
const firstGuide = async (running: RunningApp) =>
  must(await call(running, 'library.list', {})).guides[0]?.id as Request<'library.guide'>['id'];

describe('settings', () => {
  test('of a person are there after a restart', async () => {
    const first = await start();
    must(await call(first, 'settings.change', { patch: { theme: 'dark', textSize: 5 } }));
    await first.close();
    const second = await start();
    expect(must(await call(second, 'app.start', {})).settings).toMatchObject({
      values: { theme: 'dark', textSize: 5 },
      repaired: false,
    });
  });

  test('that are not readable are put aside and said, and the window opens', async () => {
    put('settings.json', '{"format":1,"val');
    const running = await start();
    expect(must(await call(running, 'app.start', {})).settings).toMatchObject({ repaired: true, managed: [] });
    expect(readdirSync(dir).some((name) => /^settings\.damaged-\d+\.json$/.test(name))).toBe(true);
    expect(must(await call(running, 'settings.change', { patch: { theme: 'sepia' } })).values.theme).toBe('sepia');
  });

  test('that IT decides win, are named, and cannot be changed', async () => {
    put('settings.json', '{"format":1,"values":{"theme":"dark"}}');
    const running = await start({
      policy: { format: 1, mandatory: { theme: 'light', externalLinks: 'copy' }, defaults: { width: 'wide' } },
    });
    expect(must(await call(running, 'app.start', {})).settings).toMatchObject({
      values: { theme: 'light', width: 'wide' },
      managed: ['theme', 'externalLinks'],
    });
    expect(await call(running, 'settings.change', { patch: { theme: 'dark' } })).toMatchObject({
      ok: false,
      error: { code: 'SETTING_MANAGED' },
    });
  });

  test.each(['{"format":1,"mandatory":', '[]', '{"format":9}', '{"format":1,"mandatory":{"theme":"<script>"}}', '\u00010'])(
    'under the broken policy %s are the person’s own',
    async (policy) => {
      const running = await start({ policy });
      expect(must(await call(running, 'app.start', {})).settings.managed).toEqual([]);
      expect(log()).toContain('policy-');
    },
  );
});

describe('what somebody read and ticked', () => {
  test('is on disk within a second, whatever becomes of the process', async () => {
    const running = await start();
    const guide = await firstGuide(running);
    must(await call(running, 'reading.saved', { guide, saved: true }));
    must(await call(running, 'gaps.add', { query: 'geofence' }));
    await wait(1_000);
    process.kill(running.pid, 'SIGKILL');
    await running.close().catch(() => undefined);
    const again = await start();
    expect(must(await call(again, 'app.start', {})).reading.saved).toEqual([guide]);
    expect(must(await call(again, 'gaps.add', { query: 'drone' }))).toEqual({ count: 2 });
  });

  test('is kept when the window is closed at once', async () => {
    const running = await start();
    const guide = await firstGuide(running);
    must(await call(running, 'reading.saved', { guide, saved: true }));
    await running.close();
    expect(JSON.parse(readFileSync(path.join(dir, 'reading.json'), 'utf8')).value.saved).toEqual([guide]);
  });

  test('is put aside, not lost, when its file is damaged', async () => {
    put('reading.json', '{"format":1,"value":{"saved":["x-setup"]');
    const running = await start();
    expect(must(await call(running, 'app.start', {})).reading).toEqual({ saved: [], recent: expect.any(Array), ticks: {} });
    const aside = readdirSync(dir).find((name) => name.startsWith('reading.damaged-')) ?? '';
    expect(readFileSync(path.join(dir, aside), 'utf8')).toContain('x-setup');
  });
});

describe('the store', () => {
  test('that is deleted while somebody reads is filled again, and the guide opens', async () => {
    const running = await start();
    const guide = await firstGuide(running);
    deleteInUse(path.join(dir, 'store'));
    expect(must(await call(running, 'library.guide', { id: guide })).source.length).toBeGreaterThan(100);
    expect(existsSync(path.join(dir, 'store', 'store-a.json'))).toBe(true);
  });

  test('whose files are cut while somebody reads is mended', async () => {
    const running = await start();
    const guide = await firstGuide(running);
    const blobs = path.join(dir, 'store', 'blobs');
    for (const name of readdirSync(blobs)) truncateSync(path.join(blobs, name), 10);
    expect(must(await call(running, 'library.guide', { id: guide })).source.length).toBeGreaterThan(100);
    expect(log()).toContain('BLOB_DAMAGED');
  });

  test('that is nonsense at the start is filled again', async () => {
    const first = await start();
    await first.close();
    for (const name of ['store-a.json', 'store-b.json']) writeFileSync(path.join(dir, 'store', name), 'nonsense');
    const running = await start();
    expect(must(await call(running, 'library.list', {}))).toMatchObject({
      problems: [],
      guides: expect.arrayContaining([expect.anything()]),
    });
  });

  test('keeps words of guides out of the log', async () => {
    const running = await start();
    const guide = await firstGuide(running);
    const { source, summary } = must(await call(running, 'library.guide', { id: guide }));
    deleteInUse(path.join(dir, 'store'));
    await call(running, 'library.guide', { id: guide });
    await call(running, 'log.fault', { where: 'test', message: `Error: ${source.slice(0, 300)}` });
    expect(log()).toContain('window-fault');
    expect(log()).not.toContain(summary.title);
    expect(log()).not.toContain(source.split('\n').find((line) => line.length > 60) ?? source);
  });
});

describe('a page', () => {
  test('is saved as a PDF with its stamp, and the window learns the name only', async () => {
    const running = await start();
    const file = path.join(openFolder(mkdtempSync(path.join(dir, 'out-'))), 'Guide.pdf');
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as unknown as typeof dialog.showSaveDialog;
    }, file);
    expect(must(await call(running, 'page.pdf', { suggested: 'Guide' }))).toEqual({ name: 'Guide.pdf' });
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('that cannot be saved there is a code', async () => {
    const running = await start();
    await running.app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = (async () => ({
        canceled: false,
        filePath: '/proc/none/Guide.pdf',
      })) as unknown as typeof dialog.showSaveDialog;
    });
    expect(await call(running, 'page.pdf', { suggested: 'Guide' })).toMatchObject({ ok: false, error: { code: 'SAVE_FAILED' } });
  });

  test('whose process dies is loaded again', async () => {
    const running = await start();
    await running.app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.forcefullyCrashRenderer());
    await expect.poll(log, { timeout: 10_000 }).toContain('page-');
    // Playwright gives up a page that crashed once; the window did not.
    const painted = () =>
      running.app.evaluate(({ webContents }) =>
        webContents.getAllWebContents()[0]?.executeJavaScript("document.documentElement.hasAttribute('data-first-text')"),
      );
    await expect.poll(painted, { timeout: 10_000 }).toBe(true);
  });
});

test('the window opens where it was', async () => {
  const first = await start();
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 900, height: 640 }));
  await wait(500);
  await first.close();
  const second = await start();
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toMatchObject({ width: 900, height: 640 });
});
