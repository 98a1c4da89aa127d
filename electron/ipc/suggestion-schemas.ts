// What the window may ask of a person's suggestions: drafts by the ids it makes itself, whole texts as typed, places as
// blocks and offsets. Everything is bounded; a path never comes from here.
import * as v from 'valibot';
import type { Clock } from '../../content/core/annotation/model.ts';
import { type ChannelId, type GuideId, isChannelId, isGuideId, isSha256, type Sha256 } from '../../content/core/base/ids.ts';
import { suggestionLimits } from '../../content/core/suggestion/bounds.ts';
import {
  type Author,
  type Evidence,
  isSuggestionId,
  type SuggestionId,
  type SuggestionKind,
  suggestionKinds,
  type Urgency,
  urgencies,
} from '../../content/core/suggestion/model.ts';
import { type History, historyLimits } from '../../content/core/suggestion/undo-history.ts';
import { type Passage, passage } from './note-schemas.ts';

const line = (max: number) => v.pipe(v.string(), v.maxLength(max));
const brand = <T extends string>(is: (text: string) => text is T): v.GenericSchema<string, T> =>
  v.pipe(
    v.string(),
    v.check((text): boolean => is(text)),
    v.transform((text) => text as T),
  );
const guideId = brand<GuideId>(isGuideId);
const channelId = brand<ChannelId>(isChannelId);
const sha256 = brand<Sha256>(isSha256);
export const suggestionId: v.GenericSchema<string, SuggestionId> = brand<SuggestionId>(isSuggestionId);

/** UTC seconds at signing. */
const edition = v.pipe(v.number(), v.integer(), v.minValue(0));
const source = line(suggestionLimits.sourceBytes);
const why = line(suggestionLimits.why);

export type Begun =
  /** The whole guide as it is, to be changed. */
  | { readonly kind: 'change' }
  | { readonly kind: 'comment' }
  | { readonly kind: 'question' }
  | { readonly kind: 'support'; readonly suggestion: Sha256 }
  | { readonly kind: 'new-guide'; readonly source: string; readonly template: GuideId | null };

/** The window makes the id, so that it can go on writing before the answer is here. */
export interface BeginSuggestion {
  readonly id: SuggestionId;
  readonly channel: ChannelId;
  /** Null: a guide that is missing. */
  readonly guide: GuideId | null;
  /** The edition on the page, in which the passage is counted; 0 without a guide. */
  readonly edition: number;
  readonly passage: Passage | null;
  readonly proposal: Begun;
  readonly kind: SuggestionKind;
  /** What is known already: the words of a note, a search that found nothing. */
  readonly why: string;
}
export interface AskedBegin {
  readonly id: string;
  readonly channel: string;
  readonly guide: string | null;
  readonly edition: number;
  readonly passage: v.InferInput<typeof passage> | null;
  readonly proposal:
    | { readonly kind: 'change' | 'comment' | 'question' }
    | { readonly kind: 'support'; readonly suggestion: string }
    | { readonly kind: 'new-guide'; readonly source: string; readonly template: string | null };
  readonly kind: SuggestionKind;
  readonly why: string;
}
export const beginSuggestion: v.GenericSchema<AskedBegin, BeginSuggestion> = v.strictObject({
  id: suggestionId,
  channel: channelId,
  guide: v.nullable(guideId),
  edition,
  passage: v.nullable(passage),
  proposal: v.variant('kind', [
    v.strictObject({ kind: v.picklist(['change', 'comment', 'question']) }),
    v.strictObject({ kind: v.literal('support'), suggestion: sha256 }),
    v.strictObject({ kind: v.literal('new-guide'), source, template: v.nullable(guideId) }),
  ]),
  kind: v.picklist(suggestionKinds),
  why,
}) as v.GenericSchema<AskedBegin, BeginSuggestion>;

const change = v.strictObject({ at: v.pipe(v.number(), v.integer(), v.minValue(0)), removed: source, inserted: source });
const steps = v.pipe(v.array(v.pipe(v.array(change), v.maxLength(historyLimits.changesInStep))), v.maxLength(historyLimits.steps));

const words = line(suggestionLimits.words);
const evidence = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text: line(suggestionLimits.evidenceText) }),
  v.strictObject({ kind: v.literal('link'), href: line(suggestionLimits.link) }),
  v.strictObject({
    kind: v.literal('file'),
    name: line(suggestionLimits.fileName),
    bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
    digest: sha256,
  }),
]);

