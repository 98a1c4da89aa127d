// React's side of a store.
import { useSyncExternalStore } from 'react';
import type { Store } from './store.ts';

/** Draws again when the store's value changes. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Draws again when what `select` picks changes; it must pick, not make, so that the same value stays the same. */
export function useSelected<T, Part>(store: Store<T>, select: (value: T) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
