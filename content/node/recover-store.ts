// Makes a lost state again from the signed metadata that is still in the store: floors first, so that an older copy
// of the share is refused as before, and the editions whose blobs are all there. Every signature is checked anew,
// from the pinned root and the channels' first roots; nothing is believed because it lies here.
import { readdirSync } from 'node:fs';
import type { Sha256 } from '../core/base/ids.ts';
import { type PeopleNames, sealOf } from '../core/trust/seal.ts';
import { floorsOf, noFloors, startTrust, type TrustedState, updateRoot } from '../core/trust/state.ts';
import { buildCatalogue, writeCatalogue } from './catalogue.ts';
import { highest, readFloors } from './floors-copy.ts';
import { sha256 } from './hash.ts';
import { holdingsOf } from './holdings.ts';
import type { ListedChannel } from './import-model.ts';
import { channelOfFile } from './import-resume.ts';
import { allSets, type MetadataSet, rootPrefix } from './metadata-set.ts';
import { readStoreIndex } from './read-index.ts';
import { readBlob } from './segments.ts';
import { type ChannelState, emptyState, type HeldEditionState, type StoreState, storePlaces } from './store-state.ts';
import { offerHeld } from './update-repository.ts';

interface Verified {
  readonly set: Sha256;
  readonly state: TrustedState;
}

/** What the directory's stored sets and the copy of its floors say. Its channels come by `recoverChannel`. */
export function recoverState(store: string, pinnedRoot: Uint8Array, now: Date): StoreState {
  const best = newestOf(store, pinnedRoot, now);
  const floors = highest(readFloors(store).directory, best ? floorsOf(best.state) : noFloors);
  return { ...emptyState, ...(best ? { pinned: sha256(pinnedRoot) } : {}), directory: { set: best?.set ?? null, floors } };
}

/**
 * Null when no stored set of this channel verifies and no floors of it are known. Its edition is null when a file of
 * it is missing here.
 */
export async function recoverChannel(store: string, entry: ListedChannel, people: PeopleNames, now: Date): Promise<ChannelState | null> {
  const best = newestOf(store, entry.root, now);
  const copy = readFloors(store).channels.find(({ id, firstRoot }) => id === entry.id && firstRoot === entry.rootSha256);
  if (!best && !copy) return null;
  const segments = segmentsOf(store, entry.id);
  const edition = best && (await recoverEdition(store, entry, people, best.state, segments).catch(() => null));
  return {
    id: entry.id,
    firstRoot: entry.rootSha256,
    set: best?.set ?? null,
    floors: highest(copy?.floors ?? noFloors, best ? floorsOf(best.state) : noFloors),
    edition,
    retired: entry.retired,
    segments,
    earlier: [],
  };
}

function newestOf(store: string, firstRoot: Uint8Array, now: Date): Verified | null {
  let best: Verified | null = null;
  for (const [set, files] of allSets(store)) {
    const state = verified(files, firstRoot, now);
    if (state && (state.timestamp?.version ?? 0) > (best?.state.timestamp?.version ?? 0)) best = { set, state };
  }
  return best;
}

/** 5.3 from the first root on, then the stored timestamp, snapshot and targets. */
function verified(files: MetadataSet, firstRoot: Uint8Array, now: Date): TrustedState | null {
  const start = startTrust(firstRoot, { mode: 'product', now, sha256, floors: noFloors });
  const last = files.get('root.json');
  if (!start.ok || !last) return null;
  let state = start.value;
  const isFirst = sha256(last) === sha256(firstRoot);
  // Another repository's roots may verify as well (the same stewards sign them): the chain must begin with this very file.
  const first = files.get(`${rootPrefix}${state.root.version}`);
  if (!isFirst && (!first || sha256(first) !== sha256(firstRoot))) return null;
  while (sha256(state.root.bytes) !== sha256(last)) {
    const bytes = files.get(`${rootPrefix}${state.root.version + 1}`);
    const next = bytes && updateRoot(state, bytes);
    if (!next?.ok) return null;
    state = next.value;
  }
  const offered = offerHeld(state, files);
  return offered.targets ? offered : null;
}

async function recoverEdition(
  store: string,
  entry: ListedChannel,
  people: PeopleNames,
  state: TrustedState,
  segments: readonly string[],
): Promise<HeldEditionState | null> {
  const targets = state.targets?.targets ?? new Map();
  const { places, moves } = holdingsOf(store, segments, new Set([...targets.values()].map((target) => target.sha256)));
  const all = new Map([...moves, ...places]);
  const digest = targets.get('index.json')?.sha256;
  const place = digest && all.get(digest);
  const bytes = place && readBlob(store, place, digest);
  const index = bytes && readStoreIndex(bytes);
  const seal = sealOf(state, entry.id, people);
  if (!index?.ok || !seal) return null;
  const built = buildCatalogue(entry.id, index.value, targets, all);
  await writeCatalogue(store, built);
  return { index: digest, catalogue: built.sha256, blocks: built.blocksSha256, seal };
}

function segmentsOf(store: string, channel: string): string[] {
  try {
    return readdirSync(storePlaces.blobs(store))
      .filter((name) => name.endsWith('.seg') && channelOfFile(name) === channel)
      .sort();
  } catch {
    return [];
  }
}
