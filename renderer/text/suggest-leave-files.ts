// Words that stand in what leaves: the summary, Markdown, plain text and Word. Part of the files' bytes: to change one changes
// what the same suggestion gives.
import type { Suggestion } from '../../content/core/suggestion/model.ts';
import type { PlainTextWords } from '../../content/core/suggestion/plain-text.ts';
import { editionDay, localDay, longDay } from './dates.ts';
import { kindNames, urgencyNames } from './suggest-page.ts';

// The same page on every PC, wherever its clock thinks it is.
const zone = 'Europe/London';
const day = (time: string): string => longDay(localDay(time, zone));
const edition = (version: number): string => longDay(editionDay(version, zone));

/** "412 bytes", "3.2 kB", "1.4 MB". */
export function size(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const leaveFilesText = {
  title: (guide: string | null) => (guide === null ? 'Suggestion' : `Suggestion for “${guide}”`),
  many: (count: number) => `${count} suggestions`,
  newGuide: 'A new guide',
  intro: {
    change: 'A suggested change to a guide of National Guides. It is a proposal: the guide stays as it is until its working group decides.',
    'new-guide': 'A suggested new guide for National Guides. It is a proposal: its working group decides.',
    comment: 'A comment on a guide of National Guides. No text is to be changed.',
    question: 'A question about a guide of National Guides. No text is to be changed.',
    support: 'Support for a suggestion that somebody else made for National Guides.',
  },
  facts: {
    guide: 'Guide',
    channel: 'Channel',
    edition: 'Made from',
    kind: 'Kind',
    urgency: 'Urgency',
    from: 'From',
    dates: 'Written',
    supports: 'Supports',
    id: 'Reference',
  },
  edition: (version: number) => `the edition of ${edition(version)}`,
  dates: (created: string, modified: string) =>
    day(created) === day(modified) ? day(created) : `${day(created)}, last changed ${day(modified)}`,
  kinds: kindNames,
  urgencies: urgencyNames,
  why: 'Why',
  said: { comment: 'Comment', question: 'Question' },
  evidence: 'Evidence',
  noEvidence: 'None given.',
  file: (name: string, bytes: number) => `${name} (${size(bytes)}, attached)`,
  changes: 'What changes',
  text: 'The text',
  passage: 'The passage',
  none: 'No text changes.',
  /** Read aloud, hidden from the eye. */
  deletes: 'deletes',
  inserts: 'inserts',
  ends: 'end of change',

  place: {
    title: 'Title',
    summary: 'Summary',
    facts: 'Facts about the guide',
    heading: 'Heading',
    paragraph: 'Paragraph',
    'list-item': 'List item',
    task: 'Checklist item',
    table: 'Table',
    code: 'Example text',
    image: 'Picture',
    footnote: 'Footnote',
  },
  callouts: {
    must: 'in a “must” box',
    should: 'in a “should” box',
    could: 'in a “could” box',
    note: 'in a note box',
    warning: 'in a warning box',
    'your-force-decides': 'in a “your force decides” box',
  },
  change: { changed: 'changed', added: 'added', removed: 'removed', moved: 'moved', split: 'split off' },
  under: (heading: string) => `under “${heading}”`,
  after: (words: string | null) => (words === null ? 'It now comes first.' : `It now comes after “${words}”.`),
  marks: {
    bold: (text: string) => [`“${text}” is no longer bold.`, `“${text}” becomes bold.`],
    italic: (text: string) => [`“${text}” is no longer italic.`, `“${text}” becomes italic.`],
    struck: (text: string) => [`“${text}” is no longer struck out.`, `“${text}” is struck out.`],
    code: (text: string) => [`“${text}” is no longer shown as typed text.`, `“${text}” is shown as typed text.`],
    link: (text: string, target: string) => [`“${text}” no longer links to ${target}`, `“${text}” links to ${target}`],
    picture: (text: string, target: string) => [
      `The picture ${target} (“${text}”) goes.`,
      `The picture ${target} comes, with the words “${text}”.`,
    ],
    heading: (level: string) => [`It is no longer a heading of level ${level}.`, `It becomes a heading of level ${level}.`],
    bulleted: () => ['It is no longer in a bulleted list.', 'It goes into a bulleted list.'],
    numbered: () => ['It is no longer in a numbered list.', 'It goes into a numbered list.'],
    task: (done: string) => [
      `It is no longer in a checklist${done === '' ? '' : ' as done'}.`,
      `It goes into a checklist${done === '' ? '' : ' as done'}.`,
    ],
    quote: (kind: string) => [
      kind === '' ? 'It is no longer a quotation.' : `It leaves its “${kind}” box.`,
      kind === '' ? 'It becomes a quotation.' : `It goes into a “${kind}” box.`,
    ],
  },
  cut: 'This is cut here, because it is too long for an e-mail. The suggestion file has all of it.',
  foot: 'Made with National Guides. To take it in without retyping, the working group opens the suggestion file itself.',
} as const;

export const plainWords: PlainTextWords = {
  heading: 'Suggestion for National Guides',
  guide: 'Guide',
  channel: 'Channel',
  edition: (version) => `Made from: ${leaveFilesText.edition(version)}`,
  kind: 'Kind',
  kinds: leaveFilesText.kinds,
  urgency: 'Urgency',
  urgencies: leaveFilesText.urgencies,
  now: 'National text now',
  suggested: 'Suggested',
  added: 'Added',
  removed: 'Removed',
  newGuide: 'New guide',
  comment: 'This is a comment. No text is to be changed.',
  question: 'This is a question. No text is to be changed.',
  support: 'Supports the suggestion',
  passage: 'The passage',
  why: 'Why',
  evidence: 'Evidence',
  from: 'From',
  file: leaveFilesText.file,
};

/** What Word's file says around the text (`content/node/suggestion-docx.ts` names them). */
export const wordLabels = {
  suggestion: 'Suggestion for National Guides',
  intro: 'Changes are tracked: accept or reject them under Review. The reason is a comment at the first change.',
  guide: leaveFilesText.facts.guide,
  channel: leaveFilesText.facts.channel,
  made: leaveFilesText.facts.edition,
  kind: leaveFilesText.facts.kind,
  urgency: leaveFilesText.facts.urgency,
  from: leaveFilesText.facts.from,
  written: leaveFilesText.facts.dates,
  supports: leaveFilesText.facts.supports,
  reference: leaveFilesText.facts.id,
  why: leaveFilesText.why,
  comment: leaveFilesText.said.comment,
  question: leaveFilesText.said.question,
  passage: leaveFilesText.passage,
  evidence: leaveFilesText.evidence,
  noEvidence: leaveFilesText.noEvidence,
  newGuide: leaveFilesText.newGuide,
  title: leaveFilesText.place.title,
  summary: leaveFilesText.place.summary,
  omitted: 'Parts of the guide in which nothing changes are left out here.',
  'kind-factual-error': kindNames['factual-error'],
  'kind-outdated': kindNames.outdated,
  'kind-wording': kindNames.wording,
  'kind-missing': kindNames.missing,
  'kind-other': kindNames.other,
  'urgency-whenever': urgencyNames.whenever,
  'urgency-soon': urgencyNames.soon,
  'urgency-now': urgencyNames.now,
  'callout-must': 'Must',
  'callout-should': 'Should',
  'callout-could': 'Could',
  'callout-note': 'Note',
  'callout-warning': 'Warning',
  'callout-your-force-decides': 'Your force decides',
  picture: 'Picture',
  bytes: 'bytes',
} as const;

/** The same with the days of this suggestion in words. */
export const wordLabelsOf = ({
  base,
  created,
  modified,
}: Pick<Suggestion, 'base' | 'created' | 'modified'>): Readonly<Record<string, string>> => ({
  ...wordLabels,
  ...(base ? { madeWords: leaveFilesText.edition(base.edition.version) } : {}),
  writtenWords: leaveFilesText.dates(created, modified),
});
