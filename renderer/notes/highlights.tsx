// Paints the words of notes with the CSS highlight registry: a colour and a line of its own for each kind (marks.css).
// The text is never cut into pieces; what did not change is left alone, so that typing in a note costs nothing here.
import { highlightNames, type NoteId } from '../../content/core/annotation/model.ts';
import type { PageNote } from './mark-model.ts';
import { watchNear } from './near-view.tsx';
import { blocksOn, rangesOf } from './page-places.tsx';

interface Painted {
  readonly note: PageNote;
  readonly ranges: readonly Range[];
  /** Of the blocks that the ranges are in, each once. */
  readonly blocks: readonly Element[];
}

// The browser looks at every registered range again at every frame in which anything changes, a letter in a note too:
// of 500 that takes longer than a frame. So many are registered only while their blocks are near the view.
const manyRanges = 100;

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
  const put: Partial<Record<keyof typeof stressed, readonly Range[]>> = {};
  let isMany = false;
  let isPrinting = false;

  const near = watchNear(() => {
    if (isMany) for (const one of painted.values()) register(one);
  });
  const take = ({ note, ranges }: Painted): void => {
    for (const range of ranges) kinds.get(note.highlight)?.delete(range);
  };
  const register = (one: Painted): void => {
    const kind = kinds.get(one.note.highlight);
    const isWanted = !isMany || isPrinting || one.blocks.some((block) => near.has(block));
    if (!isWanted) take(one);
    else for (const range of one.ranges) kind?.add(range);
  };
  // Paper has no view.
  const print = ({ type }: Event): void => {
    isPrinting = type === 'beforeprint';
    if (isMany) for (const one of painted.values()) register(one);
  };
  for (const type of ['beforeprint', 'afterprint']) addEventListener(type, print);
  const stress = (name: keyof typeof stressed, id: NoteId | null): void => {
    const ranges = (id === null ? undefined : painted.get(id)?.ranges) ?? none;
    if (put[name] === ranges) return;
    put[name] = ranges;
    stressed[name].clear();
    for (const range of ranges) stressed[name].add(range);
  };
  return {
    show(notes) {
      const wanted = new Map(notes.map((note) => [note.id, note]));
      for (const [id, old] of painted) {
        if (wanted.get(id)?.looks === old.note.looks) continue;
        take(old);
        painted.delete(id);
      }
      const { byId } = blocksOn(article);
      const fresh: Painted[] = [];
      for (const note of notes) {
        if (painted.has(note.id)) continue;
        const blocks = new Set(note.parts.flatMap(({ block }) => byId.get(block) ?? []));
        const one = { note, ranges: rangesOf(note.parts, article), blocks: [...blocks] };
        painted.set(note.id, one);
        fresh.push(one);
      }
      const wasMany = isMany;
      isMany = [...painted.values()].reduce((sum, { ranges }) => sum + ranges.length, 0) > manyRanges;
      if (isMany) near.watch(new Set([...painted.values()].flatMap(({ blocks }) => blocks)));
      for (const one of wasMany === isMany ? fresh : painted.values()) register(one);
    },
    stress(active, hovered) {
      stress('active', active);
      stress('hovered', hovered === active ? null : hovered);
    },
    rangesOf: (id) => painted.get(id)?.ranges ?? none,
    clear() {
      for (const name of [...highlightNames, 'hovered', 'active']) CSS.highlights.delete(`note-${name}`);
      for (const type of ['beforeprint', 'afterprint']) removeEventListener(type, print);
      near.stop();
      painted.clear();
    },
  };
}

const none: readonly Range[] = [];

function registered(name: string, priority: number): Highlight {
  const highlight = new Highlight();
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
  return highlight;
}