/** What a person wrote since; what is not named stays. */
export interface SaveSuggestion {
  readonly id: SuggestionId;
  /** The clock of the last answer about it: which words these words had seen. */
  readonly seen: Clock;
  /** The whole text as it shall be, with how it came to be so. */
  readonly text?: { readonly source: string; readonly history: History } | undefined;
  readonly kind?: SuggestionKind | undefined;
  readonly why?: string | undefined;
  /** Files among them are kept, left out, or put in another order; a new one comes by `suggestions.attach`. */
  readonly evidence?: readonly Evidence[] | undefined;
  readonly urgency?: Urgency | undefined;
  readonly author?: Author | undefined;
  /** A comment becomes a question and the other way round; a change that is none becomes a comment. */
  readonly proposal?: 'comment' | 'question' | undefined;
  readonly ready?: boolean | undefined;
}
export interface AskedSave extends Omit<SaveSuggestion, 'id' | 'evidence' | 'text'> {
  readonly id: string;
  readonly evidence?: readonly v.InferInput<typeof evidence>[] | undefined;
  readonly text?: { readonly source: string; readonly history: History } | undefined;
}
export const saveSuggestion: v.GenericSchema<AskedSave, SaveSuggestion> = v.strictObject({
  id: suggestionId,
  seen: v.record(line(40), v.pipe(v.number(), v.integer(), v.minValue(0))),
  text: v.optional(v.strictObject({ source, history: v.strictObject({ past: steps, future: steps }) })),
  kind: v.optional(v.picklist(suggestionKinds)),
  why: v.optional(why),
  evidence: v.optional(v.pipe(v.array(evidence), v.maxLength(suggestionLimits.evidence))),
  urgency: v.optional(v.picklist(urgencies)),
  author: v.optional(v.strictObject({ name: v.nullable(words), force: words, role: words })),
  proposal: v.optional(v.picklist(['comment', 'question'])),
  ready: v.optional(v.boolean()),
}) as unknown as v.GenericSchema<AskedSave, SaveSuggestion>;

export interface SuggestionName {
  readonly id: SuggestionId;
}
export const suggestionName: v.GenericSchema<{ readonly id: string }, SuggestionName> = v.strictObject({ id: suggestionId });

// More than one person writes in years.
const mostAtOnce = 1_000;
export const suggestionChoice: v.GenericSchema<{ readonly ids: string[] }, { readonly ids: SuggestionId[] }> = v.strictObject({
  ids: v.pipe(v.array(suggestionId), v.minLength(1), v.maxLength(mostAtOnce)),
});

export interface SettleSuggestion {
  readonly id: SuggestionId;
  /**
   * `seen`: what a newer edition did to it is fine; `take-back`: the words from before it, beside the newer text;
   * `resolve`: one text out of the two, which is `source`.
   */
  readonly how: 'seen' | 'take-back' | 'resolve';
  readonly source: string | null;
}
export const settleSuggestion: v.GenericSchema<Omit<SettleSuggestion, 'id'> & { readonly id: string }, SettleSuggestion> = v.strictObject({
  id: suggestionId,
  how: v.picklist(['seen', 'take-back', 'resolve']),
  source: v.nullable(source),
});

/** A page of words and both texts: the window puts it together, because the words for people are there. */
const summary = line(6 * 1024 * 1024);
export interface SuggestionBundle {
  readonly id: SuggestionId;
  /** `summary.html`, whole. */
  readonly summary: string;
}
export const suggestionBundle: v.GenericSchema<{ readonly id: string; readonly summary: string }, SuggestionBundle> = v.strictObject({
  id: suggestionId,
  summary,
});
/** What a person was shown before it leaves. */
export interface ShownBundle extends SuggestionBundle {
  /** Of the bundle's bytes, from the preview. */
  readonly digest: Sha256;
}
export interface AskedBundle {
  readonly id: string;
  readonly summary: string;
  readonly digest: string;
}
const shown = { id: suggestionId, summary, digest: sha256 };
export const shownBundle: v.GenericSchema<AskedBundle, ShownBundle> = v.strictObject(shown);
export const shownBundles: v.GenericSchema<{ readonly bundles: AskedBundle[] }, { readonly bundles: ShownBundle[] }> = v.strictObject({
  bundles: v.pipe(v.array(v.strictObject(shown)), v.minLength(1), v.maxLength(mostAtOnce)),
});

/** Word's file of a suggestion. Labels are the window's, because the words for people are there. */
export const wordDocument: v.GenericSchema<
  { readonly id: string; readonly suggested: string; readonly labels: Readonly<Record<string, string>> },
  { readonly id: SuggestionId; readonly suggested: string; readonly labels: Readonly<Record<string, string>> }
> = v.strictObject({ id: suggestionId, suggested: line(120), labels: v.record(line(40), line(500)) });

/** Words that the window has put together, for a file that a person chooses. */
export const suggestionWords = v.strictObject({
  format: v.picklist(['markdown', 'html', 'text']),
  suggested: line(120),
  text: line(32 * 1024 * 1024),
});

export const suggestionView: v.GenericSchema<
  { readonly guide: string; readonly edition: number },
  { readonly guide: GuideId; readonly edition: number }
> = v.strictObject({ guide: guideId, edition });
