// What a working group answers, as its pack carries it (`responses.json`): what became of each suggestion, by its digest,
// and which are still open, block by block, without anybody's name. Read as far as it goes: an entry that is none is
// passed over, never the whole file.
import type { BlockId, GuideId, Sha256 } from '../base/ids.ts';
import type { Draft, Suggestion, SuggestionKind } from './model.ts';
import { findPersonalData } from './personal-data.ts';
import type { Touch } from './touches.ts';

export const declineReasons = ['out-of-scope', 'already-covered', 'no-evidence', 'against-policy', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

interface Said {
  /** ISO day by the group's clock. */
  readonly on: string;
  /** Of the group, for the author; may be empty. */
  readonly words: string;
}
/** `edition` is the guide's version as its front matter has it. */
export type AnswerEvent = Said &
  (
    | { readonly state: 'received' }
    | { readonly state: 'in-review' }
    | { readonly state: 'accepted'; readonly edition: string }
    | { readonly state: 'reworded'; readonly edition: string }
    | { readonly state: 'declined'; readonly reason: DeclineReason }
  );

/** In the order in which it happened; the last one stands. At least one. */
export interface Answer {
  readonly suggestion: Sha256;
  readonly events: readonly AnswerEvent[];
}

/** What everybody may know of a suggestion that is not decided: no name, no reason, no evidence. */
export interface OpenSuggestion {
  readonly suggestion: Sha256;
  /** Null for a guide that is missing. */
  readonly guide: GuideId | null;
  /** What it would have a block say; empty where that looked personal, or the block shall go. */
  readonly blocks: readonly { readonly block: BlockId; readonly next: string }[];
  readonly kind: SuggestionKind;
  /** Who made it or supports it, each once. */
  readonly forces: readonly string[];
  readonly since: string;
}

export interface Responses {
  readonly answers: readonly Answer[];
  readonly open: readonly OpenSuggestion[];
}

/** Bounds of what is written and read (`responses-json.ts`). */
export const responseLimits = {
  fileBytes: 8 * 1024 * 1024,
  depth: 8,
  /** Ten years of one group, at ten a day. */
  answers: 40_000,
  open: 2_000,
  events: 20,
  blocks: 50,
  forces: 60,
  words: 2_000,
  force: 120,
} as const;

export const noResponses: Responses = { answers: [], open: [] };

export const isDecided = ({ state }: AnswerEvent): boolean => state === 'accepted' || state === 'reworded' || state === 'declined';

export const latest = ({ events }: Answer): AnswerEvent => events[events.length - 1] as AnswerEvent;

/** To the suggestions that somebody sent, wherever they were answered; the pack that says more of one stands. */
export function answersTo(sent: readonly Sha256[], packs: readonly Responses[]): ReadonlyMap<Sha256, Answer> {
  const wanted = new Set(sent);
  const found = new Map<Sha256, Answer>();
  for (const { answers } of packs)
    for (const answer of answers)
      if (wanted.has(answer.suggestion) && answer.events.length > (found.get(answer.suggestion)?.events.length ?? 0))
        found.set(answer.suggestion, answer);
  return found;
}

export interface OpenHere {
  /** How many forces suggested or support something here, each once. */
  readonly forces: number;
  readonly suggestions: readonly OpenSuggestion[];
}

/** For the margin of a guide. @param own what this person sent, which is no news to them */
export function openByBlock({ open }: Responses, guide: GuideId, own: readonly Sha256[] = []): ReadonlyMap<BlockId, OpenHere> {
  const mine = new Set(own);
  const here = new Map<BlockId, OpenSuggestion[]>();
  for (const suggestion of open) {
    if (suggestion.guide !== guide || mine.has(suggestion.suggestion)) continue;
    for (const block of new Set(suggestion.blocks.map((edit) => edit.block))) here.set(block, [...(here.get(block) ?? []), suggestion]);
  }
  const forcesOf = (list: readonly OpenSuggestion[]): number => new Set(list.flatMap(({ forces }) => forces.map(plainName))).size;
  return new Map([...here].map(([block, suggestions]) => [block, { forces: forcesOf(suggestions), suggestions }]));
}

/** The group says something about a suggestion; once it is decided it is open no more. The same twice is said once. */
export function withEvent(responses: Responses, suggestion: Sha256, event: AnswerEvent): Responses {
  const known = responses.answers.find((answer) => answer.suggestion === suggestion);
  const isSaid = known !== undefined && latest(known).state === event.state && latest(known).words === event.words;
  const answer = { suggestion, events: isSaid ? known.events : [...(known?.events ?? []), event] };
  return {
    answers: known ? responses.answers.map((other) => (other === known ? answer : other)) : [...responses.answers, answer],
    open: isDecided(event) ? responses.open.filter((other) => other.suggestion !== suggestion) : responses.open,
  };
}

/** Of one that is there already the forces are put together. What is decided does not open again. */
export function withOpen(responses: Responses, entry: OpenSuggestion): Responses {
  const answer = responses.answers.find(({ suggestion }) => suggestion === entry.suggestion);
  if (answer && isDecided(latest(answer))) return responses;
  const known = responses.open.find(({ suggestion }) => suggestion === entry.suggestion);
  if (!known) return { ...responses, open: [...responses.open, { ...entry, forces: eachOnce(entry.forces) }] };
  const forces = eachOnce([...known.forces, ...entry.forces]);
  return { ...responses, open: responses.open.map((other) => (other === known ? { ...known, forces } : other)) };
}

/**
 * What everybody may know of a suggestion, and no more: words that look personal, or are long, are left out.
 * @param on ISO day on which it was received
 */
export function openFrom(suggestion: Suggestion, digest: Sha256, touches: readonly Touch[], on: string): OpenSuggestion {
  const blocks = touches.flatMap(({ blocks: inside, after, next }) => {
    const isQuiet = next.length <= responseLimits.words && findPersonalData(next).length === 0;
    const places = inside.length > 0 ? inside : after === null ? [] : [after];
    return places.map((block) => ({ block, next: isQuiet ? next : '' }));
  });
  const about = suggestion.about?.anchor.block ?? null;
  const said = blocks.length === 0 && about !== null ? [{ block: about, next: '' }] : blocks;
  const forces = eachOnce([suggestion.author.force]).filter((force) => findPersonalData(force).length === 0);
  const { guide, kind } = suggestion;
  return { suggestion: digest, guide, blocks: said.slice(0, responseLimits.blocks), kind, forces, since: on };
}

/** A draft that was sent, with what is known of it now. */
export function withAnswer(draft: Draft, answers: ReadonlyMap<Sha256, Answer>): Draft {
  const answer = draft.sent && answers.get(draft.sent.digest);
  if (!answer || (draft.state !== 'sent' && draft.state !== 'answered')) return draft;
  return { ...draft, state: isDecided(latest(answer)) ? 'answered' : 'sent' };
}

const plainName = (force: string): string => force.trim().replace(/\s+/g, ' ').toLowerCase();

/** The first spelling stays. */
function eachOnce(forces: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  for (const force of forces) if (force.trim() !== '' && !names.has(plainName(force))) names.set(plainName(force), force);
  return [...names.values()];
}
