// A button in the margin for each note, put first into the block that its words begin in: there it is heard once, before
// them. Absolutely positioned beside the text, so that nothing moves; no text node is touched (marks.css).
import type { NoteId } from '../../content/core/annotation/model.ts';
import { notesPageText } from '../text/notes-page.ts';
import { notesByBlock, type PageNote } from './mark-model.ts';
import { markSign } from './mark-sign.tsx';
import { blocksOn } from './page-places.tsx';

// Side by side in the margin; the others of the block share a third.
const ownMarks = 2;

export interface MarginMarks {
  show(notes: readonly PageNote[]): void;
  stress(active: NoteId | null): void;
  clear(): void;
}

interface Group {
  readonly element: HTMLElement;
  looks: string;
  rest: readonly NoteId[];
}

export function putMarks(article: HTMLElement): MarginMarks {
  const groups = new Map<string, Group>();
  let active: NoteId | null = null;

  const expand = ({ element, rest }: Group): void => {
    for (const mark of element.querySelectorAll('button')) {
      const isOpen = active !== null && (mark.dataset.note === active || isRest(mark, rest, active));
      if (isOpen !== (mark.getAttribute('aria-expanded') === 'true')) mark.setAttribute('aria-expanded', String(isOpen));
    }
  };
  return {
    show(notes) {
      const { byId } = blocksOn(article);
      const wanted = notesByBlock(notes);
      const numbers = new Map(notes.map(({ id }, at) => [id, String(at + 1)]));
      for (const [block, { element }] of groups) {
        if (wanted.has(block) && element.isConnected) continue;
        element.remove();
        groups.delete(block);
      }
      for (const [block, here] of wanted) {
        const home = byId.get(block);
        if (!home) continue;
        const looks = here.map((note) => `${note.id} ${note.looks}`).join();
        const group = groups.get(block) ?? { element: newGroup(), looks: '', rest: [] };
        if (group.looks !== looks) {
          group.looks = looks;
          group.rest = here.length > ownMarks + 1 ? here.slice(ownMarks).map(({ id }) => id) : [];
          fill(group, here);
          expand(group);
        }
        number(group.element, numbers);
        if (!groups.has(block)) settle(group.element, home);
        groups.set(block, group);
      }
    },
    stress(next) {
      if (next === active) return;
      active = next;
      for (const group of groups.values()) expand(group);
    },
    clear() {
      for (const { element } of groups.values()) element.remove();
      groups.clear();
    },
  };
}

const isRest = (mark: HTMLElement, rest: readonly NoteId[], id: NoteId): boolean => mark.dataset.notes !== undefined && rest.includes(id);

function newGroup(): HTMLElement {
  const group = document.createElement('span');
  group.className = 'note-marks';
  group.dataset.notText = '';
  return group;
}

/** First in its block, on whose first line it then is; of a tick box before the label, which would be named after it. */
function settle(group: HTMLElement, block: HTMLElement): void {
  const label = block.closest('label');
  if (label) label.before(group);
  else block.prepend(group);
}

function fill({ element, rest }: Group, notes: readonly PageNote[]): void {
  // A button that keeps its place keeps the focus.
  const before = new Map([...element.querySelectorAll('button')].map((mark) => [mark.dataset.note ?? '', mark]));
  const own = notes.slice(0, notes.length - rest.length).map((note) => dressed(before.get(note.id) ?? newButton(), note));
  const more = rest.length > 0 ? [moreButton(before.get('') ?? newButton(), rest)] : [];
  const marks = [...own, ...more];
  for (const old of before.values()) if (!marks.includes(old)) old.remove();
  marks.forEach((mark, at) => {
    if (element.children[at] !== mark) element.insertBefore(mark, element.children[at] ?? null);
  });
}

function newButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'note-mark';
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', 'false');
  return button;
}

function dressed(button: HTMLButtonElement, note: PageNote): HTMLButtonElement {
  button.dataset.note = note.id;
  button.dataset.kind = note.highlight;
  if (note.news !== null || button.dataset.news !== undefined) button.toggleAttribute('data-news', note.news !== null);
  const name = notesPageText.mark(note);
  if (button.getAttribute('aria-label') !== name) {
    button.setAttribute('aria-label', name);
    button.replaceChildren(markSign(note.highlight, note.hasText));
  }
  return button;
}

function moreButton(button: HTMLButtonElement, rest: readonly NoteId[]): HTMLButtonElement {
  button.dataset.notes = rest.join(' ');
  button.setAttribute('aria-label', notesPageText.more(rest.length));
  const sign = document.createElement('span');
  sign.textContent = notesPageText.moreSign(rest.length);
  button.replaceChildren(sign);
  return button;
}

/** What stands beside the words on paper (marks-print.css). */
function number(group: HTMLElement, numbers: ReadonlyMap<string, string>): void {
  for (const mark of group.querySelectorAll('button')) {
    const { note, notes } = mark.dataset;
    const own = (note ?? notes ?? '').split(' ').map((id) => numbers.get(id) ?? '');
    const said = own.join(', ');
    if (mark.dataset.number !== said) mark.dataset.number = said;
  }
}

/** The note that a press on a mark is about: of several that share one, the one after the open one. */
export function noteOfMark(mark: HTMLElement, open: NoteId | null): NoteId | null {
  const { note, notes } = mark.dataset;
  if (note !== undefined) return note as NoteId;
  const rest = (notes?.split(' ') ?? []) as NoteId[];
  return rest[(open === null ? -1 : rest.indexOf(open)) + 1] ?? rest[0] ?? null;
}
