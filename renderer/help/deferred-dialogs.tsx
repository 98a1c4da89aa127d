// The dialogs, whose code comes after the first paint.
import { deferred } from '../ui/deferred.tsx';

export const Dialogs = deferred(() => import('./Dialogs.tsx').then((module) => module.Dialogs));
