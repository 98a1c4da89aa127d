// The editor in place of a part of a guide. This file is light: the editor itself comes in a piece of its own, asked for
// when the window is idle (`RegionEditor.preload`), so that it is there when somebody wants it.
import { deferred } from '../../ui/deferred.tsx';

export interface RegionEditorProps {
  /** Markdown of the region as it is to begin with; later ones count only with another `reset`. */
  readonly text: string;
  /** Another number: take `text` again (undo from outside, another region). */
  readonly reset: number;
  /** The region's text in the base edition, '' for what is added: changes are shown against it. */
  readonly base: string;
  readonly view: 'all' | 'final' | 'original';
  /** Accessible name, e.g. "Paragraph, to be changed". */
  readonly label: string;
  /** In `text`; null leaves the focus where it is. */
  readonly caret: { readonly from: number; readonly to: number } | 'start' | 'end' | null;
  /** A whole guide; front matter stays out of `text`. */
  readonly whole?: boolean;
  readonly readOnly?: boolean;
  /** At every key: must be cheap. */
  onChange(text: string): void;
  /** Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z: the draft's history, the editor has none. */
  onUndo(): void;
  onRedo(): void;
  /** Esc, Ctrl+Enter. */
  onDone(): void;
  /** Arrow key beyond the first or last line. */
  onEdge(by: -1 | 1): void;
}

export const RegionEditor = deferred<RegionEditorProps>(() => import('./late.tsx').then(({ RichEditor }) => RichEditor));
