// One publisher at a time on one folder: a file with owner and time that only one can make. It helps people who
// share a folder; on two replicas it cannot, and heal.ts finds what they did. A lock left by a crash gives way.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppFault } from '../core/base/error.ts';
import { removeQuietly, writeExclusive } from './exclusive-write.ts';
import { shareFault } from './faults.ts';
import { joinNames } from './safe-path.ts';

export interface LockInput {
  readonly share: string;
  readonly repository: string;
  /** Shown to whoever waits: a name or a key's beginning. */
  readonly owner: string;
  readonly now: () => Date;
  /** How long to wait for another publisher, in milliseconds. */
  readonly waitMs: number;
  readonly onWait?: (owner: string, since: string) => void;
}

/** Writing an edition takes seconds, on the slowest share minutes; an older lock was left behind. */
const staleMs = 10 * 60_000;
const pollMs = 250;

/** Throws SHARE_BUSY with `owner` and `since` when the other does not finish in time, and SHARE_…. */
export async function withShareLock<T>(input: LockInput, run: () => Promise<T>): Promise<T> {
  const folder = joinNames(input.share, 'staging', input.repository);
  const file = path.join(folder, 'publish.lock');
  const mark = randomBytes(8).toString('hex');
  const started = performance.now();
  for (let said = false; ; said = true) {
    try {
      mkdirSync(folder, { recursive: true });
      const text = JSON.stringify({ owner: input.owner.slice(0, 80), at: input.now().toISOString(), mark });
      if ((await writeExclusive(file, Buffer.from(text))) === 'written') break;
    } catch (thrown) {
      throw shareFault(thrown);
    }
    const held = readLock(file, input.now());
    if (held === null) continue;
    if (held.ageMs > staleMs) {
      removeQuietly(file);
      continue;
    }
    if (!said) input.onWait?.(held.owner, held.since);
    if (performance.now() - started >= input.waitMs) throw new AppFault('SHARE_BUSY', { owner: held.owner, since: held.since });
    await wait(pollMs);
  }
  try {
    return await run();
  } finally {
    // Only our own: one that was taken over as stale belongs to somebody else by now.
    if (readLock(file, input.now())?.mark === mark) removeQuietly(file);
  }
}

interface HeldLock {
  readonly owner: string;
  readonly since: string;
  readonly mark: string;
  readonly ageMs: number;
}

/** Null when it has gone meanwhile. The two clocks were compared before anybody signs. */
function readLock(file: string, now: Date): HeldLock | null {
  try {
    const { mtimeMs, size } = statSync(file);
    const text = size < 4096 ? readFileSync(file, 'utf8') : '';
    const { owner, at, mark } = parsed(text);
    const word = (value: unknown) => (typeof value === 'string' ? value : '?');
    return { owner: word(owner), since: word(at), mark: word(mark), ageMs: now.getTime() - mtimeMs };
  } catch {
    return null;
  }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
