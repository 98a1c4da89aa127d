// Electron's security list, the items about going somewhere: no page leaves our address, no second window opens,
// nothing is embedded, and nothing outside opens without a person's word.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WindowApi } from '../../electron/ipc/contract.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

type Page = typeof window & { readonly guides?: WindowApi };

const home = 'guides://app/index.html';
let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
});
afterAll(() => running?.close());

const windows = () => running.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getURL()));
const nothingMoved = async (): Promise<void> => {
  await running.page.waitForTimeout(200);
  // The window may have set its own place within the page.
  expect((await windows()).map((url) => url.split('#')[0])).toEqual([home]);
  expect(await running.page.evaluate(() => document.documentElement.hasAttribute('data-first-text'))).toBe(true);
};

/** A click of a real mouse on a link that is put into the page. */
async function clickLink(
  href: string,
  options: { target?: string; button?: 'left' | 'middle'; modifiers?: ('Shift' | 'Control')[] } = {},
): Promise<void> {
  await running.page.evaluate(
    ({ href, target }) => {
      document.querySelector('#escape')?.remove();
      const link = Object.assign(document.createElement('a'), { id: 'escape', href, target, textContent: 'out' });
      link.style.cssText = 'position:fixed;top:0;left:0;z-index:99999;padding:20px';
      document.body.append(link);
    },
    { href, target: options.target ?? '' },
  );
  await running.page.mouse.move(15, 15);
  for (const key of options.modifiers ?? []) await running.page.keyboard.down(key);
  await running.page.mouse.click(15, 15, { button: options.button ?? 'left' });
  for (const key of options.modifiers ?? []) await running.page.keyboard.up(key);
  await running.page.evaluate(() => document.querySelector('#escape')?.remove());
}

describe('item 13: the page cannot leave', () => {
  test.each([
    'file:///etc/passwd',
    'https://127.0.0.1:9/',
    'http://127.0.0.1:9/',
    'data:text/html,<h1>x',
    'guides://image/x/y.png',
    'guides://other/',
    'chrome://version/',
    'view-source:guides://app/index.html',
    'blob:guides://app/1',
  ])('by setting its address to %s', async (url) => {
    await running.page.evaluate((to) => {
      try {
        location.assign(to);
      } catch {
        // Refused by the page's own engine already.
      }
    }, url);
    await nothingMoved();
  });

  test.each<[string, Parameters<typeof clickLink>[1]]>([
    ['a click', {}],
    ['a middle click', { button: 'middle' }],
    ['a click with Shift', { modifiers: ['Shift'] }],
    ['a click with Control', { modifiers: ['Control'] }],
    ['a link for a new window', { target: '_blank' }],
    ['a link for a named window', { target: 'other' }],
    ['a link for the top', { target: '_top' }],
  ])('by %s', async (_name, options) => {
    for (const href of ['https://127.0.0.1:9/', 'file:///etc/passwd']) {
      await clickLink(href, options);
      await nothingMoved();
    }
  });

  test('by a refresh written into its head', async () => {
    await running.page.evaluate(() => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'refresh';
      meta.content = '0;url=https://127.0.0.1:9/';
      document.head.append(meta);
    });
    await nothingMoved();
  });

  test('by a form', async () => {
    await running.page.evaluate(() => {
      const form = Object.assign(document.createElement('form'), { action: 'https://127.0.0.1:9/', method: 'post' });
      document.body.append(form);
      form.submit();
      form.remove();
    });
    await nothingMoved();
  });

  test('by a file that is dropped on it', async () => {
    await running.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['<h1>x</h1>'], 'x.html', { type: 'text/html' }));
      data.setData('text/uri-list', 'file:///etc/passwd');
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await nothingMoved();
  });

  test('by loading itself anew', async () => {
    await running.page.evaluate(() => {
      (window as unknown as Record<string, unknown>).same = true;
      location.reload();
    });
    await nothingMoved();
  });
});

test('item 13: an empty page, which Chromium opens without asking, is left again at once', async () => {
  await running.page.evaluate(() => location.assign('about:blank'));
  await running.page.waitForURL(`${home}**`);
  await running.page.waitForSelector('html[data-first-text]');
  await nothingMoved();
});

describe('item 14: no second window', () => {
  test.each(['', 'about:blank', 'https://127.0.0.1:9/', home, 'file:///etc/passwd'])('opens on %j', async (url) => {
    expect(await running.page.evaluate((to) => window.open(to) === null, url)).toBe(true);
    await nothingMoved();
  });
});

test('items 11 and 12: a webview is an unknown word', async () => {
  const kind = await running.page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://127.0.0.1:9/');
    document.body.append(view);
    return view.constructor.name;
  });
  expect(kind).toMatch(/^HTML(Unknown)?Element$/);
  await nothingMoved();
});

describe('item 15: an outside link', () => {
  const follow = async (url: string, choice: number) => {
    await running.app.evaluate(({ dialog, shell }, response) => {
      const seen = { opened: [] as string[], messages: [] as string[] };
      Object.assign(globalThis, { seen });
      shell.openExternal = async (href) => void seen.opened.push(href);
      dialog.showMessageBox = (async (_window: unknown, options: Electron.MessageBoxOptions) => {
        seen.messages.push(`${options.message} ${options.detail}`);
        return { response, checkboxChecked: false };
      }) as unknown as typeof dialog.showMessageBox;
    }, choice);
    const reply = await running.page.evaluate((to) => (window as Page).guides?.['link.external']({ url: to }), url);
    const seen = await running.app.evaluate(() => (globalThis as unknown as { seen: { opened: string[]; messages: string[] } }).seen);
    return { reply, ...seen };
  };

  test('is copied after its host was shown, and not opened', async () => {
    const { reply, opened, messages } = await follow('https://www.gov.uk/x', 0);
    expect(reply).toEqual({ ok: true, value: { done: 'copied' } });
    expect(opened).toEqual([]);
    expect(messages[0]).toContain('www.gov.uk');
  });

  test('opens once where the person set it so and says so', async () => {
    await running.page.evaluate(() => (window as Page).guides?.['settings.change']({ patch: { externalLinks: 'ask' } }));
    expect((await follow('https://www.gov.uk/x', 1)).opened).toEqual(['https://www.gov.uk/x']);
  });

  test('of the refused kinds is never opened, whatever is chosen', async () => {
    const { refused } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../fixtures/outside-links.json'), 'utf8')) as {
      refused: string[];
    };
    for (const url of refused.filter((text) => text.length <= 2_000).slice(0, 60)) expect((await follow(url, 1)).opened).toEqual([]);
  });
});

test('item 17: a foreign page with our preload is answered BAD_SENDER', async () => {
  const code = await running.app.evaluate(async ({ BrowserWindow, webContents }) => {
    const ours = webContents.getAllWebContents()[0] as Electron.WebContents;
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { session: ours.session, sandbox: true, preload: `${process.resourcesPath}/app/dist/app/preload.cjs` },
    });
    await stranger.loadURL('guides://app/index.html');
    const reply = await stranger.webContents.executeJavaScript("window.guides['library.list']({})");
    stranger.destroy();
    return reply.error?.code ?? 'answered';
  });
  expect(code).toBe('BAD_SENDER');
});

test('extra: what was refused stands in the log by kind and scheme, never by address', async () => {
  const log = readFileSync(path.join(running.userDataDir, 'logs', 'national-guides.log'), 'utf8');
  for (const code of ['refused-navigation', 'refused-window']) expect(log).toContain(code);
  expect(log).not.toMatch(/passwd|127\.0\.0\.1|gov\.uk/);
});
