// Removes from the store what no commit names: leftovers of a stopped import, and after a commit the files of
// earlier editions. Never fails an import: what cannot be removed now (a file held open) goes the next time.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { channelOfFile } from './import-resume.ts';
import { type StoreState, storePlaces } from './store-state.ts';

/** Temporary files of an import that was stopped. Only one import runs at a time. */
export function clearLeftovers(store: string): void {
  for (const place of [() => store, storePlaces.metadata, storePlaces.blobs, storePlaces.derived])
    removeWhere(place(store), (name) => name.startsWith('.') && name.endsWith('.tmp'));
}

/**
 * @param state as committed.
 * @param unfinished channels whose copy goes on at the next import: what is there for it stays.
 */
export function clearUnnamed(store: string, state: StoreState, unfinished: ReadonlySet<string> = new Set()): void {
  const held = state.channels.flatMap((channel) => [channel, ...channel.earlier]);
  const segments = new Set(held.flatMap((one) => one.segments));
  const sets = new Set([state.directory.set, ...held.map((one) => one.set)].map((sha) => `${sha}.set`));
  const catalogues = new Set(
    held.flatMap(({ edition }) => (edition ? [`${edition.catalogue}.catalogue`, `${edition.blocks}.blocks`] : [])),
  );
  removeWhere(store, (name) => name === path.basename(storePlaces.oldState(store)));
  const goesOn = (name: string) => unfinished.has(channelOfFile(name) ?? '');
  removeWhere(storePlaces.blobs(store), (name) => /\.(seg|part)$/.test(name) && !segments.has(name) && !goesOn(name));
  removeWhere(storePlaces.metadata(store), (name) => name.endsWith('.set') && !sets.has(name));
  removeWhere(storePlaces.derived(store), (name) => /\.(catalogue|blocks)$/.test(name) && !catalogues.has(name));
}

function removeWhere(folder: string, isUnwanted: (name: string) => boolean): void {
  try {
    for (const name of readdirSync(folder)) if (isUnwanted(name)) rmSync(path.join(folder, name), { force: true });
  } catch {
    // The next import tries again.
  }
}
