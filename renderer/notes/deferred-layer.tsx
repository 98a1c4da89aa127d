// Notes on a guide's page, whose code comes after the first paint.
import { deferred } from '../ui/deferred.tsx';

export const NotesLayer = deferred(() => import('./late.tsx').then((module) => module.NotesLayer));
