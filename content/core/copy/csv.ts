// One table as CSV (RFC 4180) for a spreadsheet: a byte order mark so that Excel reads UTF-8, lines that end in CRLF, every cell in
// quotes. Refuses to be a program: a cell that a spreadsheet would run gets an apostrophe before it, and control signs go.
import { cleanText } from './clean.ts';
import type { CopyTable } from './model.ts';
import { linkNote, plainRuns } from './runs.ts';

// What Excel and LibreOffice take for the start of a formula, also in the wide forms that a Japanese Excel knows; neither spaces
// nor signs without a shape before it are relied on. A tab is one where text is pasted.
const formula = /^[\s\p{Cf}\ufffd]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^\t/u;

/** @param titles of the guides held here, by id */
export function csvOf(table: CopyTable, titles: Readonly<Record<string, string>>): string {
  const ports = {
    link: (link: Parameters<typeof linkNote>[0], said: string) => linkNote(link, said, titles),
    picture: (alt: string) => alt,
    note: (number: number) => ` [${number}]`,
    lineBreak: '\n',
  };
  return `\ufeff${table.rows.map((row) => `${row.map((cell) => csvCell(plainRuns(cell, ports))).join(',')}\r\n`).join('')}`;
}

/** In quotes, always: nothing then depends on which sign a country's Excel parts cells with. */
export function csvCell(text: string): string {
  const plain = cleanText(text.replace(/\r\n?/g, '\n'));
  const safe = formula.test(plain) ? `'${plain}` : plain;
  return `"${safe.replaceAll('"', '""')}"`;
}
