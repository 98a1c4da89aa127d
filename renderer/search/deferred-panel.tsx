// The panel under the search box, whose code comes after the first paint.
import { deferred } from '../ui/deferred.tsx';

export const SearchPanel = deferred(() => import('./SearchPanel.tsx').then((module) => module.SearchPanel));
