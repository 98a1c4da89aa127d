// The block ids of one guide, read from the edition's derived table without parsing its index. A table that is
// damaged or gone is made again from the verified index, once.
import { closeSync, openSync } from 'node:fs';
import { AppFault } from '../core/base/error.ts';
import type { BlockId, Sha256 } from '../core/base/ids.ts';
import type { Candidate } from './candidates.ts';
import { blockIdsOf, type CataloguedGuide } from './catalogue.ts';
import { readAt } from './segments.ts';
import { storePlaces } from './store-state.ts';

/** Throws STORE_DAMAGED when neither the table nor the index is readable. */
export async function readBlockIds(
  { store, channel, edition, mayWrite }: Candidate,
  table: Sha256,
  guide: CataloguedGuide,
): Promise<readonly BlockId[]> {
  const ids = blockIdsOf(readSlice(store, table, guide), guide);
  if (ids) return ids;
  const { rebuildCatalogue } = await import('./rebuild-catalogue.ts');
  const { blocks } = await rebuildCatalogue(store, channel, edition, mayWrite);
  const slice = Buffer.from(blocks).subarray(guide.blocksAt, guide.blocksAt + guide.blocksLength);
  const again = blockIdsOf(slice, guide);
  if (!again) throw new AppFault('STORE_DAMAGED', { file: 'blocks' });
  return again;
}

function readSlice(store: string, table: Sha256, guide: CataloguedGuide): Buffer {
  try {
    const handle = openSync(storePlaces.blocks(store, table), 'r');
    try {
      return readAt(handle, guide.blocksAt, guide.blocksLength);
    } finally {
      closeSync(handle);
    }
  } catch {
    return Buffer.alloc(0);
  }
}
