// Suggestions as Markdown (CommonMark), for a wiki or an editor: the words of the summary, old and new under each other.
// Everything that anybody wrote is escaped: it reads as it stands and becomes neither html nor markup.
import type { DiffPart } from '../../../content/core/lineage/diff-words.ts';
import type { Evidence, Suggestion } from '../../../content/core/suggestion/model.ts';
import { plain } from '../../notes/export-markdown.ts';
import { plainWords, leaveFilesText as text } from '../../text/suggest-leave-files.ts';
import { type Summary, type SummaryChange, summaryOf } from './summary-model.ts';

/** Ends with a line break. */
export const summaryMarkdown = (suggestions: readonly Suggestion[]): string =>
  `${suggestions.map((suggestion) => partsOf(summaryOf(suggestion)).join('\n\n')).join('\n\n---\n\n')}\n`;

function partsOf({ title, intro, facts, why, passage, changesLabel, changes, evidence }: Summary): readonly string[] {
  return [
    `# ${plain(title)}`,
    plain(intro),
    facts.map(([label, words]) => `- **${plain(label)}:** ${plain(words)}`).join('\n'),
    ...(why === null ? [] : [`## ${plain(why.label)}`, lines(why.text)]),
    ...(passage === null ? [] : [`## ${plain(text.passage)}`, quoted(passage)]),
    ...(changes.length === 0 ? [] : [`## ${plain(changesLabel)}`, ...changes.flatMap(changeParts)]),
    `## ${plain(text.evidence)}`,
    evidence.length === 0 ? plain(text.noEvidence) : evidence.map(evidenceLine).join('\n'),
  ];
}

function changeParts({ head, parts, notes }: SummaryChange): readonly string[] {
  const [old, next] = [side(parts, 'removed'), side(parts, 'added')];
  return [
    `### ${plain(head)}`,
    ...(old.trim() === '' ? [] : [`${plain(plainWords.now)}:`, quoted(old)]),
    ...(next.trim() === '' || next === old ? [] : [`${plain(plainWords.suggested)}:`, quoted(next)]),
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${plain(note)}`).join('\n')]),
  ];
}

const side = (parts: readonly DiffPart[], kind: DiffPart['kind']): string =>
  parts
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map((part) => part.text)
    .join('');

const quoted = (words: string): string =>
  lines(words)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

/** A line break of the text is one; an empty line parts paragraphs. */
function lines(words: string): string {
  const all = words
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => plain(line.trim()));
  return all.map((line, at) => (line !== '' && (all[at + 1] ?? '') !== '' ? `${line}\\` : line)).join('\n');
}

function evidenceLine(item: Evidence): string {
  if (item.kind === 'file') return `- ${plain(text.file(item.name, item.bytes))}`;
  // Within bounds there is no sign in an address that could end it.
  if (item.kind === 'link') return /[<>\s]/.test(item.href) ? `- ${plain(item.href)}` : `- <${item.href}>`;
  return `- ${lines(item.text).replace(/\n/g, '\n  ')}`;
}
