// Which command a key press stands for. Only the decision: who listens and who acts is elsewhere.
import type { Command } from '../../electron/ipc/contract.ts';

export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** Position of the key; needed only for the three of Ctrl+Alt. */
  readonly code?: string;
  /** The key to the right of the space bar is down: on a UK keyboard it writes letters and signs. */
  readonly altGraph?: boolean;
  /** The focus is where text is typed. */
  readonly typing: boolean;
}

const plain: Readonly<Record<string, Command>> = {
  'ctrl+k': 'search',
  'ctrl+shift+p': 'palette',
  'ctrl+f': 'find',
  'alt+arrowleft': 'back',
  'alt+arrowright': 'forward',
  browserback: 'back',
  browserforward: 'forward',
  'alt+home': 'home',
  'ctrl+p': 'print',
  'ctrl+shift+c': 'copy-citation',
  'ctrl+d': 'save-for-later',
  'ctrl+,': 'text-options',
  'ctrl++': 'text-larger',
  'ctrl+=': 'text-larger',
  // Plus with Shift held, as most keyboards need it.
  'ctrl+shift++': 'text-larger',
  'ctrl+-': 'text-smaller',
  'ctrl+shift+_': 'text-smaller',
  'ctrl+0': 'text-normal',
  f1: 'shortcuts',
  'ctrl+shift+l': 'toggle-sidebar',
  'ctrl+shift+o': 'toggle-outline',
  'ctrl+shift+u': 'updates',
  f8: 'next-note',
  'shift+f8': 'previous-note',
  'ctrl+shift+n': 'notes',
  'ctrl+shift+s': 'suggestions',
  f5: 'check-updates',
  f6: 'next-pane',
  'shift+f6': 'previous-pane',
};

// By the key's position: with Ctrl+Alt some layouts give another sign than the digit.
const withCtrlAlt: Readonly<Record<string, Command>> = { Digit1: 'highlight', Digit2: 'note', Digit3: 'suggest' };

export function commandFor({ key, code = '', altGraph = false, ctrl, alt, shift, typing }: KeyPress): Command | null {
  // AltGr is Ctrl+Alt on Windows: what it writes is letters, never a command.
  if (ctrl && alt) return altGraph || shift || typing ? null : (withCtrlAlt[code] ?? null);
  // What is typed has an undo of its own.
  if (ctrl && !shift && !typing && key.toLowerCase() === 'z') return 'undo-note';
  if (key === '?' && !ctrl && !alt && !typing) return 'shortcuts';
  const name = `${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${shift ? 'shift+' : ''}${key.toLowerCase()}`;
  return plain[name] ?? null;
}
