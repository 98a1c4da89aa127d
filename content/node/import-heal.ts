// Brings back blobs of a held edition that were found damaged, from a folder that holds them under their digests,
// whatever edition it offers itself: the seed that came with the app, or a share that lags behind. What is asked for
// is named by metadata that was verified before, and each file is hashed, so nothing else can come in.
import { randomBytes } from 'node:crypto';
import type { Sha256 } from '../core/base/ids.ts';
import { parseMetadata } from '../core/trust/metadata.ts';
import { buildCatalogue, writeCatalogue } from './catalogue.ts';
import { copyBlobs, type WantedBlob } from './copy-blobs.ts';
import { damagedBlobs, holdingsOf } from './holdings.ts';
import { readSet } from './metadata-set.ts';
import { readStoreIndex } from './read-index.ts';
import { createSegment, readBlob } from './segments.ts';
import type { ShareFolder } from './share.ts';
import type { ChannelState } from './store-state.ts';

export interface Healed {
  /** To be committed. */
  readonly state: ChannelState;
  readonly fresh: readonly Sha256[];
}

/** Null when nothing of the channel's edition is damaged or nothing could be had. Throws the store's faults and the share's. */
export async function healChannel(store: string, share: ShareFolder, channel: ChannelState): Promise<Healed | null> {
  const { edition } = channel;
  const marked = damagedBlobs(store);
  const targetsFile = edition && marked.size > 0 ? readSet(store, channel.set)?.get('targets.json') : undefined;
  const metadata = targetsFile && parseMetadata('targets', targetsFile, 'product');
  if (!edition || !metadata?.ok) return null;
  const { targets } = metadata.value;
  const wanted: WantedBlob[] = [];
  for (const [name, { sha256, length }] of targets) if (marked.has(sha256)) wanted.push({ file: `${sha256}.${name}`, sha256, length });
  const folder = wanted.length > 0 ? share.folder('channels', channel.id, 'targets') : null;
  if (folder === null) return null;

  const segment = createSegment(store, `${channel.id}-${randomBytes(8).toString('hex')}.seg`);
  try {
    await copyBlobs(share, folder, wanted, segment, () => undefined);
  } catch (error) {
    segment.abandon();
    throw error;
  }
  if (segment.count === 0) {
    segment.abandon();
    return null;
  }
  await segment.finish();
  const segments = [...channel.segments, segment.name];
  const needed = new Set([...targets.values()].map((target) => target.sha256));
  const { places, moves } = holdingsOf(store, segments, needed, [segment.name]);
  const all = new Map([...moves, ...places]);
  const at = all.get(edition.index);
  const bytes = at ? readBlob(store, at, edition.index) : null;
  const index = bytes && readStoreIndex(bytes);
  // What is still missing is fetched by the next import; the catalogue names only what is here.
  if (!index?.ok || ![...needed].every((digest) => all.has(digest))) return { state: { ...channel, segments }, fresh: [] };
  const built = buildCatalogue(channel.id, index.value, targets, all);
  await writeCatalogue(store, built);
  const healed = { ...edition, catalogue: built.sha256, blocks: built.blocksSha256 };
  return { state: { ...channel, segments, edition: healed }, fresh: [...segment.places.keys()] };
}
