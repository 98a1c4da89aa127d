// What differs from the base text, drawn where it stands: words that came are underlined, words that went stay visible,
// struck, and are no text. While a word is composed (IME) nothing is drawn anew.
import { type EditorState, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { editorText } from '../../text/suggest-editor.ts';
import { dressWords } from './dress-words.ts';
import { type Compare, createCompare, type WordChange } from './word-changes.ts';

export interface Against {
  readonly base: string;
  readonly shown: boolean;
}

export const setAgainst = StateEffect.define<Against>();

interface Changes extends Against {
  readonly compare: Compare;
  readonly changes: readonly WordChange[];
  readonly decorations: DecorationSet;
}

/** Words that went. Whole blocks stand by themselves, each in a line of its own. */
class Gone extends WidgetType {
  readonly words: string;
  readonly isBlock: boolean;
  constructor(words: string, isBlock: boolean) {
    super();
    this.words = words;
    this.isBlock = isBlock;
  }
  override eq({ words, isBlock }: Gone): boolean {
    return words === this.words && isBlock === this.isBlock;
  }
  override toDOM(): HTMLElement {
    if (!this.isBlock) return gone(this.words.replaceAll('\n', ' ¶ '));
    const lines = document.createElement('div');
    lines.className = 'ed-gone';
    for (const words of this.words.split('\n')) if (words.trim() !== '') lines.append(gone(words));
    return lines;
  }
}

function gone(words: string): HTMLElement {
  const element = document.createElement('del');
  element.className = 'ed-del';
  element.dataset.said = editorText.deletes;
  element.textContent = words;
  return element;
}

// Said before the words by the style sheet: an element for it would be one more place for the caret.
const came = Decoration.mark({ tagName: 'ins', class: 'ed-ins', attributes: { 'data-said': editorText.inserts } });

function draw(state: EditorState, changes: readonly WordChange[]): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const change of changes) {
    if (change.kind === 'words' && change.deleted !== '') ranges.push(drawGone(state, change));
    const to = Math.min(change.to, state.doc.length);
    if (to <= change.from) continue;
    const mark =
      change.kind === 'words' ? came : Decoration.mark({ class: 'ed-dress', attributes: { title: dressWords(change.was, change.now) } });
    ranges.push(mark.range(change.from, to));
  }
  return Decoration.set(ranges, true);
}

function drawGone(state: EditorState, { deleted, from, block }: WordChange): Range<Decoration> {
  const widget = new Gone(deleted, block);
  if (!block) return Decoration.widget({ widget, side: -1 }).range(from);
  const line = state.doc.lineAt(Math.min(from, state.doc.length));
  const isAbove = from === line.from && line.length > 0;
  return Decoration.widget({ widget, side: isAbove ? -1 : 1, block: true }).range(isAbove ? line.from : line.to);
}

export const changesView = StateField.define<Changes>({
  create: () => ({ base: '', shown: false, compare: createCompare(), changes: [], decorations: Decoration.none }),
  update: (old, { docChanged, effects, state, changes }) => {
    const against = effects.findLast((effect) => effect.is(setAgainst))?.value as Against | undefined;
    if (!docChanged && !against) return old;
    const { base, shown } = against ?? old;
    const found = shown ? old.compare(base, state.doc.toString()) : [];
    if (changes.empty && found === old.changes) return old;
    return { ...old, base, shown, changes: found, decorations: draw(state, found) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});
