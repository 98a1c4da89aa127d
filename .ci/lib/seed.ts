// The seed share that ships with the app: `content/guides` as a complete share, signed by demonstration keys that
// are gone when this returns, and the directory's first root, which the app pins.
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lineOf } from '../../content/cli/build.ts';
import { makeShare } from '../../content/cli/make-share.ts';
import { Stop, say } from './say.ts';

/** Replaces what is at `seedOut` and `rootOut`. Throws `Stop` with the problems when a guide has an error. */
export async function buildSeed(guidesDir: string, seedOut: string, rootOut: string): Promise<void> {
  // Beside its goal first: a build that stops must not leave a seed without its root.
  const beside = `${seedOut}.new`;
  rmSync(beside, { recursive: true, force: true });
  const made = await makeShare({ folder: guidesDir, out: beside, mode: 'strict', keys: null, now: new Date() });
  const errors = made.problems.filter(({ severity }) => severity === 'error');
  if (!made.written) {
    rmSync(beside, { recursive: true, force: true });
    throw new Stop(`The bundled guides have errors:\n${errors.map((problem) => `  content/guides/${lineOf(problem)}`).join('\n')}`);
  }
  const hints = made.problems.length - errors.length;
  if (hints > 0) say(`The bundled guides have ${hints} warnings and hints: npx guides build content/guides --out <folder> lists them.`);
  rmSync(seedOut, { recursive: true, force: true });
  mkdirSync(path.dirname(seedOut), { recursive: true });
  renameSync(beside, seedOut);
  rmSync(rootOut, { recursive: true, force: true });
  mkdirSync(rootOut, { recursive: true });
  cpSync(path.join(seedOut, 'directory', 'metadata', '1.root.json'), path.join(rootOut, '1.root.json'));
}
