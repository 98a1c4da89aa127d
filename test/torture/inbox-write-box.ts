// A drop-box as the suites see it from behind: what of it is whole, torn, somebody else's or unfinished.
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { type Dropped, dropInto } from '../../content/node/drop-box.ts';
import type { ShareWatch } from '../../content/node/share.ts';
import { inboxFault } from '../../electron/workers/inbox-session.ts';

export const channel = 'facebook' as ChannelId;
export const name = 'Kent-2026-11-23-facebook-1a2b3c4d.ngsuggest';
/** Three pieces, and not the length of a page. */
export const ours: Buffer = Buffer.alloc(600_001, 'our own words ');
export const theirs: Buffer = Buffer.alloc(ours.length, 'their own words ');

const twoDaysMs = 2 * 24 * 60 * 60 * 1000;

export type Before = 'empty' | 'theirs' | 'ours';

export interface Held {
  readonly ours: number;
  readonly theirs: number;
  /** Neither, under a name that readers look at. */
  readonly torn: number;
  /** Under a name that nobody looks at. */
  readonly unfinished: number;
}

/** Empties it, and puts in what was there before. */
export function prepare(folder: string, before: Before): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (before !== 'empty') writeFileSync(path.join(folder, name), before === 'ours' ? ours : theirs);
}

export function holds(folder: string, wanted = ours): Held {
  const held = { ours: 0, theirs: 0, torn: 0, unfinished: 0 };
  for (const file of readdirSync(folder)) {
    const bytes = readFileSync(path.join(folder, file));
    if (file.endsWith('.tmp')) held.unfinished += 1;
    else if (wanted.equals(bytes)) held.ours += 1;
    else if (theirs.equals(bytes)) held.theirs += 1;
    else held.torn += 1;
  }
  return held;
}

const unwatched: ShareWatch = { asked: () => undefined, answered: () => undefined };

/** 'fine', or the code that a person is told. */
export async function dropAt(
  folder: string,
  watch = unwatched,
  file: { readonly name: string; readonly bytes: Uint8Array } = { name, bytes: ours },
): Promise<{ readonly code: string; readonly how: Dropped['how'] | null }> {
  return dropInto(folder, file.name, file.bytes, watch).then(
    ({ how }) => ({ code: 'fine', how }),
    (thrown: unknown) => ({ code: inboxFault(thrown).code, how: null }),
  );
}

/** Another suggestion a day later, which tidies; it is gone again when this resolves. */
export async function dayLater(behind: string, seen: string): Promise<void> {
  const then = new Date(Date.now() - twoDaysMs);
  for (const file of readdirSync(behind)) if (file.endsWith('.tmp')) utimesSync(path.join(behind, file), then, then);
  await dropAt(seen, unwatched, { name: 'next.ngsuggest', bytes: Buffer.from('next') });
  rmSync(path.join(behind, 'next.ngsuggest'), { force: true });
}
