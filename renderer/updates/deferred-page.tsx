// The page about updates, whose code comes after the first paint.
import { deferred } from '../ui/deferred.tsx';

export const UpdatesPage = deferred(() => import('./UpdatesPage.tsx').then((module) => module.UpdatesPage));
