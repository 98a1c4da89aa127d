// What of suggestions stands on and beside a guide, whose code comes after the first paint.
import { deferred } from '../ui/deferred.tsx';

export const SuggestLayer = deferred(() => import('./late.tsx').then((module) => module.SuggestLayer));
export const SuggestPane = deferred(() => import('./late.tsx').then((module) => module.SuggestPane));
export const SuggestHead = deferred(() => import('./late.tsx').then((module) => module.SuggestHead));
export const SuggestionsPage = deferred(() => import('./late.tsx').then((module) => module.SuggestionsPage));
export const MissingGuide = deferred(() => import('./late.tsx').then((module) => module.MissingGuide));
export const OthersLayer = deferred(() => import('./late.tsx').then((module) => module.OthersLayer));
export const SuggestWaiting = deferred(() => import('./late.tsx').then((module) => module.SuggestWaiting));
