import { rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { GuideId } from '../../content/core/base/ids.ts';
import { readBlockIds } from '../../content/node/block-table.ts';
import type { CataloguedGuide } from '../../content/node/catalogue.ts';
import { openEdition } from '../../content/node/open-edition.ts';
import { type ChannelState, type HeldEditionState, readState, storePlaces } from '../../content/node/store-state.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { bring } from '../support/imports.ts';
import { tempFolder } from '../support/temp.ts';

async function sample() {
  const store = tempFolder();
  await bring(await makeShareFolder(), store);
  const channel = readState(store).channels[0] as ChannelState;
  const edition = channel.edition as HeldEditionState;
  const guide = (await openEdition(store, channel, edition)).find('facebook-2' as GuideId)?.guide as CataloguedGuide;
  return { store, channel, edition, guide, read: () => readBlockIds({ store, channel, edition, mayWrite: true }, edition.blocks, guide) };
}

test('block ids come from the table, and from the index when the table is damaged', async () => {
  const { store, edition, read } = await sample();
  expect(await read()).toEqual(['bheading3', 'bpara223']);
  writeFileSync(storePlaces.blocks(store, edition.blocks), 'x'.repeat(500));
  expect(await read()).toEqual(['bheading3', 'bpara223']);
});

test('without table and index they cannot be had', async () => {
  const { store, channel, edition, read } = await sample();
  rmSync(storePlaces.blocks(store, edition.blocks));
  for (const segment of channel.segments) rmSync(storePlaces.segment(store, segment));
  await expect(read()).rejects.toThrow('STORE_DAMAGED');
});
