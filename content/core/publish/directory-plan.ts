// The directory's lists as they follow from the roots of all repositories: which channels there are, and who the
// people are. Nobody types a name twice, and nothing is listed that its root does not say.
import type { ChannelId } from '../base/ids.ts';
import type { DirectoryEntry, EditionFile } from '../pack/model.ts';
import { directoryFiles, longestChannelId, type Person } from './directory.ts';
import type { GroupKey, RootGroup } from './root-group.ts';

export interface DirectoryChannel {
  readonly entry: DirectoryEntry;
  /** The channel's first root, which the directory vouches for. */
  readonly first: Uint8Array;
  readonly group: RootGroup;
}

/** Channels in the order given; people without a name are left out (readers see the beginning of their key). */
export function directoryLists(stewards: readonly GroupKey[], channels: readonly DirectoryChannel[]): readonly EditionFile[] {
  const people = [
    ...stewards.flatMap((key) => personOf(key, 'steward', null)),
    ...channels.flatMap(({ entry, group }) => (group.editors ?? []).flatMap((key) => personOf(key, 'editor', entry.id))),
  ];
  return directoryFiles(
    channels.map(({ entry }) => entry),
    new Map(channels.map(({ entry, first }) => [entry.id, first])),
    people,
  );
}

function personOf({ name, force, keyid, public: key }: GroupKey, role: Person['role'], channel: ChannelId | null): Person[] {
  return name === null ? [] : [{ name, force, role, channel, keyid, public: key }];
}

/** A channel id may be no longer than its root's name in the directory allows. */
export const fitsDirectory = (channel: string): boolean => channel.length <= longestChannelId && channel !== 'directory';

/** An ISO day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
