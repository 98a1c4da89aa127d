// The share that came with the app. Whether it was imported is told by a stamp: the digest of its small signed
// files. The stamp only saves work; what is believed is decided by the import, from signatures.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type AppError, AppFault, type ErrorCode } from '../../content/core/base/error.ts';
import { writeAtomic } from '../../content/node/atomic-write.ts';
import { sha256 } from '../../content/node/hash.ts';
import type { ImportReport } from '../../content/node/import-share.ts';

export interface SeedPlaces {
  readonly seed: string;
  readonly pinnedRoot: string;
  readonly store: string;
  readonly userData: string;
}

/** What would be said of a shared folder that may come back; the seed is part of the app and will not. */
const ofShares: ReadonlySet<string> = new Set<ErrorCode>(['SHARE_UNREACHABLE', 'SHARE_DENIED', 'INCOMPLETE']);

/** Imports the seed in another process; null when that was lost. */
export type ImportElsewhere = (seed: string) => Promise<ImportReport | null>;

/** Reports SEED_MISSING when the app came without its seed or root, or with a part of it; everything else is the import's to say. */
export async function importSeed(places: SeedPlaces, now: Date, elsewhere?: ImportElsewhere): Promise<ImportReport> {
  try {
    if (!existsSync(places.seed)) throw new AppFault('SEED_MISSING');
    const report = (await elsewhere?.(places.seed)) ?? (await importHere(places, now));
    const code = (report.error ?? report.directory.error)?.code;
    if (code !== undefined && ofShares.has(code)) throw new AppFault('SEED_MISSING');
    return agedWell(report);
  } catch {
    return {
      error: { code: 'SEED_MISSING', data: {} },
      directory: { error: null, warnings: [] },
      channels: [],
      changed: false,
    };
  }
}

/** Shares bring newer editions than the app came with; that a seed lies behind them is no trouble and no attack. */
function agedWell(report: ImportReport): ImportReport {
  const isBehind = (error: AppError | null): boolean => error?.code === 'ROLLED_BACK';
  return {
    ...report,
    error: isBehind(report.error) ? null : report.error,
    directory: isBehind(report.directory.error) ? { ...report.directory, error: null } : report.directory,
    channels: report.channels.map((channel) => (isBehind(channel.error) ? { ...channel, outcome: 'current', error: null } : channel)),
  };
}

async function importHere({ store, seed, pinnedRoot }: SeedPlaces, now: Date): Promise<ImportReport> {
  const root = readFileSync(pinnedRoot);
  const { importShare } = await import('../../content/node/import-share.ts');
  return importShare({ store, share: seed, pinnedRoot: root, now });
}

/** `null` when there is no seed. */
export function seedStamp(seed: string): string | null {
  try {
    const channels = path.join(seed, 'channels');
    const repositories = [path.join(seed, 'directory'), ...readdirSync(channels).map((name) => path.join(channels, name))];
    const parts = repositories.sort().map((repository) => sha256(readFileSync(path.join(repository, 'metadata', 'timestamp.json'))));
    return sha256(parts.join(' '));
  } catch {
    return null;
  }
}

const mark = (places: SeedPlaces): string => path.join(places.userData, 'seed.json');

export async function seedIsKnown(places: SeedPlaces): Promise<boolean> {
  try {
    const known = JSON.parse(readFileSync(mark(places), 'utf8')) as { readonly stamp?: unknown };
    return known.stamp === seedStamp(places.seed);
  } catch {
    return false;
  }
}

export async function rememberSeed(places: SeedPlaces): Promise<void> {
  const stamp = seedStamp(places.seed);
  if (stamp === null) return;
  try {
    await writeAtomic(mark(places), JSON.stringify({ format: 1, stamp }));
  } catch {
    // The next start looks again.
  }
}
