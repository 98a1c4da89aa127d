// How the open suggestion stands on its guide's page: which of its texts is shown, what is being edited, where it changes
// something. Stores only; the page is drawn by SuggestLayer.tsx.
import { createStore } from '../../state/store.ts';

export type View = 'all' | 'final' | 'original';

/** Word's three views of changes. */
export const draftView = createStore<View>('all');

/** How many places of the guide the open suggestion changes. */
export const places = createStore(0);

/** Counts up when a person asks to be led to the next changed place. */
export const placeWish = createStore(0);
export const showNextPlace = (): void => placeWish.update((count) => count + 1);

/** Title and summary are being edited. */
export const editingHead = createStore(false);
