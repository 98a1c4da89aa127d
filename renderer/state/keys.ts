// Which command a key press stands for. Only the decision: who listens and who acts is elsewhere.
import type { Command } from '../../electron/ipc/contract.ts';

export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
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
  f5: 'check-updates',
  f6: 'next-pane',
  'shift+f6': 'previous-pane',
};

export function commandFor({ key, ctrl, alt, shift, typing }: KeyPress): Command | null {
  // AltGr is Ctrl+Alt on a UK keyboard: those presses are letters, never commands.
  if (ctrl && alt) return null;
  if (key === '?' && !ctrl && !alt && !typing) return 'shortcuts';
  const name = `${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${shift ? 'shift+' : ''}${key.toLowerCase()}`;
  return plain[name] ?? null;
}
