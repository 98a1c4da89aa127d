// Importing in tests, and what can be read afterwards.
import { type ImportReport, importShare } from '../../content/node/import-share.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import type { TestShare } from './demo-share.ts';
import { now } from './signed-repository.ts';

export const bring = (share: Pick<TestShare, 'folder' | 'pinnedRoot'>, store: string, time = now): Promise<ImportReport> =>
  importShare({ store, share: share.folder, pinnedRoot: share.pinnedRoot, now: time });

/** What became of each channel: an error's code, or the outcome. */
export const codes = (report: ImportReport): Record<string, string> =>
  Object.fromEntries(report.channels.map(({ channel, outcome, error }) => [channel, error?.code ?? outcome]));

/** The texts that can be read from a store, each guide opened for real. */
export async function readable(store: string): Promise<string[]> {
  const local = await openLocalStore(store);
  const guides = local.held().flatMap((held) => held.guides);
  return Promise.all(guides.map(async ({ id }) => (await local.openGuide(id)).source));
}
