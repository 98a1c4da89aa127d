// The page of all notes, whose code comes after the first paint.
import { deferred } from '../ui/deferred.tsx';

export const NotesPage = deferred(() => import('./late.tsx').then((module) => module.NotesPage));
