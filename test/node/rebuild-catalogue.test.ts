import { expect, test } from 'vitest';
import { rebuildCatalogue } from '../../content/node/rebuild-catalogue.ts';
import { type ChannelState, type HeldEditionState, readState } from '../../content/node/store-state.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { bring } from '../support/imports.ts';
import { tempFolder } from '../support/temp.ts';

async function held() {
  const store = tempFolder();
  await bring(await makeShareFolder(), store);
  const channel = readState(store).channels[0] as ChannelState;
  return { store, channel, edition: channel.edition as HeldEditionState };
}

test('a catalogue made again is the one that was committed', async () => {
  const { store, channel, edition } = await held();
  const built = await rebuildCatalogue(store, channel, edition);
  expect([built.sha256, built.blocksSha256]).toEqual([edition.catalogue, edition.blocks]);
});
