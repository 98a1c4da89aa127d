import { expect, test } from 'vitest';
import { noFloors } from '../../content/core/trust/state.ts';
import { sha256 } from '../../content/node/hash.ts';
import { directoryOf, readLists } from '../../content/node/import-directory.ts';
import type { ChannelImport } from '../../content/node/import-model.ts';
import { planChannel } from '../../content/node/import-plan.ts';
import { openShare, type ShareCall } from '../../content/node/share.ts';
import { emptyState, prepareStore, readState } from '../../content/node/store-state.ts';
import { updateRepository } from '../../content/node/update-repository.ts';
import { makeShareFolder, type TestShare } from '../support/demo-share.ts';
import { bring } from '../support/imports.ts';
import { now } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

async function workOf(test: TestShare, store: string, calls: ShareCall[] = []): Promise<ChannelImport> {
  const share = openShare(test.folder, { asked: (what) => void calls.push(what), answered: () => undefined });
  const options = { mode: 'product', now, sha256, floors: noFloors } as const;
  const update = await updateRepository({ share, folder: ['directory'], root: test.pinnedRoot, held: null, options });
  if (!update.ok) throw new Error(update.error.code);
  const lists = await readLists(share, update.value.state);
  const directory = lists.ok ? directoryOf(update.value.state, lists.value) : lists;
  const entry = directory.ok ? directory.value.channels[0] : undefined;
  if (!directory.ok || !entry) throw new Error('no directory');
  calls.length = 0;
  const input = { store, share: test.folder, pinnedRoot: test.pinnedRoot, now };
  const held = readState(store).channels.find(({ id }) => id === entry.id) ?? null;
  return { input, share, entry, held, people: directory.value.people, step: () => undefined };
}

test('a plan says what will be written, and writes nothing', async () => {
  const [share, store] = [await makeShareFolder(), tempFolder()];
  prepareStore(store);
  const { plan } = await planChannel(await workOf(share, store), emptyState);
  const files = share.plan.channels.get('facebook' as never)?.files ?? [];
  expect(plan?.blobs.wanted.size).toBe(files.length);
  expect(plan?.blobs.bytes).toBe(files.reduce((sum, { bytes }) => sum + bytes.length, 0));
  expect(readState(store)).toEqual(emptyState);
});

test('an edition that is held needs no plan and two opens', async () => {
  const [share, store] = [await makeShareFolder(), tempFolder()];
  await bring(share, store);
  const calls: ShareCall[] = [];
  const work = await workOf(share, store, calls);
  const planned = await planChannel(work, readState(store));
  expect([planned.plan, planned.outcome?.report.outcome]).toEqual([null, 'current']);
  expect(calls.filter((call) => call === 'open')).toHaveLength(2);
});
