// The packaged app as a black box: fuses, what it refuses, and that it opens, reads and searches.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cache, dist, executableName, root } from '../../.ci/lib/places.ts';
import { runnable } from '../../.ci/lib/stage.ts';
import { displayEnv } from '../support/electron-app.ts';
import { guideFiles, packFolders } from '../support/guide-files.ts';

const unpacked = path.join(dist, 'packages', process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked');
let dir = '';
let command = '';
let display: Awaited<ReturnType<typeof displayEnv>>;

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(command, [...args, '--disable-gpu'], { encoding: 'utf8', env: { ...display.env, ...env }, timeout: 60_000 });

// The wire says '0' or '1' for each fuse, in the order of the fuse schema.
const on = '1'.charCodeAt(0);
const off = '0'.charCodeAt(0);

describe('the packaged app', () => {
  beforeAll(async () => {
    const packaged = spawnSync(process.execPath, [path.join(root, '.ci', 'bootstrap.mjs'), 'package'], { cwd: root, encoding: 'utf8' });
    expect(packaged.status, packaged.stderr).toBe(0);
    mkdirSync(cache, { recursive: true });
    // Out of the clone, where the unprivileged user of a run as root may not look.
    dir = mkdtempSync(path.join(cache, 'packaged-'));
    cpSync(unpacked, path.join(dir, 'app'), { recursive: true });
    spawnSync('chmod', ['-R', 'a+rX', dir]);
    command = runnable(path.join(dir, 'app'), path.join(dir, 'home'));
    display = await displayEnv();
  }, 300_000);

  afterAll(() => {
    display?.release();
    if (dir) rmSync(dir, { recursive: true, force: true });
  });

  it('opens its window, paints a guide and searches', () => {
    const smoke = run(['--smoke-test', `--user-data-dir=${path.join(dir, 'home', 'smoke')}`]);
    const line = smoke.stdout.trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(line)).toMatchObject({ ok: true, guides: guideFiles().length, packs: packFolders().length });
    expect(smoke.status).toBe(0);
  });

  it('has every fuse set as electron-builder.yml says', async () => {
    const wire = await getCurrentFuseWire(path.join(dir, 'app', executableName));
    const states = [0, 1, 2, 3, 4, 5, 6, 7].map((fuse) => (wire as unknown as Record<number, number>)[fuse]);
    expect(states).toEqual([off, on, off, off, on, on, off, off]);
  });

  it.each(['--remote-debugging-port=0', '--inspect=0', '--disable-web-security', '--remote-debugging-pipe'])(
    'refuses %s with exit code 3',
    (flag) => {
      // With its fuse off, Node's own switch is not even seen as one; then the app's own refusal must hold.
      expect(run([flag, `--user-data-dir=${path.join(dir, 'home', 'refused')}`]).status).toBe(3);
    },
  );

  it('is no Node, whatever the environment says', () => {
    const asNode = run(['-e', 'console.log("I am Node")', '--smoke-test'], { ELECTRON_RUN_AS_NODE: '1' });
    expect(asNode.stdout).not.toContain('I am Node');
  });

  it('ignores an app folder that somebody puts beside the archive', () => {
    const loose = path.join(dir, 'app', 'resources', 'app');
    mkdirSync(loose, { recursive: true });
    writeFileSync(path.join(loose, 'package.json'), '{"name":"loose","main":"main.cjs"}');
    writeFileSync(path.join(loose, 'main.cjs'), 'process.stdout.write("loose app\\n"); process.exit(7);');
    const smoke = run(['--smoke-test', `--user-data-dir=${path.join(dir, 'home', 'loose')}`]);
    expect(smoke.stdout).not.toContain('loose app');
    expect(smoke.status).toBe(0);
  });

  it('holds no test mark, no source and no private key', () => {
    const listed = spawnSync(
      'find',
      [path.join(dir, 'app', 'resources'), '-name', 'test-build', '-o', '-name', '*.ts', '-o', '-name', '*.map', '-o', '-name', '*.pem'],
      { encoding: 'utf8' },
    );
    expect(listed.stdout.trim()).toBe('');
  });
});
