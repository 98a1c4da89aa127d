// Names for the files of copies, and of tables that no heading names. Pure.
import { copyText } from '../text/copies.ts';

/** @param name "" where no heading stands before the table */
export const tableLabel = (name: string, nth: number): string => (name === '' ? copyText.table(nth + 1) : name);

// The contract's bound is 120, with room for the version and an ending.
const most = { title: 90, withTable: 50, version: 12 } as const;

/** Without its ending. @param table its name, where only that is saved */
export function copyName(title: string, version: string, table: string | null): string {
  const words = table === null ? plain(title, most.title) : `${plain(title, most.withTable)} - ${plain(table, most.withTable)}`;
  return `${words} v${plain(version, most.version)}`;
}

/** Without signs that Windows refuses or that turn the direction of text. */
function plain(text: string, length: number): string {
  const bare = text
    .replace(/[\\/:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (
    bare
      .slice(0, length)
      .replace(/\p{Surrogate}$/u, '')
      .replace(/[. ]+$/, '') || copyText.unnamed
  );
}
