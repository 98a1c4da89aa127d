// The forms a copy can have, whose code comes when the menu is opened.
import { deferred } from '../ui/deferred.tsx';

export const CopyList = deferred(() => import('./CopyList.tsx').then((module) => module.CopyList));
