// The shape beside the words about shared folders.
import { CircleCheck, Hourglass, type LucideIcon, RefreshCw, TriangleAlert } from 'lucide-react';
import { Icon } from '../ui/Icon.tsx';
import type { SyncTone } from './sync-tone.ts';

const shapes: Readonly<Record<SyncTone, LucideIcon>> = { well: CircleCheck, work: RefreshCw, waiting: Hourglass, trouble: TriangleAlert };

export function ToneIcon({ tone, size = 14 }: { readonly tone: SyncTone; readonly size?: number }) {
  return (
    <span className={`tone tone-${tone}`}>
      <Icon of={shapes[tone]} size={size} />
    </span>
  );
}
