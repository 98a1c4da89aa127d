// What was seen at the shares, between rounds: a small sealed file of its own beside the store's commit point, so
// that a sighting never touches what can be read. One that is damaged or gone costs only the counts of sightings.
import path from 'node:path';
import { emptyMemory, type SyncMemory } from '../core/sync/model.ts';
import { sha256 } from './hash.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

const memoryFormat = 1;

/** Enough to tell a few shares apart; says nothing of the path to whoever reads a log. */
const idLength = 16;

/** How a share is called in the memory, in the log and by the window. */
export const shareId = (folder: string): string => sha256(folder).slice(0, idLength);

export const memoryFile = (store: string): string => path.join(store, 'sync-state.json');

/** Never throws. */
export function readMemory(store: string): SyncMemory {
  try {
    const text = readSealed(memoryFile(store));
    if (text === null) return emptyMemory;
    const { format, memory } = JSON.parse(text) as { readonly format: unknown; readonly memory: SyncMemory };
    return format === memoryFormat && Array.isArray(memory?.shares) ? memory : emptyMemory;
  } catch {
    return emptyMemory;
  }
}

/** Rejects with the system's error: the caller notes it and goes on. */
export async function writeMemory(store: string, memory: SyncMemory): Promise<void> {
  await writeSealed(memoryFile(store), JSON.stringify({ format: memoryFormat, memory }));
}
