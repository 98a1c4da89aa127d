// What stands beside and over a guide for its notes, whose code comes after the first paint.
import { deferred } from '../ui/deferred.tsx';

export const GuideNotesList = deferred(() => import('./late.tsx').then((module) => module.GuideNotesList));
export const PlacingBar = deferred(() => import('./late.tsx').then((module) => module.PlacingBar));
