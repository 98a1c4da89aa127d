// What a suggestion may hold, checked before it is believed or sent. One table for both sides, so that nobody can write
// what the working group's tools would refuse. The first fault found is named; nothing is cut to fit.
import { noteLimits } from '../annotation/model.ts';
import { assertNever } from '../base/assert-never.ts';
import { isSha256 } from '../base/ids.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { Author, Evidence, Passage, Suggestion } from './model.ts';
import { proposedSource } from './model.ts';
import { squeezed } from './tokens.ts';

export const suggestionLimits = {
  /** Of one text, as a pack's guide may have (core/pack). */
  sourceBytes: 2 * 1024 * 1024,
  /** Both texts, twice as long as they are by what JSON writes with two signs. */
  fileBytes: 9 * 1024 * 1024,
  /** `@context` to a selector is five deep. */
  depth: 12,
  /** Lists, objects, and what is in them: with all the evidence there may be some two hundred. */
  parts: 1_000,
  /** Four pages. */
  why: 20_000,
  evidence: 20,
  evidenceText: 5_000,
  link: 2_000,
  fileName: 120,
  /** Of one file of evidence: what the issue of a mailbox allows, after base64, with room beside. */
  evidenceFileBytes: 5 * 1024 * 1024,
  /** Of all of them: with both texts, what is sent still fits a mailbox. */
  evidenceBytes: 20 * 1024 * 1024,
  /** Of a name, a force, a role. */
  words: 120,
} as const;

export type SuggestionFault =
  | 'source-too-large'
  | 'text-not-clean'
  | 'why-too-long'
  | 'too-much-evidence'
  | 'evidence'
  | 'evidence-too-large'
  | 'author'
  | 'passage'
  | 'base'
  | 'times';

/** Null: all is within bounds. Says nothing of whether it is ready to be sent. */
export function boundsFault(suggestion: Suggestion): SuggestionFault | null {
  const { base, about, why, evidence, author, created, modified, proposal, guide } = suggestion;
  for (const source of [base?.source, proposedSource(suggestion)]) {
    if (source === undefined || source === null) continue;
    if (isTooLarge(source)) return 'source-too-large';
    if (isTorn(source)) return 'text-not-clean';
  }
  if (base !== null && (!isCount(base.edition.version) || !isSha256(base.edition.digest))) return 'base';
  if (base !== null && guide === null) return 'base';
  // A change of no text, or a new guide that changes an old one, is no suggestion.
  if (proposal.kind === 'change' ? base === null : proposal.kind === 'new-guide' && base !== null) return 'base';
  if (why.length > suggestionLimits.why) return 'why-too-long';
  if (isTorn(why) || hasControls(why)) return 'text-not-clean';
  if (evidence.length > suggestionLimits.evidence) return 'too-much-evidence';
  for (const item of evidence) {
    const fault = evidenceFault(item);
    if (fault) return fault;
  }
  if (evidence.reduce((sum, item) => sum + (item.kind === 'file' ? item.bytes : 0), 0) > suggestionLimits.evidenceBytes)
    return 'evidence-too-large';
  if (!isAuthor(author)) return 'author';
  if (about !== null && (guide === null || !isPassage(about))) return 'passage';
  return isTime(created) && isTime(modified) ? null : 'times';
}

export type Missing = 'why' | 'force' | 'role' | 'change';

/** What its author has still to say before it can be sent; empty: ready, if it is also within bounds. */
export function missingIn(suggestion: Suggestion): readonly Missing[] {
  const { why, author, proposal, base } = suggestion;
  const source = proposedSource(suggestion);
  const isUnchanged = source !== null && (source.trim() === '' || (base !== null && squeezed(source) === squeezed(base.source)));
  return [
    ...(why.trim() === '' && proposal.kind !== 'support' ? (['why'] as const) : []),
    ...(author.force === '' ? (['force'] as const) : []),
    ...(author.role === '' ? (['role'] as const) : []),
    ...(isUnchanged ? (['change'] as const) : []),
  ];
}

function evidenceFault(item: Evidence): SuggestionFault | null {
  switch (item.kind) {
    case 'text':
      return item.text.length <= suggestionLimits.evidenceText && !isTorn(item.text) && !hasControls(item.text) ? null : 'evidence';
    case 'link':
      return isLink(item.href) ? null : 'evidence';
    case 'file':
      if (!isFileName(item.name) || !isSha256(item.digest) || !isCount(item.bytes)) return 'evidence';
      return item.bytes <= suggestionLimits.evidenceFileBytes ? null : 'evidence-too-large';
    default:
      return assertNever(item);
  }
}

/** An address that people can follow: no `javascript:`, no `file:`, no blanks. */
export const isLink = (href: string): boolean =>
  href.length <= suggestionLimits.link &&
  /^https?:\/\/[^\s<>"\\^`{|}]+$/i.test(href) &&
  !isTorn(href) &&
  !hasControls(href) &&
  !hasTurns(href);

const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** What Windows, macOS and a zip all take for one plain name, and that looks like what it is. */
export const isFileName = (name: string): boolean =>
  name.length <= suggestionLimits.fileName && [name, name.normalize('NFKC')].every(isPlainName);

/** Signs without a shape of their own: two names that look the same would not be. By number: what has none differs between PCs. */
const unseen = /\u034f|[\u00ad\u115f\u1160\u180e\u3164\ufff9-\ufffc]|[\u{e0000}-\u{e0fff}]/u;

/** Also of the form that a system may make of it: `‥` and `：` become dots and a colon. */
const isPlainName = (name: string): boolean =>
  name.length > 0 && isOneLine(name) && !/[/\\:*?"<>|]/.test(name) && !/^[.~]|\.$/.test(name) && !device.test(name) && !unseen.test(name);

const isAuthor = ({ name, force, role }: Author): boolean =>
  [force, role].every((words) => words === '' || isWords(words)) && (name === null || isWords(name));
const isWords = (words: string): boolean => words.length > 0 && words.length <= suggestionLimits.words && isOneLine(words);

function isPassage({ anchor, blockDigest }: Passage): boolean {
  const { exact, prefix, suffix, start, end, edition } = anchor;
  return (
    exact.trim() !== '' &&
    exact.length <= noteLimits.exact &&
    [prefix, suffix].every((words) => words.length <= noteLimits.context) &&
    isCount(start) &&
    isCount(end) &&
    start <= end &&
    isCount(edition.version) &&
    (edition.digest === '' || isSha256(edition.digest)) &&
    /^(?:[0-9a-f]{16})?$/.test(blockDigest)
  );
}

/** Counted only where it is close: a UTF-16 unit is three bytes at most. */
const isTooLarge = (source: string): boolean =>
  source.length * 3 > suggestionLimits.sourceBytes &&
  (source.length > suggestionLimits.sourceBytes || encodeUtf8(source).length > suggestionLimits.sourceBytes);
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
/** In the one spelling that `Date.toISOString` has; years of four digits. */
export const isTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;

/** Half a character: no file can hold it. */
const isTorn = (text: string): boolean => /\p{Surrogate}/u.test(text);
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const hasControls = (text: string): boolean => /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text);
/** Signs that make a name read otherwise than it is written. */
const hasTurns = (text: string): boolean => /[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(text);
const isOneLine = (text: string): boolean =>
  text.trim() === text && !/[\t\n]/.test(text) && !isTorn(text) && !hasControls(text) && !hasTurns(text);
