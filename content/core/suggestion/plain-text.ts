// A suggestion as text for an e-mail: what is now, what is suggested, why, on what evidence, by whom. The words around it
// come from whoever shows it; there is none of them here.
import { assertNever } from '../base/assert-never.ts';
import { parseGuide } from '../guide/parse.ts';
import type { Evidence, Suggestion, SuggestionKind, Urgency } from './model.ts';
import { linedText, type Touch, touchesOf } from './touches.ts';

export interface PlainTextWords {
  /** The first line. */
  readonly heading: string;
  readonly guide: string;
  readonly channel: string;
  /** Which edition it was made from, for its version in UTC seconds. */
  readonly edition: (version: number) => string;
  readonly kind: string;
  readonly kinds: Readonly<Record<SuggestionKind, string>>;
  readonly urgency: string;
  readonly urgencies: Readonly<Record<Urgency, string>>;
  readonly now: string;
  readonly suggested: string;
  readonly added: string;
  readonly removed: string;
  readonly newGuide: string;
  readonly comment: string;
  readonly question: string;
  readonly support: string;
  readonly passage: string;
  readonly why: string;
  readonly evidence: string;
  readonly from: string;
  /** A file of evidence, with its size. */
  readonly file: (name: string, bytes: number) => string;
}

/** @param title of the guide; null where it has none yet. Line ends are `\n`. */
export function plainText(suggestion: Suggestion, title: string | null, words: PlainTextWords): string {
  const { author, why, evidence, about, base, kind, urgency } = suggestion;
  const head = [
    words.heading,
    ...(title === null ? [] : [`${words.guide}: ${title}`]),
    `${words.channel}: ${suggestion.channel}`,
    ...(base ? [words.edition(base.edition.version)] : []),
    `${words.kind}: ${words.kinds[kind]}`,
    `${words.urgency}: ${words.urgencies[urgency]}`,
  ];
  const people = [author.name, author.role, author.force].filter((part) => part !== null && part !== '');
  const sections = [
    head.join('\n'),
    ...(about && suggestion.proposal.kind !== 'change' ? [`${words.passage}:\n${indented(about.anchor.exact)}`] : []),
    ...proposalOf(suggestion, words),
    ...(evidence.length > 0 ? [`${words.evidence}:\n${evidence.map((item) => indented(evidenceText(item, words))).join('\n')}`] : []),
    ...(people.length > 0 ? [`${words.from}: ${people.join(', ')}`] : []),
  ];
  // What was said or asked stands with the kind of what it is, a reason under its own heading.
  const place = sections.length - (evidence.length > 0 ? 1 : 0) - (people.length > 0 ? 1 : 0);
  return `${(why.trim() === '' ? sections : sections.toSpliced(place, 0, `${words.why}:\n${indented(why)}`)).join('\n\n')}\n`;
}

function proposalOf(suggestion: Suggestion, words: PlainTextWords): readonly string[] {
  const { proposal, base } = suggestion;
  switch (proposal.kind) {
    case 'change':
      return base ? changesOf(base.source, proposal.source).map((touch) => changeText(touch, words)) : [];
    case 'new-guide':
      return [`${words.newGuide}:\n${indented(proposal.source)}`];
    case 'comment':
      return [words.comment];
    case 'question':
      return [words.question];
    case 'support':
      return [`${words.support}: ${proposal.suggestion.slice(0, 12)}`];
    default:
      return assertNever(proposal);
  }
}

const changesOf = (base: string, proposed: string): readonly Touch[] =>
  touchesOf(linedText(base, parseGuide(base, '').blocks, []), proposed);

function changeText({ old, next }: Touch, words: PlainTextWords): string {
  if (old.trim() === '') return `${words.added}:\n${indented(next)}`;
  if (next === '') return `${words.removed}:\n${indented(old)}`;
  return `${words.now}:\n${indented(old)}\n${words.suggested}:\n${indented(next)}`;
}

function evidenceText(item: Evidence, words: PlainTextWords): string {
  switch (item.kind) {
    case 'text':
      return item.text;
    case 'link':
      return item.href;
    case 'file':
      return words.file(item.name, item.bytes);
    default:
      return assertNever(item);
  }
}

/** Mail programs take away what stands before a line only at its own edge; two spaces stay. */
const indented = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+|\s+$/g, '')
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `  ${line}`))
    .join('\n');
