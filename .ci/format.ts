// `npm run format`: puts the sources into the one format and applies the safe repairs of the linter.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './lib/places.ts';

export async function main(): Promise<number> {
  const bin = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'biome.cmd' : 'biome');
  return spawnSync(bin, ['check', '--write', '.'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
}
