// The catalogue of one held edition: read and checked, or, when the derived file is damaged or gone, made again
// from the signed metadata and the verified index in the store.
import { readFileSync } from 'node:fs';
import { AppFault } from '../core/base/error.ts';
import { type BuiltCatalogue, type Catalogue, openCatalogue } from './catalogue.ts';
import { sha256 } from './hash.ts';
import type { HeldEdition } from './store-model.ts';
import { type ChannelState, type HeldEditionState, storePlaces } from './store-state.ts';

/** Throws STORE_DAMAGED when the edition cannot be made readable from what is here. */
export async function openEdition(store: string, channel: ChannelState, edition: HeldEditionState, mayWrite = true): Promise<Catalogue> {
  const known = readCatalogue(store, edition);
  if (known) return known;
  const { rebuildCatalogue } = await import('./rebuild-catalogue.ts');
  return openBuilt(await rebuildCatalogue(store, channel, edition, mayWrite));
}

function readCatalogue(store: string, edition: HeldEditionState): Catalogue | null {
  try {
    const bytes = readFileSync(storePlaces.catalogue(store, edition.catalogue));
    return sha256(bytes) === edition.catalogue ? openCatalogue(bytes.toString('utf8')) : null;
  } catch {
    return null;
  }
}

function openBuilt(built: BuiltCatalogue): Catalogue {
  const catalogue = openCatalogue(built.text);
  if (!catalogue) throw new AppFault('UNEXPECTED');
  return catalogue;
}

/** As the app lists it. Guides are parsed when first asked for. */
export function heldOf(channel: ChannelState, edition: HeldEditionState, catalogue: Catalogue): HeldEdition {
  return {
    info: catalogue.info,
    seal: edition.seal,
    retired: channel.retired,
    get guides() {
      return catalogue.guides();
    },
  };
}
