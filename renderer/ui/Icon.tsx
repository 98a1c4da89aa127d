// Icons in one size and weight. They never stand alone: a word or a name is beside them.
import type { LucideIcon } from 'lucide-react';

export function Icon({ of: Shape, size = 18 }: { readonly of: LucideIcon; readonly size?: number }) {
  return <Shape size={size} strokeWidth={1.9} aria-hidden="true" focusable="false" />;
}
