// What every command needs first. Plain JavaScript without packages, because it runs before anything is
// installed: checks Node, installs what package-lock.json names if it is not already there, and makes
// TypeScript files loadable. Never changes the caller's working folder.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Returns when TypeScript files of ours can be imported; ends the process with a sentence when they cannot. */
export async function setUp() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`National Guides needs Node 20.19 or later; this is ${process.version}. Install a newer Node and run the command again.`);
    process.exit(1);
  }
  const stamp = path.join(root, 'node_modules', '.national-guides-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch} ${major}`)
    .digest('hex');
  if ((existsSync(stamp) ? readFileSync(stamp, 'utf8') : '') !== wanted) install(stamp, wanted);
  const { register } = await load('node_modules', 'tsx', 'dist', 'esm', 'api', 'index.mjs');
  register();
}

/** Imports a module of the project. */
export function load(...names) {
  return import(pathToFileURL(path.join(root, ...names)).href);
}

function install(stamp, wanted) {
  // Standard output may be read by a program.
  console.error('Setting up: installing packages (once, about a minute) ...');
  // Other package managers set the same variable to their own program.
  const npm = /[\\/]npm-cli\.js$/.test(process.env.npm_execpath ?? '') ? process.env.npm_execpath : undefined;
  const [command, args] = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  // The log level keeps the engine notices of packages that are only unpacked here out of sight.
  const result = spawnSync(command, [...args, 'ci', '--loglevel=error'], {
    cwd: root,
    stdio: ['inherit', 2, 'inherit'],
    shell: !npm && process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('The packages could not be installed. Check that npm can reach its registry (npm ping), then run the command again.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
