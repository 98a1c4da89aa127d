// The drop-box of a channel -> what is in it: every file is looked at as hostile and either a suggestion or named with why
// not. Reads only: nothing is moved, marked or removed, so that the share needs no more rights than reading.
import { setImmediate as turn } from 'node:timers/promises';
import { AppFault } from '../core/base/error.ts';
import { isChannelId, type Sha256 } from '../core/base/ids.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { type BundleRefusal, bundleEnding, bundleLimits } from '../core/suggestion/bundle.ts';
import type { Received } from '../core/suggestion/group.ts';
import { proposedSource, type Suggestion } from '../core/suggestion/model.ts';
import { rawFs } from './raw-fs.ts';
import { openShare, type ShareFolder } from './share.ts';
import { openBundle } from './suggestion-bundle.ts';

export type InboxRefusal =
  | BundleRefusal
  /** A link, a folder, or what the system does not let us read. */
  | 'unreadable'
  | 'other-channel'
  /** More words than one look at an inbox holds: this file was not looked at. */
  | 'inbox-full';

export interface InboxEntry {
  /** Name of the file in the inbox. */
  readonly file: string;
  readonly read: Result<Received, InboxRefusal>;
}

export interface Inbox {
  /** By name. */
  readonly entries: readonly InboxEntry[];
  /** Files with another ending, such as those that are being written. */
  readonly others: number;
}

/** Of a folder with more than this something is wrong; 2,000 waiting are a bad year. */
const mostFiles = 20_000;
/** Characters of all texts: of ordinary guides 10,000 suggestions. Texts that several began from are held once. */
const mostWords = 512 * 1024 * 1024;
/** Read at a time: a network folder answers several in the time of one. */
const atOnce = 4;

/** Throws CHANNEL_UNKNOWN, INBOX_MISSING, INBOX_DENIED or SHARE_…. */
export async function listInbox(share: string, channel: string, onProgress?: (done: number, of: number) => void): Promise<Inbox> {
  if (!isChannelId(channel)) throw new AppFault('CHANNEL_UNKNOWN', { channel });
  const opened = openShare(share);
  const folder = opened.folder('inbox', channel);
  if (folder === null) throw new AppFault('INBOX_MISSING', { folder: `inbox/${channel}` });
  const names = namesIn(folder, channel);
  const files = names.filter((name) => name.endsWith(bundleEnding) && !name.startsWith('.')).sort();
  const entries: InboxEntry[] = [];
  const hold = holder();
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < files.length; at = next++) {
      const file = files[at] as string;
      entries[at] = { file, read: await hold(() => readOne(opened, folder, file, channel)) };
      onProgress?.(++done, files.length);
      await turn();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { entries, others: names.length - files.length };
}

function namesIn(folder: string, channel: string): readonly string[] {
  const names: string[] = [];
  try {
    const listing = rawFs.opendirSync(folder);
    try {
      for (let entry = listing.readSync(); entry && names.length < mostFiles; entry = listing.readSync()) names.push(entry.name);
    } finally {
      listing.closeSync();
    }
  } catch {
    throw new AppFault('INBOX_DENIED', { folder: `inbox/${channel}` });
  }
  return names;
}

async function readOne(share: ShareFolder, folder: string, file: string, channel: string): Promise<Result<Received, InboxRefusal>> {
  let bytes: Uint8Array | null;
  try {
    bytes = await share.read(folder, file, bundleLimits.bytes);
  } catch (thrown) {
    // The share itself went away: that is said once, not of each file.
    if (thrown instanceof AppFault && thrown.code === 'SHARE_UNREACHABLE') throw thrown;
    return fail('unreadable');
  }
  if (bytes === null) return fail('unreadable');
  if (bytes.length > bundleLimits.bytes) return fail('too-large');
  const opened = await openBundle(bytes);
  if (!opened.ok) return opened;
  // Evidence is not held: of thousands it would fill the memory, and whoever wants it opens the file.
  const { suggestion, digest } = opened.value;
  return suggestion.channel === channel ? ok({ suggestion, digest }) : fail('other-channel');
}

type Read = () => Promise<Result<Received, InboxRefusal>>;

/** Counts what is held, and keeps one copy of a text that many suggestions began from. */
function holder(): (read: Read) => ReturnType<Read> {
  const bases = new Map<Sha256 | string, string>();
  let held = 0;
  return async (read) => {
    if (held > mostWords) return fail('inbox-full');
    const one = await read();
    if (!one.ok) return one;
    const { base } = one.value.suggestion;
    const known = base && bases.get(base.edition.digest);
    held += (proposedSource(one.value.suggestion)?.length ?? 0) + (base && known === undefined ? base.source.length : 0);
    if (!base) return one;
    if (known === undefined) bases.set(base.edition.digest, base.source);
    const suggestion: Suggestion = { ...one.value.suggestion, base: { ...base, source: known ?? base.source } };
    return ok({ ...one.value, suggestion });
  };
}
