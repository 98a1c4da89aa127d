// Makes an edition's derived catalogue again from the signed metadata and the verified index in the store. Needed
// so seldom that the app loads it only then (see .ci/lib/build.ts).
import { AppFault } from '../core/base/error.ts';
import { parseMetadata } from '../core/trust/metadata.ts';
import { type BuiltCatalogue, buildCatalogue, writeCatalogue } from './catalogue.ts';
import { holdingsOf } from './holdings.ts';
import { readSet } from './metadata-set.ts';
import { readStoreIndex } from './read-index.ts';
import { readBlob } from './segments.ts';
import type { ChannelState, HeldEditionState } from './store-state.ts';

/** Also writes the derived files again; a store that cannot be written is read all the same. */
export async function rebuildCatalogue(
  store: string,
  channel: ChannelState,
  edition: HeldEditionState,
  mayWrite = true,
): Promise<BuiltCatalogue> {
  const damaged = (file: string) => new AppFault('STORE_DAMAGED', { file });
  const targetsFile = readSet(store, channel.set)?.get('targets.json');
  const targets = targetsFile && parseMetadata('targets', targetsFile, 'product');
  if (!targets?.ok) throw damaged('metadata');
  const entries = targets.value.targets;
  const { places, moves } = holdingsOf(store, channel.segments, new Set([...entries.values()].map((entry) => entry.sha256)));
  const all = new Map([...moves, ...places]);
  const indexPlace = all.get(edition.index);
  let bytes: Buffer | null = null;
  try {
    bytes = indexPlace ? readBlob(store, indexPlace, edition.index) : null;
  } catch {
    // Said below.
  }
  const index = bytes && readStoreIndex(bytes);
  if (!index?.ok) throw damaged('index.json');
  const built = buildCatalogue(channel.id, index.value, entries, all);
  if (mayWrite) await writeCatalogue(store, built).catch(() => undefined);
  return built;
}
