import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openEdition } from '../../content/node/open-edition.ts';
import { type ChannelState, type HeldEditionState, readState, storePlaces } from '../../content/node/store-state.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { bring } from '../support/imports.ts';
import { tempFolder } from '../support/temp.ts';

async function held() {
  const store = tempFolder();
  await bring(await makeShareFolder(), store);
  const channel = readState(store).channels[0] as ChannelState;
  return { store, channel, edition: channel.edition as HeldEditionState };
}

test('without its catalogue an edition opens, without its index it is damaged', async () => {
  const { store, channel, edition } = await held();
  rmSync(storePlaces.catalogue(store, edition.catalogue));
  expect((await openEdition(store, channel, edition)).guides()).toHaveLength(2);
  rmSync(storePlaces.catalogue(store, edition.catalogue));
  for (const segment of channel.segments) rmSync(storePlaces.segment(store, segment));
  await expect(openEdition(store, channel, edition)).rejects.toThrow('STORE_DAMAGED');
});
