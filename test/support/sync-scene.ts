// What the end-to-end tests of shared folders read: two channels, their next edition, and trouble that was seen before.
import type { ErrorCode } from '../../content/core/base/error.ts';
import type { SyncMemory } from '../../content/core/sync/model.ts';
import { readMemory, writeMemory } from '../../content/node/sync-memory.ts';
import { guideMd, packYml } from './sources.ts';

const parts = Array.from({ length: 40 }, (_, at) => `## Part ${at + 1}\n\nWhat is to be done in part ${at + 1} of this guide.\n`);
const long = (changed: (text: string) => string = (text) => text): string => guideMd('long-one', 'facebook', changed(parts.join('\n')));
/** Two channels, one with a guide that has to be scrolled. */
export const firstEdition = {
  'facebook/pack.yml': packYml('facebook', ['long-one', 'short-one']),
  'facebook/long-one.md': long(),
  'facebook/short-one.md': guideMd('short-one', 'facebook', '## Heading\n\nText of the short guide.\n'),
  'x/pack.yml': packYml('x', ['x-one']),
  'x/x-one.md': guideMd('x-one', 'x', '## Heading\n\nText of the guide of X.\n'),
};
/** What changes in the next edition: a new start, and a word in part 30. */
export const zebraEdition = {
  'facebook/long-one.md': long((text) =>
    text.replace('in part 30 of', 'by zebras in part 30 of').replace('## Part 1\n', '## Zebra\n\nA new start.\n\n## Part 1\n'),
  ),
};

/** As if the trouble of every row had been seen twice before, hours ago: what makes it sure, without the waiting. */
export async function rememberTrouble(store: string, code: ErrorCode): Promise<void> {
  const past = new Date(Date.now() - 3 * 3_600_000).toISOString();
  const memory = readMemory(store);
  const older = (row: SyncMemory['shares'][number]['channels'][number]) =>
    row.trouble?.error.code === code ? { ...row, trouble: { ...row.trouble, first: past, since: past, last: past, count: 2 } } : row;
  await writeMemory(store, { ...memory, shares: memory.shares.map((one) => ({ ...one, next: null, channels: one.channels.map(older) })) });
}
