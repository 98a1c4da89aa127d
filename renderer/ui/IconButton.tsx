// A button that shows an icon alone: its name is read aloud and shown when pointed at, with the key for it.
import type { LucideIcon } from 'lucide-react';
import { Icon } from './Icon.tsx';

interface Props {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly keys?: string | null;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly pressed?: boolean;
  readonly className?: string;
  /** -1 where arrow keys lead to it. */
  readonly tabIndex?: number;
  readonly onPress: () => void;
}

export function IconButton({ icon, name, keys = null, disabled = false, expanded, pressed, className = '', tabIndex, onPress }: Props) {
  return (
    <button
      type="button"
      className={`button button-icon ${className}`}
      aria-label={name}
      title={keys === null ? name : `${name} (${keys})`}
      aria-expanded={expanded}
      aria-pressed={pressed}
      disabled={disabled}
      tabIndex={tabIndex}
      onClick={onPress}
    >
      <Icon of={icon} />
    </button>
  );
}
