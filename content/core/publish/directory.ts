// The directory repository's files: which channels there are, their first roots, and who the people are.
import { canonicalJson } from '../base/canonical-json.ts';
import type { ChannelId } from '../base/ids.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { DirectoryEntry, EditionFile } from '../pack/model.ts';

/** Version of `channels.json` and `people.json`. */
export const directoryFormat = 1;
export const channelsFile = 'channels.json';
export const peopleFile = 'people.json';

/** Longest channel id, so that the name of its root stays within 64 characters (trust.md 1.5). */
export const longestChannelId = 52;

export interface Person {
  readonly name: string;
  readonly force: string | null;
  readonly role: 'steward' | 'editor';
  /** The channel an editor signs for; null for stewards. */
  readonly channel: ChannelId | null;
  readonly keyid: string;
  /** Public key in lower-case hexadecimal: what signatures are counted by. */
  readonly public: string;
}

export const rootFileOf = (channel: string): string => `${channel}.1.root.json`;

/** @param roots the first root of each channel, by id. */
export function directoryFiles(
  channels: readonly DirectoryEntry[],
  roots: ReadonlyMap<ChannelId, Uint8Array>,
  people: readonly Person[],
): EditionFile[] {
  const json = (value: object) => encodeUtf8(canonicalJson(value));
  return [
    { name: channelsFile, bytes: json({ format: directoryFormat, channels }) },
    { name: peopleFile, bytes: json({ format: directoryFormat, people }) },
    ...channels.map(({ id }) => {
      const bytes = roots.get(id);
      if (!bytes || id.length > longestChannelId) throw new Error(`no root can be listed for channel ${id}`);
      return { name: rootFileOf(id), bytes };
    }),
  ];
}
