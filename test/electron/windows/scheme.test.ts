import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { imagePolicy, pagePolicy } from '../../../electron/windows/csp.ts';
import { handleScheme, namesIn, respond, type SchemePorts, schemePrivileges } from '../../../electron/windows/scheme.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'scheme-'));
const root = path.join(dir, 'renderer');
beforeAll(() => {
  mkdirSync(path.join(root, 'chunks'), { recursive: true });
  writeFileSync(path.join(root, 'index.html'), '<!doctype html>');
  writeFileSync(path.join(root, 'chunks', 'a-1.js'), '1');
  writeFileSync(path.join(root, 'main.map'), '{}');
  writeFileSync(path.join(dir, 'secret.js'), 'secret');
  mkdirSync(path.join(root, 'folder.js'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const asked: string[] = [];
const ports: SchemePorts = {
  root,
  image: async (channel, name, edition) => {
    asked.push(`${channel}/${name} of ${edition ?? 'the newest'}`);
    if (name === 'broken.png') throw new Error('damaged');
    return name === 'logo.png' ? { bytes: new Uint8Array([1, 2]), type: 'image/png' } : null;
  },
};
const get = (url: string, method = 'GET') => respond({ url, method }, ports);

describe('guides://', () => {
  test('serves the files of the window with their types', async () => {
    const page = await get('guides://app/index.html');
    expect([page.status, page.headers.get('Content-Type'), await page.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<!doctype html>',
    ]);
    expect((await get('guides://app/chunks/a-1.js')).headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  });

  test('serves verified images', async () => {
    const image = await get('guides://image/facebook/logo.png');
    expect([image.status, image.headers.get('Content-Type'), image.headers.get('Content-Security-Policy')]).toEqual([
      200,
      'image/png',
      imagePolicy,
    ]);
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(new Uint8Array([1, 2]));
  });

  test('lets the window alone have the pixels of an image, and nothing have those of a page', async () => {
    expect((await get('guides://image/facebook/logo.png')).headers.get('Access-Control-Allow-Origin')).toBe('guides://app');
    expect((await get('guides://app/index.html')).headers.has('Access-Control-Allow-Origin')).toBe(false);
    expect((await get('guides://image/facebook/none.png')).headers.has('Access-Control-Allow-Origin')).toBe(false);
  });

  test('serves an image of the edition that the address names', async () => {
    asked.length = 0;
    expect((await get('guides://image/facebook/1795350012/logo.png')).status).toBe(200);
    expect((await get('guides://image/facebook/logo.png')).status).toBe(200);
    expect(asked).toEqual(['facebook/logo.png of 1795350012', 'facebook/logo.png of the newest']);
  });

  test.each([
    'guides://app/',
    'guides://app',
    'guides://app/none.html',
    'guides://app/main.map',
    'guides://app/folder.js',
    'guides://app/../secret.js',
    'guides://app/chunks/../../secret.js',
    'guides://app/%2e%2e/secret.js',
    'guides://app/..%2fsecret.js',
    'guides://app/..\\secret.js',
    'guides://app//index.html',
    'guides://app/index.html?x=1',
    'guides://app/index.html%00.js',
    'guides://app/./index.html',
    'guides://app/a/b/c/d/e.js',
    'guides://app:80/index.html',
    'guides://user@app/index.html',
    'guides://other/index.html',
    'guides://image/facebook/none.png',
    'guides://image/facebook/broken.png',
    'guides://image/Facebook/logo.png',
    'guides://image/../logo.png',
    'guides://image/facebook/x/logo.png',
    'guides://image/facebook/01/logo.png',
    'guides://image/facebook/1/2/logo.png',
    'guides://image/facebook/1/',
    'guides://image/logo.png',
    'guides:app/index.html',
    'file:///etc/passwd',
  ])('answers "not found" to %s', async (url) => {
    const reply = await get(url);
    expect([reply.status, await reply.text()]).toEqual([404, '']);
  });

  test.each(['POST', 'HEAD', 'OPTIONS', 'PUT'])('answers nothing but GET (%s)', async (method) =>
    expect((await get('guides://app/index.html', method)).status).toBe(404),
  );

  test('says the policy with every answer, and lets no type be guessed', async () => {
    for (const url of ['guides://app/index.html', 'guides://image/facebook/logo.png', 'guides://app/none', 'guides://image/x/y']) {
      const { headers } = await get(url);
      expect(headers.get('Content-Security-Policy')).toBe(url.endsWith('logo.png') ? imagePolicy : pagePolicy);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    }
  });

  test('turns any address into plain names or nothing', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', '%2e', '%2f', '\0', 'a', 'index.html', '~', ' ', '?', '#', ':', 'C:', '\u202e');
    const address = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.array(piece).map((pieces) => `guides://app/${pieces.join('')}`),
    );
    fc.assert(
      fc.property(address, (url) => {
        for (const name of namesIn(url)?.path ?? []) expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('serves nothing outside its folder, whatever is asked', async () => {
    symlinkSync(root, path.join(dir, 'link'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('..', 'secret.js', 'chunks', '%2e%2e', 'link', 'renderer')), async (names) => {
        expect(await (await get(`guides://app/${names.join('/')}`)).text()).not.toBe('secret');
      }),
    );
  });

  test('is handled on the session that is given', () => {
    const handle = vi.fn();
    handleScheme({ protocol: { handle } } as never, ports);
    expect(handle).toHaveBeenCalledWith('guides', expect.any(Function));
  });

  test('has no privilege that goes round the policy', () =>
    expect(schemePrivileges.privileges).toEqual({ standard: true, secure: true, codeCache: true }));
});
