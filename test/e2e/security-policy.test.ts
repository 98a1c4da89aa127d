// Item 7 of Electron's security list on the real window: the content policy comes with every answer, and each thing
// that a page could try against it is refused and told.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagePolicy } from '../../electron/windows/csp.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
});
afterAll(() => running?.close());

/** Runs an attempt in the page and returns the directives it broke, and the error it met. */
async function attempted(attempt: () => unknown): Promise<string[]> {
  await running.page.evaluate(() => {
    const store = window as unknown as { violations: string[]; listening?: boolean };
    store.violations = [];
    if (!store.listening) document.addEventListener('securitypolicyviolation', (event) => store.violations.push(event.effectiveDirective));
    store.listening = true;
  });
  const error = await running.page.evaluate(attempt as () => void).then(
    () => '',
    (thrown: Error) => thrown.message,
  );
  await running.page.waitForTimeout(150);
  const violations = await running.page.evaluate(() => (window as unknown as { violations: string[] }).violations);
  return [...violations, ...(/Trusted|trusted/.test(error) ? ['trusted-types'] : [])];
}

describe('item 7: the content policy', () => {
  test('comes with every answer', async () => {
    const policies = await running.app.evaluate(async ({ webContents }) => {
      const { session } = webContents.getAllWebContents()[0] as Electron.WebContents;
      const urls = [
        'guides://app/index.html',
        'guides://app/main.js',
        'guides://app/main.css',
        'guides://app/none',
        'guides://image/x/none.png',
        'guides://other/',
      ];
      return Promise.all(
        urls.map(async (url) =>
          session.fetch(url).then(
            (reply) => reply.headers.get('content-security-policy'),
            () => 'refused',
          ),
        ),
      );
    });
    expect(policies.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => pagePolicy));
  });

  test.each<[string, () => unknown, string]>([
    [
      'a script written into the page',
      () => document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hacked = 1' })),
      'trusted|script-src',
    ],
    [
      'a handler written into the page',
      () => document.body.append(document.createRange().createContextualFragment('<img src="x" onerror="window.hacked=1">')),
      'trusted|script-src',
    ],
    // Through a timer: what the test itself runs may make code, what the page runs may not.
    ['text made into code', () => void setTimeout(() => new Function('window.hacked = 1')()), 'trusted|script-src'],
    [
      'a policy that lets text through',
      () =>
        (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }).trustedTypes.createPolicy('mine', {}),
      'trusted-types',
    ],
    ['a picture from the web', () => Object.assign(new Image(), { src: 'http://127.0.0.1:9/x.png' }), 'img-src'],
    ['a picture in the text', () => Object.assign(new Image(), { src: 'data:image/png;base64,iVBORw0KGgo=' }), 'img-src'],
    ['a web socket', () => new WebSocket('ws://127.0.0.1:9/'), 'connect-src|default-src'],
    ['a fetch', () => void fetch('https://127.0.0.1:9/').catch(() => undefined), 'connect-src|default-src'],
    ['a fetch of a file', () => void fetch('file:///etc/passwd').catch(() => undefined), 'connect-src|default-src'],
    ['a beacon', () => navigator.sendBeacon('https://127.0.0.1:9/', 'x'), 'connect-src|default-src'],
    ['a stream of events', () => new EventSource('https://127.0.0.1:9/'), 'connect-src|default-src'],
    [
      'a frame',
      () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://127.0.0.1:9/' })),
      'frame-src|default-src',
    ],
    [
      'a frame of our own',
      () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'guides://app/index.html' })),
      'frame-src|default-src',
    ],
    [
      'an object',
      () => document.body.append(Object.assign(document.createElement('object'), { data: 'guides://app/index.html' })),
      'object-src|default-src|trusted',
    ],
    [
      'a style sheet from the web',
      () => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'https://127.0.0.1:9/x.css' })),
      'style-src',
    ],
    [
      'a style written into the page',
      () => document.head.append(Object.assign(document.createElement('style'), { textContent: 'body{color:red}' })),
      'style-src',
    ],
    [
      'another base address',
      () => document.head.append(Object.assign(document.createElement('base'), { href: 'https://127.0.0.1:9/' })),
      'base-uri',
    ],
    ['a video', () => Object.assign(document.createElement('video'), { src: 'https://127.0.0.1:9/x.mp4' }).load(), 'media-src|default-src'],
    ['a font', () => void new FontFace('x', 'url(https://127.0.0.1:9/x.woff2)').load().catch(() => undefined), 'font-src'],
    ['a worker', () => new Worker(URL.createObjectURL(new Blob(['1']))), 'worker-src|script-src|trusted'],
  ])('refuses %s', async (_name, attempt, directive) => {
    const violations = await attempted(attempt);
    expect(violations.join(' ')).toMatch(new RegExp(directive));
    expect(await running.page.evaluate(() => 'hacked' in window)).toBe(false);
  });
});

test('extra: no address of this PC comes out by WebRTC', async () => {
  const candidates = await running.page.evaluate(async () => {
    try {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:9' }] });
      const found: string[] = [];
      connection.onicecandidate = (event) => {
        if (event.candidate?.candidate) found.push(event.candidate.candidate);
      };
      connection.createDataChannel('x');
      await connection.setLocalDescription(await connection.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 500));
      connection.close();
      return found;
    } catch {
      return [];
    }
  });
  expect(candidates).toEqual([]);
});
