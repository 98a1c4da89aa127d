// Looks at a share as IT would: can it be reached, read, written; do the clocks agree; do the signatures hold and
// until when. Writes one probe file, where it may, and removes it. Copies nothing.
import { statSync } from 'node:fs';
import type { ErrorData } from '../core/base/error.ts';
import { asAppError } from '../core/base/error.ts';
import { noFloors, startTrust, type TrustedState, warningsOf } from '../core/trust/state.ts';
import { sha256 } from './hash.ts';
import { directoryOf, readLists } from './import-directory.ts';
import { openShare, type ShareFolder } from './share.ts';
import { clockDiffersMs, probeShareTime, type ShareTime } from './share-clock.ts';
import { updateRepository } from './update-repository.ts';

export interface Finding {
  readonly check: 'policy' | 'path' | 'reach' | 'rights' | 'clock' | 'signatures' | 'dates' | 'space' | 'store';
  readonly verdict: 'good' | 'hint' | 'fault';
  /** What was found: a word of ours or an error code. */
  readonly found: string;
  readonly data: ErrorData;
}

export interface ExamineShare {
  readonly share: string;
  /** The directory's first root; null: the share's own is believed. */
  readonly pinnedRoot: Uint8Array | null;
  readonly now: Date;
  readonly shareTime?: ShareTime;
}

/** A share's own names take up to 170 characters, and Windows opens paths of 259 (trust.md 1.5). */
export const longestRoot = 85;
/** Days before a date that is worth a word: a week for the heartbeat, time to meet for the rest. */
const soonDays = { timestamp: 7, snapshot: 30, targets: 30, root: 60 } as const;
const day = 24 * 60 * 60_000;

export async function examineShare(input: ExamineShare): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const say = (check: Finding['check'], verdict: Finding['verdict'], found: string, data: ErrorData = {}): void => {
    findings.push({ check, verdict, found, data });
  };
  if (input.share.length > longestRoot) say('path', 'hint', 'long', { length: input.share.length, most: longestRoot });
  else say('path', 'good', 'short', { length: input.share.length });
  let share: ShareFolder;
  try {
    share = openShare(input.share);
    if (share.folder('directory', 'metadata') === null) {
      say('reach', 'fault', 'no-guides');
      return findings;
    }
    say('reach', 'good', 'read');
  } catch (thrown) {
    const { code, data } = asAppError(thrown);
    say('reach', 'fault', code, data);
    return findings;
  }
  await examineClock(input, say);
  await examineSignatures(input, share, say);
  return findings;
}

type Say = (check: Finding['check'], verdict: Finding['verdict'], found: string, data?: ErrorData) => void;

async function examineClock({ share, now, shareTime = probeShareTime }: ExamineShare, say: Say): Promise<void> {
  try {
    // Never made here: a folder that is not there cannot be written to.
    statSync(share);
    const before = now.getTime();
    const started = performance.now();
    const there = (await shareTime(share)).getTime();
    const seconds = Math.round((before + (performance.now() - started) - there) / 1000);
    say('rights', 'hint', 'write');
    say(
      'clock',
      Math.abs(seconds) * 1000 > clockDiffersMs ? 'fault' : 'good',
      Math.abs(seconds) * 1000 > clockDiffersMs ? 'differs' : 'agree',
      {
        seconds,
      },
    );
  } catch (thrown) {
    const { code, data } = asAppError(thrown);
    if (code !== 'SHARE_DENIED' && data.errno !== 'EROFS') return say('rights', 'fault', code, data);
    say('rights', 'good', 'read-only');
    say('clock', 'good', 'not-compared');
  }
}

async function examineSignatures({ pinnedRoot, now }: ExamineShare, share: ShareFolder, say: Say): Promise<void> {
  const options = { mode: 'product', now, sha256, floors: noFloors } as const;
  try {
    const root = pinnedRoot ?? (await firstRoot(share));
    if (!root) return say('signatures', 'fault', 'INCOMPLETE', { repository: 'directory', file: '1.root.json' });
    const begun = startTrust(root, options);
    const directory = begun.ok ? await updateRepository({ share, folder: ['directory'], root, held: null, options }) : begun;
    if (!directory.ok) return say('signatures', 'fault', directory.error.code, { ...directory.error.data, repository: 'directory' });
    datesOf('directory', directory.value.state, now, say);
    const files = await readLists(share, directory.value.state);
    const lists = files.ok ? directoryOf(directory.value.state, files.value) : files;
    if (!lists.ok) return say('signatures', 'fault', lists.error.code, { ...lists.error.data, repository: 'directory' });
    for (const { id, root: first, retired } of lists.value.channels) {
      const update = await updateRepository({ share, folder: ['channels', id], root: first, held: null, options });
      if (!update.ok) say('signatures', 'fault', update.error.code, { ...update.error.data, repository: id });
      else if (retired === null) datesOf(id, update.value.state, now, say);
    }
    say('signatures', 'good', 'read', { repositories: lists.value.channels.length + 1 });
  } catch (thrown) {
    const { code, data } = asAppError(thrown);
    say('signatures', 'fault', code, data);
  }
}

async function firstRoot(share: ShareFolder): Promise<Uint8Array | null> {
  const folder = share.folder('directory', 'metadata');
  // 128 kB, as core/trust bounds roots.
  return folder === null ? null : share.read(folder, '1.root.json', 128 * 1024);
}

/** The role of a repository whose date is nearest to its warning, and a clock that is behind what was signed. */
function datesOf(repository: string, state: TrustedState, now: Date, say: Say): void {
  if (warningsOf(state).some(({ code }) => code === 'CLOCK')) say('clock', 'fault', 'behind', { repository });
  const roles = [
    ['timestamp', state.timestamp],
    ['snapshot', state.snapshot],
    ['targets', state.targets],
    ['root', state.root],
  ] as const;
  for (const [role, metadata] of roles) {
    if (!metadata) continue;
    const left = Math.floor((metadata.expires - now.getTime()) / day);
    const data = { repository, role, days: left, until: new Date(metadata.expires).toISOString().slice(0, 10) };
    if (left < 0) say('dates', 'fault', 'past', data);
    else if (left < soonDays[role]) say('dates', 'hint', 'soon', data);
  }
}
