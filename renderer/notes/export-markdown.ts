// Exported notes as Markdown (CommonMark). Words of guides are escaped, so that they read as they stand; a note's own
// light formatting stays, and cannot become a heading, a table, a picture or html.
import { exportText } from '../text/notes-files.ts';
import type { ExportedNote, ExportedNotes } from './export-model.ts';

/** Ends with a line break. */
export function exportMarkdown({ title, intro, guides }: ExportedNotes): string {
  const parts = [
    `# ${plain(title)}`,
    plain(intro),
    ...guides.flatMap((guide) => [
      `## ${plain(guide.title)}`,
      ...guide.sections.flatMap(({ heading, notes }) => [`### ${plain(heading)}`, ...notes.flatMap(noteParts)]),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function noteParts(note: ExportedNote): readonly string[] {
  const facts = note.facts.map(([label, words]) => `**${plain(label)}:** ${plain(words)}`);
  const words = light(note.words);
  return [
    quoted(note.quote),
    ...(note.before === null ? [] : [`${plain(exportText.before)}:`, quoted(note.before)]),
    ...(words === '' ? [] : [words]),
    // No list: it would go on with one that the note's words end with.
    [...facts, `**${plain(exportText.link)}:** <${note.link}>`].join('\\\n'),
    '---',
  ];
}

/** Rows of a table and breaks between blocks stay lines. */
function quoted(quote: string): string {
  const lines = quote.split(/\r\n?|\n/).map((line) => plain(line.replace(/\t/g, ' · ').trim()));
  return lines.map((line, at) => (line === '' ? '>' : `> ${line}${at < lines.length - 1 && lines[at + 1] !== '' ? '\\' : ''}`)).join('\n');
}

/** A line of text as nothing but text. */
export function plain(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\\`*_[\]<>#|~&!]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
}

/** The words of a note: what light formatting knows stays, what it does not know is escaped. */
export function light(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim()
    .split('\n');
  return lines
    .map((line, at) => {
      const next = lines[at + 1] ?? '';
      // A line break in a note is one.
      const end = line.trim() !== '' && next.trim() !== '' && !/^\s*(?:[-+*>]|\d{1,9}[.)])\s/.test(next) ? '  ' : '';
      return `${lineOf(line.trimEnd())}${end}`;
    })
    .join('\n');
}

// What a line of a list or a quote begins with.
const containers = String.raw`^(\s*(?:(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s))\s*)*)`;
const fence = new RegExp(`${containers}(${'`'}{3,}|~{3,})`);
const special = new RegExp(String.raw`${containers}(#{1,6}(?=\s|$)|=+(?=\s*$)|\[(?=[^\]]*\]:))`);
/** A rule, the line under a heading, the second line of a table. */
const ruler = /^((?:>\s*|\s)*)(?=[-*_|:\s]+$)(?=.*[-_*|])(?!(?:[-*]|>)\s+\S)([-*_|:])/;

function lineOf(line: string): string {
  return (
    line
      // Four spaces would make code of it.
      .replace(/^\s{4,}(?![-+*]\s|\d{1,9}[.)]\s)/, '   ')
      .replace(ruler, '$1\\$2')
      .replace(fence, '$1\\$2')
      .replace(special, '$1\\$2')
      // Also in code, where the sign then shows: no reader of Markdown may take any of it for html.
      .replace(/(\\*)<(?=[a-z/!?])(?!https?:)/gi, escaped('<'))
      .replace(/(\\*)!(?=\[)/g, escaped('!'))
  );
}

/** Two backslashes are one that is shown: only after an odd number of them a sign is escaped already. */
const escaped =
  (sign: string) =>
  (_: string, before: string): string =>
    `${before}${before.length % 2 === 1 ? '' : '\\'}${sign}`;
