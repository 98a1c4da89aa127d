// The forms a copy can have: their code is part of what comes after the first paint (suggest/late.tsx says why it is there).
import { deferred } from '../ui/deferred.tsx';

export const CopyList = deferred(() => import('../suggest/late.tsx').then((module) => module.CopyList));
