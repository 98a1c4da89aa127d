// A signed share built from somebody else's folder of markdown by the real command line, kept between runs
// while neither the folder nor our code changes (4,000 documents take a while).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, root } from '../../.ci/lib/places.ts';

export interface BuiltShare {
  readonly share: string;
  /** The directory's first root, as an app would carry it. */
  readonly pinnedRoot: string;
  readonly stamp: string;
}

/** Where other people's documents lie beside a checkout; absent in a clone elsewhere. */
export const corpora = path.resolve(root, '..', 'shared', 'corpora');

/** @param name becomes part of a folder name in the cache */
export function buildShareFrom(folder: string, name: string): BuiltShare {
  const hash = createHash('sha256');
  for (const dir of [folder, path.join(root, 'content', 'core'), path.join(root, 'content', 'node'), path.join(root, 'content', 'cli')])
    addTree(hash, dir);
  const stamp = hash.digest('hex');
  const base = path.join(cache, 'shares', name);
  const share = path.join(base, 'share');
  const mark = path.join(base, 'stamp');
  const built: BuiltShare = { share, pinnedRoot: path.join(share, 'directory', 'metadata', '1.root.json'), stamp };
  if (existsSync(mark) && readFileSync(mark, 'utf8') === stamp) return built;
  rmSync(base, { recursive: true, force: true });
  mkdirSync(base, { recursive: true });
  const run = spawnSync(process.execPath, [path.join(root, '.ci', 'guides.mjs'), 'build', folder, '--out', share, '--lenient', '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(`guides build ${folder} ended with ${run.status}: ${run.stderr.slice(-2000)}`);
  writeFileSync(mark, stamp);
  return built;
}

// Name, size and time are enough here: a false "unchanged" would need all three to stay.
function addTree(hash: ReturnType<typeof createHash>, dir: string): void {
  for (const entry of readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = path.join(dir, entry.name);
    if (entry.isDirectory()) addTree(hash, full);
    else {
      const { size, mtimeMs } = statSync(full);
      hash.update(`${full}\0${size}\0${mtimeMs}\n`);
    }
  }
}
