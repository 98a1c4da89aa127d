// Paints the words of notes with the CSS highlight registry: a colour and a line of its own for each kind (marks.css).
// The text is never cut into pieces; what did not change is left alone, so that typing in a note costs nothing here.
import { highlightNames, type NoteId } from '../../content/core/annotation/model.ts';
import type { PageNote } from './mark-model.ts';
import { rangesOf } from './page-places.tsx';

interface Painted {
  readonly note: PageNote;
  readonly ranges: readonly Range[];
}

export interface Highlights {
  show(notes: readonly PageNote[]): void;
  /** The note whose card is open, and the one that is pointed at. */
  stress(active: NoteId | null, hovered: NoteId | null): void;
  rangesOf(id: NoteId): readonly Range[];
  clear(): void;
}

export function paintHighlights(article: HTMLElement): Highlights {
  const painted = new Map<NoteId, Painted>();
  // Below what find paints (0), and what is stressed above the rest.
  const kinds = new Map(highlightNames.map((name, at) => [name, registered(`note-${name}`, at - 10)]));
  const stressed = { hovered: registered('note-hovered', -2), active: registered('note-active', -1) };

  const take = ({ note, ranges }: Painted): void => {
    for (const range of ranges) kinds.get(note.highlight)?.delete(range);
  };
  const put = (name: keyof typeof stressed, id: NoteId | null): void => {
    stressed[name].clear();
    for (const range of (id && painted.get(id)?.ranges) ?? []) stressed[name].add(range);
  };
  return {
    show(notes) {
      const wanted = new Map(notes.map((note) => [note.id, note]));
      for (const [id, old] of painted) {
        if (wanted.get(id)?.looks === old.note.looks) continue;
        take(old);
        painted.delete(id);
      }
      for (const note of notes) {
        if (painted.has(note.id)) continue;
        const ranges = rangesOf(note.parts, article);
        painted.set(note.id, { note, ranges });
        for (const range of ranges) kinds.get(note.highlight)?.add(range);
      }
    },
    stress(active, hovered) {
      put('active', active);
      put('hovered', hovered === active ? null : hovered);
    },
    rangesOf: (id) => painted.get(id)?.ranges ?? [],
    clear() {
      for (const name of [...highlightNames, 'hovered', 'active']) CSS.highlights.delete(`note-${name}`);
      painted.clear();
    },
  };
}

function registered(name: string, priority: number): Highlight {
  const highlight = new Highlight();
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
  return highlight;
}
