// What is being edited on the page: one stretch of the open suggestion's text at a time. Typing changes the stretch and the
// text; the page is laid out anew only when something else is edited, or a step is undone.
import { stepBetween } from '../../../content/core/suggestion/undo-history.ts';
import { createStore } from '../../state/store.ts';
import { openDraft, typeText } from '../../state/suggestions.ts';
import { type Acted, removeAt } from './block-acts.ts';
import { type BaseText, type Region, regionAt, regionOf } from './layout.ts';
import { follow, putText, textAt, unitsOf } from './regions.ts';

export type Caret = { readonly from: number; readonly to: number } | 'start' | 'end' | null;

/** What the editor is given; the stretch itself moves on with every letter (`regionNow`). */
export interface Editing {
  /** Another number: another place. */
  readonly place: number;
  /** Another number: the text was changed from outside. */
  readonly reset: number;
  readonly text: string;
  readonly caret: Caret;
}

export const editing = createStore<Editing | null>(null);
/** Counts up when the page is to be laid out anew. */
export const layoutVersion = createStore(0);

let region: Region | null = null;
let lastPlace = 0;

export const regionNow = (): Region | null => region;
const sourceNow = (): string | null => openDraft.get()?.source ?? null;
const laidOut = (): void => layoutVersion.update((count) => count + 1);

let known: BaseText | null = null;
/** A guide's text, taken apart once for as long as it is the same. */
export function baseOf(source: string): BaseText {
  if (known?.source !== source) known = { source, units: unitsOf(source) };
  return known;
}

/** The guide that the open suggestion changes; null without one. */
export function baseNow(): BaseText | null {
  const source = openDraft.get()?.kept.draft.suggestion.base?.source ?? null;
  return source === null ? null : baseOf(source);
}

/** Opens a stretch to be edited; what was edited before is closed. */
export function edit(next: Region, caret: Caret): void {
  const before = sourceNow();
  tidy();
  const source = sourceNow();
  if (before === null || source === null) return;
  const at = follow(next, before, source);
  region = at && { ...next, ...at };
  lastPlace += 1;
  editing.set(region && { place: lastPlace, reset: 0, text: textAt(source, region), caret });
  laidOut();
}

/** A letter was typed: must be cheap. */
export function typedText(text: string): void {
  const source = sourceNow();
  if (!region || source === null) return;
  const put = putText(source, region, text);
  region = { ...region, ...put.at };
  typeText(put.source);
}

/** Nothing is edited any more; the suggestion stays open. */
export function stopEditing(): void {
  if (!region) return;
  tidy();
  region = null;
  editing.set(null);
  laidOut();
}

/** Forgets what is edited without looking at it: another suggestion is open. */
export function dropEditing(): void {
  region = null;
  editing.set(null);
  laidOut();
}

/** What was left empty goes, with the empty lines that it left behind. */
function tidy(): void {
  const source = sourceNow();
  if (!region || source === null || textAt(source, region).trim() !== '') return;
  // The text may have been replaced as a whole by a newer edition.
  if (region.to > source.length) return;
  typeText(removeAt(source, region).source, true);
}

/** A button changed the text as one step. @param next what is edited then; null: nothing */
export function act(acted: Acted, next: Omit<Region, 'from' | 'to'> | null, caret: Caret = null): void {
  region = null;
  typeText(acted.source, true);
  if (next) edit({ ...acted.at, ...next }, caret);
  else {
    editing.set(null);
    laidOut();
  }
}

/** A step was undone or done again: the place where the text changed is opened, with the caret there. */
export function afterStep(before: string, after: string): void {
  const [change] = stepBetween(before, after);
  const base = baseNow();
  const now = editing.get();
  if (!change || !base) return;
  const end = change.at + change.inserted.length;
  const same = region && change.at >= region.from && change.at + change.removed.length <= region.to ? follow(region, before, after) : null;
  if (same && region && now) {
    region = { ...region, ...same };
    const caret = textAt(after, { from: same.from, to: end }).length;
    editing.set({ ...now, reset: now.reset + 1, text: textAt(after, same), caret: { from: caret, to: caret } });
    laidOut();
    return;
  }
  const next = sameIn(base, after, change.at, end) ?? regionAt(base, after, end) ?? regionAt(base, after, change.at);
  region = null;
  if (next) edit(next, { from: offsetIn(after, next, end), to: offsetIn(after, next, end) });
  else {
    editing.set(null);
    laidOut();
  }
}

/** The piece that is edited, where it is among what changed: of two that changed places it is the one a person looks at. */
function sameIn(base: BaseText, after: string, from: number, to: number): Region | null {
  const [first, last] = [region?.origins[0], region?.origins.at(-1)];
  const same = first === undefined || last === undefined ? null : regionOf(base, after, first, last);
  return same && same.from <= to && same.to >= from ? same : null;
}

const offsetIn = (source: string, { from, to }: Region, offset: number): number =>
  textAt(source, { from, to: Math.min(to, Math.max(from, offset)) }).length;
