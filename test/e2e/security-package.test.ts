// The unpacked package that `npm run package` made, as it ships: its fuses, and that they hold.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dist, executableName, stageDir } from '../../.ci/lib/places.ts';
import { runnable } from '../../.ci/lib/stage.ts';
import { displayEnv, launchArgs, openFolder } from '../support/electron-app.ts';

const packaged = path.join(dist, 'packages', process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked');
const home = `${stageDir}-packaged-home`;
const dir = `${stageDir}-packaged`;

describe.skipIf(!existsSync(path.join(packaged, executableName)))('item 19: the package (made by npm run package)', () => {
  let command: string;
  let screen: Awaited<ReturnType<typeof displayEnv>>;
  beforeAll(async () => {
    rmSync(dir, { recursive: true, force: true });
    cpSync(packaged, dir, { recursive: true, verbatimSymlinks: true });
    command = runnable(dir, home);
    screen = await displayEnv();
  });
  afterAll(() => {
    screen?.release();
    rmSync(dir, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  });

  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const userData = openFolder(mkdtempSync(path.join(home, 'run-')));
    return spawnSync(command, [...launchArgs(userData), ...args], { env: { ...screen.env, ...env }, encoding: 'utf8', timeout: 60_000 });
  };

  test('has every fuse set', async () => {
    const wire = await getCurrentFuseWire(path.join(dir, executableName));
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    for (const fuse of off) expect(wire[fuse]).toBe(FuseState.DISABLE);
    for (const fuse of on) expect(wire[fuse]).toBe(FuseState.ENABLE);
  });

  test('passes the smoke test', () => {
    const { status, stdout } = run(['--smoke-test']);
    expect([status, JSON.parse(stdout).ok]).toEqual([0, true]);
  });

  test('is no Node, whatever the environment says', () => {
    const { stdout } = run(['--smoke-test'], { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--title=hacked' });
    expect(JSON.parse(stdout).ok).toBe(true);
  });

  test('runs no loose folder in place of its archive, and takes no mark of a test build', () => {
    const app = path.join(dir, 'resources', 'app');
    mkdirSync(app);
    writeFileSync(path.join(app, 'package.json'), '{"name":"evil","main":"main.js"}');
    writeFileSync(path.join(app, 'main.js'), 'process.stdout.write("hacked");process.exit(0)');
    writeFileSync(path.join(dir, 'resources', 'test-build'), '');
    expect(JSON.parse(run(['--smoke-test']).stdout).ok).toBe(true);
    expect(run(['--remote-debugging-port=0']).status).toBe(3);
    rmSync(app, { recursive: true });
    rmSync(path.join(dir, 'resources', 'test-build'));
  });

  test('keeps its guides and its trust root, and no source maps', () => {
    expect(existsSync(path.join(dir, 'resources', 'seed', 'directory', 'metadata', 'timestamp.json'))).toBe(true);
    expect(readFileSync(path.join(dir, 'resources', 'app.asar')).includes('sourceMappingURL')).toBe(false);
  });
});
