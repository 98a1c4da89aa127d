// The editor on a page of the real app, put there by page-modules.ts: in place of a block of the guide that is shown, as
// the page of a draft does it. What it tells is kept for the test to read.
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { DiffText } from '../../renderer/suggest/editor/DiffText.tsx';
import type { RegionEditorProps } from '../../renderer/suggest/editor/RegionEditor.tsx';
import { RichEditor } from '../../renderer/suggest/editor/RichEditor.tsx';

export interface Told {
  text: string;
  readonly calls: string[];
}

export type Wanted = Pick<RegionEditorProps, 'text' | 'base'> & Partial<RegionEditorProps>;

let root: Root | null = null;
let place: HTMLElement | null = null;
let hidden: HTMLElement | null = null;
let last: Wanted | null = null;
export const told: Told = { text: '', calls: [] };

const note = (call: string) => (): void => {
  told.calls.push(call);
};

/** In place of the block that `selector` finds, or at the end of the text. */
export function openEditor(wanted: Wanted, selector: string | null = null): void {
  closeEditor();
  hidden = selector === null ? null : document.querySelector<HTMLElement>(selector);
  place = document.createElement('div');
  place.id = 'editor-stage';
  if (hidden) {
    hidden.before(place);
    hidden.remove();
  } else (document.querySelector('.text') ?? document.body).append(place);
  root = createRoot(place);
  Object.assign(told, { text: wanted.text });
  told.calls.length = 0;
  changeEditor(wanted);
}

export function changeEditor(patch: Partial<Wanted>): void {
  last = { ...(last as Wanted), ...patch };
  const props: RegionEditorProps = {
    ...{ reset: 0, view: 'all', label: 'Paragraph, to be changed', caret: 'end' },
    ...last,
    onChange: (text) => {
      told.text = text;
    },
    ...{ onUndo: note('undo'), onRedo: note('redo'), onDone: note('done'), onEdge: (by) => note(`edge ${by}`)() },
  };
  flushSync(() => root?.render(createElement(RichEditor, props)));
}

export function openDiff(old: string, next: string, view: 'all' | 'final' | 'original'): void {
  closeEditor();
  place = document.createElement('div');
  place.id = 'editor-stage';
  (document.querySelector('.text') ?? document.body).append(place);
  root = createRoot(place);
  flushSync(() => root?.render(createElement(DiffText, { old, next, view })));
}

export function closeEditor(): void {
  root?.unmount();
  if (place && hidden) place.before(hidden);
  place?.remove();
  root = null;
  place = null;
  hidden = null;
  last = null;
}
