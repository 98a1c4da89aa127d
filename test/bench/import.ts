// Import of a share into an empty store against `sha256sum` of the same files: both read every byte and hash
// it; ours also checks signatures and writes every byte again.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importShare } from '../../content/node/import-share.ts';
import { type Spread, spread } from './stats.ts';

export interface ImportFigures {
  readonly files: number;
  readonly bytes: number;
  readonly importMs: Spread;
  readonly sha256sumMs: Spread;
  /** Throughput of ours as a share of sha256sum's. */
  readonly ratio: number;
}

export async function measureImport(share: string, pinnedRoot: string, rounds: number): Promise<ImportFigures> {
  const files = listFiles(share);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const list = `${files.join('\0')}\0`;
  const ours: number[] = [];
  const peer: number[] = [];
  // One of each first, so that both find the files in the page cache.
  for (let round = 0; round <= rounds; round += 1) {
    const store = mkdtempSync(path.join(tmpdir(), 'import-'));
    let from = performance.now();
    execFileSync('xargs', ['-0', 'sha256sum', '--'], { input: list, stdio: ['pipe', 'ignore', 'inherit'] });
    const summed = performance.now() - from;
    from = performance.now();
    const report = await importShare({ store, share, pinnedRoot: readFileSync(pinnedRoot), now: new Date() });
    const imported = performance.now() - from;
    if (report.error !== null || report.channels.some((channel) => channel.error !== null))
      throw new Error(`import failed: ${JSON.stringify(report)}`);
    rmSync(store, { recursive: true, force: true });
    if (round === 0) continue;
    ours.push(imported);
    peer.push(summed);
  }
  const [importMs, sha256sumMs] = [spread(ours), spread(peer)];
  return { files: files.length, bytes, importMs, sha256sumMs, ratio: sha256sumMs.median / importMs.median };
}

function listFiles(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(dir, entry.name);
    return entry.isDirectory() ? listFiles(full) : [full];
  });
}
