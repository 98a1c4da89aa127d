// A share founded as in life, by the commands alone: five stewards, one channel with five editors, one edition, a
// reader who has it. Built once in a test file (scrypt is slow) and copied for each test.
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ImportReport, importShare } from '../../content/node/import-share.ts';
import { guidesJson } from './said.ts';
import { sourceFolder } from './sources.ts';
import { tempFolder } from './temp.ts';

/** Names of key files without their ending; `spare` keys belong to nobody yet. */
export const stewardNames = ['s1', 's2', 's3', 's4', 's5'] as const;
export const editorNames = ['e1', 'e2', 'e3', 'e4', 'e5'] as const;
export const spareNames = ['n1', 'n2', 'n3'] as const;

export interface FoundedShare {
  readonly folder: string;
  readonly share: string;
  key(name: string): string;
  card(name: string): string;
  /** Each signs the draft. */
  sign(repository: string, id: string, ...names: readonly string[]): Promise<void>;
  publish(repository: string, id: string, name: string): Promise<void>;
  /** A new edition of the channel with that body, signed and published by two editors. */
  edition(body: string, ...names: readonly [string, string]): Promise<void>;
  /** What the reader finds, by the root that came with the app. */
  read(store?: string): Promise<ImportReport>;
}

export const channelName = 'facebook';

/** @param folder made and filled by `found`, or a copy of such a one. */
export function foundedShare(folder: string): FoundedShare {
  const share = path.join(folder, 'share');
  const key = (name: string) => path.join(folder, 'keys', `${name}.key`);
  const sign = async (repository: string, id: string, ...names: readonly string[]) => {
    for (const name of names) await guidesJson('sign', repository, id, '--key', key(name), '--share', share);
  };
  const publish = async (repository: string, id: string, name: string) => {
    await guidesJson('publish', repository, id, '--key', key(name), '--share', share);
  };
  return {
    folder,
    share,
    key,
    card: (name) => path.join(folder, 'keys', `${name}.card.json`),
    sign,
    publish,
    async edition(body, ...names) {
      const from = sourceFolder({ [channelName]: { [`${channelName}-start`]: body } }, path.join(folder, 'guides'));
      const { draft } = await guidesJson<{ draft: string }>('draft', channelName, '--from', from, '--share', share);
      await sign(channelName, draft, ...names);
      await publish(channelName, draft, names[1]);
    },
    read: (store = path.join(folder, 'store')) =>
      importShare({ store, share, pinnedRoot: readFileSync(path.join(folder, '1.root.json')), now: new Date(Date.now() + 1_000) }),
  };
}

interface Made {
  readonly root: { readonly id: string };
  readonly directory: { readonly id: string };
}

/** Keys, directory, channel, first edition, listed, read: everything by commands. */
export async function found(folder: string): Promise<FoundedShare> {
  const world = foundedShare(folder);
  const { share, key, card } = world;
  mkdirSync(path.join(folder, 'keys'));
  for (const name of [...stewardNames, ...editorNames, ...spareNames])
    await guidesJson('keys', 'new', '--out', key(name), '--name', `Person ${name}`, '--force', 'Test Police');
  const init = await guidesJson<Made>('stewards', 'init', ...stewardNames.map(card), '--share', share);
  await world.sign('directory', init.root.id, 's1', 's2', 's3');
  await world.publish('directory', init.root.id, 's3');
  await world.sign('directory', init.directory.id, 's1', 's2');
  await world.publish('directory', init.directory.id, 's2');
  cpSync(path.join(share, 'directory', 'metadata', '1.root.json'), path.join(folder, '1.root.json'));
  const made = await guidesJson<Made>('channel', 'new', channelName, ...editorNames.map(card), '--title', 'Facebook', '--share', share);
  await world.sign(channelName, made.root.id, 's1', 's4', 's5');
  await world.publish(channelName, made.root.id, 's5');
  await world.edition('The first edition.', 'e1', 'e2');
  const listed = await guidesJson<Made>('stewards', 'directory', '--share', share);
  await world.sign('directory', listed.directory.id, 's2', 's3');
  await world.publish('directory', listed.directory.id, 's3');
  await world.read();
  return world;
}

/** A copy of its own for one test. */
export function copyOf(world: FoundedShare): FoundedShare {
  const folder = tempFolder();
  cpSync(world.folder, folder, { recursive: true });
  return foundedShare(folder);
}
