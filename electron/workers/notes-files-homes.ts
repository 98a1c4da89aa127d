// Notes out of a file -> the guides they belong to. One that is kept here already stays where it is; one whose guide is
// not named, or not held, is looked for by its words: the very words in all guides, similar ones within bounds.
import type { CarriedNote } from '../../content/core/annotation/carried.ts';
import { haystackOf } from '../../content/core/annotation/find-quote.ts';
import { isDeleted, type Note, type NoteId } from '../../content/core/annotation/model.ts';
import { seekExact } from '../../content/core/annotation/seek-exact.ts';
import { seekNear } from '../../content/core/annotation/seek-near.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { NoteContext } from './notes-context.ts';

export interface Homes {
  readonly notes: ReadonlyMap<GuideId, readonly Note[]>;
  /** No guide that is known has their words. */
  readonly elsewhere: number;
}

export interface HomePorts extends Pick<NoteContext, 'store' | 'texts' | 'breathe'> {
  /** Pairs of words that may still be compared. */
  readonly mayCompare: (pairs: number) => boolean;
}

/** Guides that are named and not held get a file each, when they have none: more are somebody's invention. */
const mostUnknown = 500;
/** Notes that are looked for by similar words: some seconds' work. */
const mostNear = 2_000;
/** Of what a quote says: with the whole library to choose from, more than within one guide. */
const leastShare = 0.75;

export async function findHomes(carried: readonly CarriedNote[], ports: HomePorts): Promise<Homes> {
  const { store, texts } = ports;
  const held = new Set(texts.guides());
  const kept = await idsHere(ports);
  const known = new Set(store.guides());
  const homes = new Map<GuideId, Note[]>();
  const give = ({ isGuess: _, ...note }: CarriedNote, guide: GuideId): void => {
    const list = homes.get(guide);
    if (list) list.push({ ...note, guide });
    else homes.set(guide, [{ ...note, guide }]);
  };
  const lost: CarriedNote[] = [];
  for (const note of carried) {
    const here = kept.get(note.id);
    if (here !== undefined) give(note, here);
    else if (note.guide !== null && !note.isGuess && held.has(note.guide)) give(note, note.guide);
    else lost.push(note);
  }
  const exact = await lookEverywhere(lost, ports);
  const still = lost.filter((note, at) => {
    const guide = exact[at];
    if (guide) give(note, guide);
    return !guide;
  });
  const near = await lookForSimilar(still.filter(isUnnamed).slice(0, mostNear), ports);
  let [elsewhere, unknown] = [0, 0];
  for (const note of still) {
    const guide = near.get(note.id) ?? note.guide;
    const isNamed =
      guide !== null && (held.has(guide) || (!note.isGuess && (known.has(guide) || homes.has(guide) || ++unknown <= mostUnknown)));
    if (isNamed) give(note, guide);
    else elsewhere++;
  }
  return { notes: homes, elsewhere };
}

const isUnnamed = ({ guide, isGuess }: CarriedNote): boolean => guide === null || isGuess === true;

/** Notes that are here stay in their guide; those that were deleted come back where they were. */
async function idsHere({ store, breathe }: HomePorts): Promise<ReadonlyMap<NoteId, GuideId>> {
  const here = new Map<NoteId, GuideId>();
  const deleted = new Map<NoteId, GuideId>();
  for (const guide of store.guides()) {
    const { records } = await store.read(guide).catch(() => ({ records: [] }));
    for (const record of records) (isDeleted(record) ? deleted : here).set(record.id, guide);
    await breathe();
  }
  return new Map([...deleted, ...here]);
}

async function lookEverywhere(lost: readonly CarriedNote[], { texts, breathe }: HomePorts): Promise<readonly (GuideId | null)[]> {
  if (lost.length === 0) return [];
  const search = seekExact(lost.map(({ anchor }) => anchor));
  for (const guide of texts.guides()) {
    const text = await texts.newest(guide);
    if (text) search.look(guide, text.text.text);
    await breathe();
  }
  return search.found();
}

async function lookForSimilar(
  lost: readonly CarriedNote[],
  { texts, breathe, mayCompare }: HomePorts,
): Promise<ReadonlyMap<NoteId, GuideId>> {
  if (lost.length === 0) return new Map();
  const search = seekNear(lost.map(({ anchor }) => anchor.exact));
  for (const guide of texts.guides()) {
    const text = await texts.newest(guide);
    if (text) search.look(guide, text.text.text);
    await breathe();
  }
  // Guide by guide: taking a text apart costs more than a short quote.
  const byGuide = new Map<GuideId, CarriedNote[]>();
  search.candidates().forEach((guides, at) => {
    for (const guide of guides) byGuide.set(guide, [...(byGuide.get(guide) ?? []), lost[at] as CarriedNote]);
  });
  const best = new Map<NoteId, { readonly guide: GuideId | null; readonly share: number }>();
  for (const [guide, notes] of byGuide) {
    const text = await texts.newest(guide);
    if (!text) continue;
    const haystack = haystackOf(text.text.text);
    const words = text.text.text.split(/\s+/).length;
    for (const { id, anchor } of notes) {
      if (!mayCompare(anchor.exact.split(/\s+/).length * words)) continue;
      const found = haystack.find({ ...anchor, position: null });
      const known = best.get(id)?.share ?? 0;
      // Two guides that have it alike: neither.
      if (found.fate !== 'gone' && found.share >= Math.max(leastShare, known))
        best.set(id, { guide: found.share === known ? null : guide, share: found.share });
      await breathe();
    }
  }
  return new Map([...best].flatMap(([id, { guide }]) => (guide === null ? [] : [[id, guide]])));
}
