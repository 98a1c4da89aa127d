// The headings of the guide on screen, for the pane beside it.
import { createStore } from '../state/store.ts';
import type { Heading } from './prepare.tsx';

export const headings = createStore<readonly Heading[]>([]);
