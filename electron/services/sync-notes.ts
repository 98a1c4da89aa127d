// What the local log says of a round, for IT: codes, counts and names of ours.
import type { ImportReport } from '../../content/node/import-share.ts';
import type { Notes } from './log.ts';

/** One line for each share, one for what was mended, and one for each channel that failed. No text of guides. */
export function noteReport(notes: Pick<Notes, 'note'>, share: string, report: ImportReport, ms: number): void {
  const count = (outcome: string): number => report.channels.filter((channel) => channel.outcome === outcome).length;
  const sum = (pick: 'files' | 'bytes'): number => report.channels.reduce((total, channel) => total + channel[pick], 0);
  const general = report.error ?? report.directory.error;
  notes.note('sync', general?.code ?? 'share-checked', {
    ...general?.data,
    share,
    imported: count('imported'),
    current: count('current'),
    failed: count('failed'),
    files: sum('files'),
    bytes: sum('bytes'),
    ms,
  });
  const { repaired = [] } = report;
  if (repaired.length > 0) notes.note('sync', 'store-repaired', { share, files: repaired.length, first: repaired[0] ?? '' });
  for (const { channel, error } of report.channels) if (error) notes.note('sync', error.code, { ...error.data, share, channel });
}
