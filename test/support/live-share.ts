// A share that is published to while the app runs: the real builder, sources that a test changes, keys that stay. The
// app is started with the first edition as its seed.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Variant } from '../../.ci/lib/stage.ts';
import { makeShare } from '../../content/cli/make-share.ts';
import { variantFolder, variantOf } from './variants.ts';

export interface LiveShare {
  /** The share itself. */
  readonly folder: string;
  /** An app that holds the first edition. */
  readonly variant: Variant;
  /** Publishes a new edition with these files changed; path in the folder of packs -> text. */
  publish(files: Readonly<Record<string, string>>): Promise<void>;
}

// The first edition is a few days old, so that its day is another than that of the next one.
const firstMs = 3 * 86_400_000;

export async function liveShare(name: string, files: Readonly<Record<string, string>>): Promise<LiveShare> {
  const sources = variantFolder();
  const keys = path.join(variantFolder(), 'keys');
  const folder = path.join(variantFolder(), 'NationalGuides');
  const publish = async (changed: Readonly<Record<string, string>>, now: Date): Promise<void> => {
    for (const [file, text] of Object.entries(changed)) {
      mkdirSync(path.dirname(path.join(sources, file)), { recursive: true });
      writeFileSync(path.join(sources, file), text);
    }
    const { written, problems } = await makeShare({ folder: sources, out: folder, mode: 'lenient', keys, now });
    if (!written) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  };
  await publish(files, new Date(Date.now() - firstMs));
  const seed = path.join(variantFolder(), 'seed');
  cpSync(folder, seed, { recursive: true });
  return { folder, variant: variantOf(name, seed), publish: (changed) => publish(changed, new Date()) };
}

/** A bit of the signature of a channel's timestamp is turned: a share that somebody tampered with. */
export function tamper(share: string, channel: string): void {
  const file = path.join(share, 'channels', channel, 'metadata', 'timestamp.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/"sig":\s*"(.)/, (whole, first) => whole.slice(0, -1) + (first === '0' ? '1' : '0')),
  );
}

/** Names of a channel's files that the second folder has and the first has not. */
export function newTargets(before: string, after: string, channel: string): readonly string[] {
  const names = (share: string) => readdirSync(path.join(share, 'channels', channel, 'targets'));
  const known = new Set(names(before));
  return names(after)
    .filter((name) => !known.has(name))
    .map((name) => path.join(after, 'channels', channel, 'targets', name));
}
