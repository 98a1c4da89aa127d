// Apps with another seed than the bundled guides: shares built by the real command line's own function from sources
// that a test writes, or copies of the bundled seed with something wrong in them.
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt } from '../../.ci/lib/build.ts';
import { appOut, seedOut } from '../../.ci/lib/places.ts';
import type { Variant } from '../../.ci/lib/stage.ts';
import { makeShare } from '../../content/cli/make-share.ts';

const made: string[] = [];

/** A folder for as long as the test file runs; call `removeVariants` at its end. */
export function variantFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'guides-variant-'));
  // The app of a run as root is another user's.
  chmodSync(folder, 0o755);
  made.push(folder);
  return folder;
}

export function removeVariants(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** @param name of the staged app: the next variant of that name takes its place */
export function variantOf(name: string, seed: string, pinnedRoot = path.join(seed, 'directory', 'metadata', '1.root.json')): Variant {
  return { name, seed, pinnedRoot, stamp: createHash('sha256').update(randomUUID()).digest('hex') };
}

/** Builds a signed share of the given files: path in the folder of packs -> text. Problems of a lenient build are fine. */
export async function builtVariant(
  name: string,
  files: Readonly<Record<string, string>>,
  mode: 'strict' | 'lenient' = 'strict',
  now = new Date(),
): Promise<Variant> {
  const folder = variantFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const out = path.join(variantFolder(), 'share');
  const { written, problems } = await makeShare({ folder, out, mode, keys: null, now });
  if (!written) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return variantOf(name, out);
}

/** The bundled seed, changed on the way; the app still pins the root that signed it. */
export async function brokenSeed(name: string, damage: (seed: string) => void): Promise<Variant> {
  await ensureBuilt();
  const seed = path.join(variantFolder(), 'seed');
  cpSync(seedOut, seed, { recursive: true });
  damage(seed);
  return variantOf(name, seed, path.join(appOut, 'root', '1.root.json'));
}

/** Path of the only file in a folder whose name ends so. */
export function fileEnding(folder: string, end: string): string {
  const [found, ...others] = readdirSync(folder).filter((file) => file.endsWith(end));
  if (found === undefined || others.length > 0) throw new Error(`${others.length + (found ? 1 : 0)} files of ${folder} end in ${end}`);
  return path.join(folder, found);
}
