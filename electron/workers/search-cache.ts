// Keeps indexes on disk, so that a start reads them instead of making them. What is found there is only used when
// it was made from the same edition, by the same format and lunr, and is unchanged; else it counts as not there.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { lunrVersion } from '../../content/core/search/language.ts';
import { type PackIndex, searchFormat, type TextCodec } from '../../content/core/search/pack-index.ts';
import { deserialise, serialise } from '../../content/core/search/serialise.ts';
import { writeAtomic } from '../../content/node/atomic-write.ts';
import { sha256 } from '../../content/node/hash.ts';

/** Hexadecimal digits of a SHA-256. */
const digestLength = 64;

/** Enough of the key to tell editions apart in a folder; the whole key stands in the file. */
const nameDigits = 16;

export const nodeCodec: TextCodec = {
  encode: (text) => Buffer.from(text, 'utf8'),
  decode: (bytes, start, end) => Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8'),
};

export interface SearchCache {
  /** The index of this edition, or null when there is none that can be used. Never throws. */
  load(channel: ChannelId, edition: string): PackIndex | null;
  /** Throws the system's error; the search does without then. */
  save(index: PackIndex, edition: string): Promise<void>;
  /** Removes everything but the indexes of these editions. Never throws. */
  prune(keep: readonly { readonly channel: ChannelId; readonly edition: string }[]): void;
}

export function openSearchCache(folder: string): SearchCache {
  const keyOf = (channel: ChannelId, edition: string) => `${channel} ${edition} ${searchFormat} ${lunrVersion}`;
  const nameOf = (channel: ChannelId, edition: string) => `${channel}.${sha256(keyOf(channel, edition)).slice(0, nameDigits)}.idx`;
  return {
    load(channel, edition) {
      const file = path.join(folder, nameOf(channel, edition));
      try {
        if (!existsSync(file)) return null;
        const bytes = readFileSync(file);
        const key = Buffer.from(`${keyOf(channel, edition)}\n`);
        const body = bytes.subarray(digestLength);
        if (bytes.toString('latin1', 0, digestLength) !== sha256(body) || !body.subarray(0, key.length).equals(key)) return null;
        return deserialise(body.subarray(key.length), nodeCodec);
      } catch {
        return null;
      }
    },
    async save(index, edition) {
      mkdirSync(folder, { recursive: true });
      const body = Buffer.concat([Buffer.from(`${keyOf(index.channel, edition)}\n`), serialise(index, nodeCodec)]);
      await writeAtomic(path.join(folder, nameOf(index.channel, edition)), Buffer.concat([Buffer.from(sha256(body), 'latin1'), body]));
    },
    prune(keep) {
      const names = new Set(keep.map(({ channel, edition }) => nameOf(channel, edition)));
      try {
        if (!existsSync(folder)) return;
        // Only what this cache writes: the folder may be shared with something else one day.
        for (const name of readdirSync(folder)) {
          if (/\.(idx|tmp)$/.test(name) && !names.has(name)) rmSync(path.join(folder, name), { force: true });
        }
      } catch {
        // What cannot be removed now is removed another time.
      }
    },
  };
}
