// Two editors publish at once on two replicas, by the commands alone, while readers of both replicas have the real app
// open: nobody is refused, nobody goes back, and after one heal everybody reads both changes.
import { cpSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Variant } from '../../.ci/lib/stage.ts';
import { channelName, type FoundedShare, found } from '../support/founded-share.ts';
import { type ReaderWindow, readerWindow } from '../support/reader-window.ts';
import { replicate } from '../support/replicate.ts';
import { guidesJson } from '../support/said.ts';
import { sourceFolder } from '../support/sources.ts';
import { removeVariants, variantFolder, variantOf } from '../support/variants.ts';

let world: FoundedShare;
let north: string;
let south: string;
let readers: { readonly north: ReaderWindow; readonly south: ReaderWindow };

beforeAll(async () => {
  world = await found(variantFolder());
  north = world.share;
  await publish(north, { start: 'The first words.', comments: 'Hide nothing.' }, 'e1', 'e2');
  south = path.join(variantFolder(), 'NationalGuides');
  cpSync(north, south, { recursive: true, preserveTimestamps: true });
  const seed = path.join(variantFolder(), 'seed');
  cpSync(north, seed, { recursive: true });
  const variant: Variant = variantOf('e2e-two-editors', seed, path.join(world.folder, '1.root.json'));
  readers = { north: await readerWindow(variant, north), south: await readerWindow(variant, south) };
}, 180_000);
afterAll(async () => {
  await readers?.north.close();
  await readers?.south.close();
  removeVariants();
});

interface Words {
  readonly start: string;
  readonly comments: string;
}

/** An edition drafted, signed by two and published on one replica. @returns its version. */
async function publish(share: string, { start, comments }: Words, first: string, second: string): Promise<number> {
  const from = sourceFolder({ [channelName]: { 'facebook-start': start, 'facebook-comments': comments } }, variantFolder());
  const { draft } = await guidesJson<{ draft: string }>('draft', channelName, '--from', from, '--share', share);
  return signAndPublish(share, draft, first, second);
}

async function signAndPublish(share: string, draft: string, ...names: readonly [string, string]): Promise<number> {
  for (const name of names) await guidesJson('sign', channelName, draft, '--key', world.key(name), '--share', share);
  const key = world.key(names[1]);
  return (await guidesJson<{ version: number }>('publish', channelName, draft, '--key', key, '--share', share)).version;
}

const held = async (reader: ReaderWindow): Promise<number | null> => (await reader.look()).channels[0]?.held ?? null;
const timestampOf = (share: string) => path.join(share, 'channels', channelName, 'metadata', 'timestamp.json');

test.each([
  ['earlier', 1],
  ['later', 2],
] as const)(
  'when the %s timestamp wins, readers of both replicas end on an edition that holds both changes',
  { timeout: 120_000 },
  async (_, round) => {
    const base = { start: `Round ${round}.`, comments: `Comments of round ${round}.` };
    await publish(north, base, 'e1', 'e2');
    replicate(north, south);
    // At once, on two replicas that do not know of each other.
    const one = await publish(north, { ...base, start: `North ${round} says open.` }, 'e1', 'e2');
    // The second of two versions that readers can tell apart: they are UTC seconds, and the first may be one ahead.
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, (one + 1) * 1_000 - Date.now()) + 10));
    const two = await publish(south, { ...base, comments: `South ${round} says hide.` }, 'e3', 'e4');
    expect([await held(readers.north), await held(readers.south)]).toEqual([one, two]);

    const [first, second] = round === 1 ? [2, 1] : [1, 2];
    // A little while ago, so that whatever is written from here on is later.
    const ago = Date.now() / 1000 - 10;
    utimesSync(timestampOf(north), ago + first, ago + first);
    utimesSync(timestampOf(south), ago + second, ago + second);
    replicate(north, south);
    expect(readFileSync(timestampOf(north))).toEqual(readFileSync(timestampOf(south)));
    const shown = round === 1 ? one : two;
    // Whoever had the newer edition keeps it; the others have what the timestamp shows.
    expect([await held(readers.north), await held(readers.south)]).toEqual([Math.max(one, shown), two]);

    const healed = await guidesJson<{ did: string; version: number; draft: string; lost: { version: number; signers: string[] }[] }>(
      'heal',
      channelName,
      '--key',
      world.key('e5'),
      '--share',
      north,
    );
    expect(healed).toMatchObject({
      did: 'merge',
      version: two,
      lost: [{ version: one, signers: ['Person e1, Test Police', 'Person e2, Test Police'] }],
    });
    const merged = await signAndPublish(north, healed.draft, 'e2', 'e4');
    replicate(north, south);
    for (const reader of [readers.north, readers.south]) {
      const state = await reader.look();
      expect([state.channels[0]?.held, state.settled.kind]).toEqual([merged, 'current']);
      expect(await reader.reads('facebook-start')).toContain(`North ${round} says open.`);
      expect(await reader.reads('facebook-comments')).toContain(`South ${round} says hide.`);
      expect([...reader.seen]).not.toContain('refused');
      expect(reader.codes()).not.toContain('TAMPERED');
    }
  },
);
