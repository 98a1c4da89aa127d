// A guide as plain text: for a mail, a form or a program that knows nothing else. Lines of UTF-8 that end in CRLF, as Windows has
// them; headings are underlined, tables told row by row with their heads, notes at the end.
import { cleanText } from './clean.ts';
import { factsOf, say, sourceLines } from './facts.ts';
import type { CopyDocument, CopyItem, CopyOrigin, CopyPart, CopyRuns, CopyTable, CopyWords } from './model.ts';
import { linkNote, plainRuns } from './runs.ts';

export function textOf(document: CopyDocument, origin: CopyOrigin, words: CopyWords): string {
  const { meta, notes } = document;
  const writer = createWriter(origin, words);
  const facts = factsOf(document, origin, words).map(({ label, text }) => `${label}: ${text}`);
  const sources = sourceLines(document, words).map(({ id, text, url }) => `${id}: ${text}${url === null ? '' : ` ${url}`}`);
  const blocks = [
    underlined(meta.title, '='),
    ...(meta.summary === '' ? [] : [meta.summary]),
    facts.join('\n'),
    ...writer.blocks(document.parts),
    ...(notes.length === 0 ? [] : [underlined(say(words, 'notes'), '-')]),
    ...notes.map((parts, at) => hung(`[${at + 1}] `, writer.blocks(parts))),
    ...(sources.length === 0 ? [] : [underlined(say(words, 'sources'), '-'), sources.join('\n')]),
  ];
  return `\ufeff${cleanText(`${blocks.join('\n\n')}\n`).replaceAll('\n', '\r\n')}`;
}

function createWriter(origin: CopyOrigin, words: CopyWords) {
  const told = (name: string): string => say(words, name);
  const plain = (runs: CopyRuns): string =>
    plainRuns(runs, {
      link: (link, said) => linkNote(link, said, origin.titles),
      picture: (alt) => `[${told('picture')}: ${alt}]`,
      note: (number) => ` [${number}]`,
      lineBreak: '\n',
    });
  const blocks = (parts: readonly CopyPart[]): string[] => parts.map(block);
  const block = (part: CopyPart): string => {
    switch (part.is) {
      case 'heading':
        return underlined(plain(part.runs), part.level === 2 ? '=' : '-');
      case 'paragraph':
        return plain(part.runs);
      case 'code':
        return indented(part.text, '    ');
      case 'rule':
        return '* * *';
      case 'list':
        return part.items.map((item, at) => listItem(item, part.ordered ? `${part.start + at}. ` : '- ')).join('\n');
      case 'quote': {
        const title = plain(part.title);
        const label = part.callout === null ? '' : `${told(`callout-${part.callout}`).toUpperCase()}${title === '' ? ':' : `: ${title}`}`;
        return indented([...(label === '' ? [] : [label]), ...blocks(part.parts)].join('\n\n'), '| ');
      }
      case 'table':
        return table(part);
    }
  };
  const listItem = ({ done, parts }: CopyItem, mark: string): string =>
    hung(`${mark}${done === null ? '' : done ? '[x] ' : '[ ] '}`, blocks(parts));
  const table = ({ rows }: CopyTable): string => {
    const [head = [], ...body] = rows.map((row) => row.map(plain));
    if (body.length === 0) return head.join('\n');
    const line = (cell: string, at: number): string => `${head[at] || told('no-head')}: ${indented(cell, '  ').trimStart()}`.trimEnd();
    return body.map((row) => row.map(line).join('\n')).join('\n\n');
  };
  return { blocks };
}

const indented = (text: string, by: string): string => text.replaceAll(/^/gm, by).replace(/[ \t]+$/gm, '');

/** The first line begins with the mark, the others stand under its words. */
function hung(mark: string, blocks: readonly string[]): string {
  const room = ' '.repeat(mark.length);
  return `${mark}${indented(blocks.join('\n'), room).slice(mark.length)}`;
}

function underlined(text: string, sign: string): string {
  // A line as long as the longest heading is no help.
  return `${text}\n${sign.repeat(Math.min(72, Math.max(3, [...text].length)))}`;
}
