// What of suggestions stands on and beside a guide, whose code comes after the first paint.
import { deferred } from '../ui/deferred.tsx';

export const SuggestLayer = deferred(() => import('./late.tsx').then((module) => module.SuggestLayer));
export const SuggestPane = deferred(() => import('./late.tsx').then((module) => module.SuggestPane));
export const SuggestHead = deferred(() => import('./late.tsx').then((module) => module.SuggestHead));
