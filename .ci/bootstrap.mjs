#!/usr/bin/env node
// First step of every npm command. Plain JavaScript without packages, because it runs before anything
// is installed: checks Node, installs what package-lock.json names if it is not already there, then
// hands over to the TypeScript command of that name in this folder.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
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
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (installed !== wanted) {
  console.log('Setting up: installing packages (once, about a minute) ...');
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  // The log level keeps the engine notices of packages that are only unpacked here out of sight.
  const result = spawnSync(command, [...args, 'ci', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: !npm && process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('The packages could not be installed. Check that npm can reach its registry (npm ping), then run the command again.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

const name = process.argv[2] ?? '';
const script = path.join(root, '.ci', `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(script)) {
  console.error(`There is no command "${name}". The commands are listed under "scripts" in package.json.`);
  process.exit(1);
}
const { register } = await import(pathToFileURL(path.join(root, 'node_modules', 'tsx', 'dist', 'esm', 'api', 'index.mjs')).href);
register();
process.chdir(root);
const { main } = await import(pathToFileURL(script).href);
process.exitCode = await main(process.argv.slice(3));
