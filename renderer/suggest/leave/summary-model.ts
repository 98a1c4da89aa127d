// What a reader of a suggestion is told, in words and in order; `summary.html`, Markdown, paper and the dialog are spellings of
// it. Made of the suggestion alone: no clock, and nothing of this PC, so that the same suggestion reads the same everywhere.
import { parseGuide } from '../../../content/core/guide/parse.ts';
import type { DiffPart } from '../../../content/core/lineage/diff-words.ts';
import { type Evidence, proposedSource, type Suggestion } from '../../../content/core/suggestion/model.ts';
import { leaveFilesText as text } from '../../text/suggest-leave-files.ts';
import { changeList, type ReadChange } from './change-list.ts';
import type { Mark } from './mark-changes.ts';

export interface SummaryChange {
  /** "Paragraph, changed, under “Hide a comment”". */
  readonly head: string;
  readonly parts: readonly DiffPart[];
  /** Sentences on what is not words: formatting, links, where it moved. */
  readonly notes: readonly string[];
}

export interface Summary {
  readonly title: string;
  readonly intro: string;
  readonly facts: readonly (readonly [label: string, words: string])[];
  /** The reason, or what is said or asked; null where nothing is. */
  readonly why: { readonly label: string; readonly text: string } | null;
  /** What it is about, where it changes no text. */
  readonly passage: string | null;
  readonly changesLabel: string;
  readonly changes: readonly SummaryChange[];
  readonly evidence: readonly Evidence[];
}

export function summaryOf(suggestion: Suggestion): Summary {
  const { proposal, why, about, evidence } = suggestion;
  const title = titleOf(suggestion);
  return {
    title: text.title(title),
    intro: text.intro[proposal.kind],
    facts: factsOf(suggestion, title),
    why:
      why.trim() === ''
        ? null
        : { label: proposal.kind === 'comment' || proposal.kind === 'question' ? text.said[proposal.kind] : text.why, text: why.trim() },
    passage: about && proposedSource(suggestion) === null ? about.anchor.exact.replace(/\t/g, ' · ').trim() : null,
    changesLabel: proposal.kind === 'new-guide' ? text.text : text.changes,
    changes: changeList(suggestion).map((change) => ({
      head: headOf(change, proposal.kind === 'new-guide'),
      parts: change.parts,
      notes: notesOf(change),
    })),
    evidence,
  };
}

/** Of the text it was made from, not of the one that happens to be held here; null where nobody has named it. */
export function titleOf(suggestion: Suggestion): string | null {
  const source = suggestion.base?.source ?? proposedSource(suggestion);
  const title = source === null ? '' : parseGuide(source, '').meta.title.trim();
  return title === '' ? suggestion.guide : title;
}

function factsOf(suggestion: Suggestion, title: string | null): Summary['facts'] {
  const { author, base, proposal, channel, kind, urgency, created, modified, id } = suggestion;
  const who = [author.name ?? '', author.role, author.force].filter((part) => part !== '').join(', ');
  return [
    [text.facts.guide, proposal.kind === 'new-guide' ? `${text.newGuide}${title === null ? '' : `: ${title}`}` : (title ?? '')],
    [text.facts.channel, channel],
    ...(base ? [[text.facts.edition, text.edition(base.edition.version)] as const] : []),
    [text.facts.kind, text.kinds[kind]],
    [text.facts.urgency, text.urgencies[urgency]],
    [text.facts.from, who],
    [text.facts.dates, text.dates(created, modified)],
    ...(proposal.kind === 'support' ? [[text.facts.supports, proposal.suggestion] as const] : []),
    [text.facts.id, id.replace('urn:uuid:', '')],
  ].flatMap(([label = '', words = '']) => (words === '' ? [] : [[label, words] as const]));
}

/** In a new guide everything is new and stands where it stands. */
function headOf({ kind, callout, change, under }: ReadChange, isNew: boolean): string {
  const place = [text.place[kind], ...(callout === null ? [] : [text.callouts[callout]])].join(' ');
  return [place, ...(isNew ? [] : [text.change[change], ...(under === null ? [] : [text.under(under)])])].join(', ');
}

function notesOf({ marks, change, after }: ReadChange): readonly string[] {
  const said = (mark: Mark, at: 0 | 1): string => text.marks[mark.kind](mark.text, mark.target)[at] ?? '';
  return [
    ...(change === 'moved' ? [text.after(after)] : []),
    ...marks.gone.map((mark) => said(mark, 0)),
    ...marks.come.map((mark) => said(mark, 1)),
  ];
}
