// The client workflow of the TUF specification (section 5) over core/trust: what is asked for, in which order, and
// what is kept. Nothing is kept that did not verify, and what verified is kept at once.

import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppError } from '../../content/core/base/error.ts';
import type { Result } from '../../content/core/base/result.ts';
import { type SearchStep, searchTarget } from '../../content/core/trust/delegations.ts';
import { strictMetadataBytes, trustLimits } from '../../content/core/trust/limits.ts';
import { checkTarget } from '../../content/core/trust/link.ts';
import type { MetaLink } from '../../content/core/trust/metadata.ts';
import {
  checkRootAge,
  isExpired,
  noFloors,
  startTrust,
  type TrustedState,
  type TrustOptions,
  updateRoot,
  updateSnapshot,
  updateTargets,
  updateTimestamp,
} from '../../content/core/trust/state.ts';
import type { StrictFile } from '../../content/core/trust/strict-targets.ts';
import { sha256 } from '../../content/node/hash.ts';
import { encodeName, type MetadataCache, type TargetFolder } from './cache.ts';
import { fetchFile } from './fetch.ts';

const optionsAt = (now: Date): TrustOptions => ({
  mode: 'strict',
  now,
  sha256,
  sha512: (bytes) => createHash('sha512').update(bytes).digest('hex'),
  floors: noFloors,
});

/** 5.2: trusts this root; asks nobody. */
export function initialise(cache: MetadataCache, root: Uint8Array, now: Date): void {
  must(startTrust(root, optionsAt(now)));
  cache.write('root', root);
}

/** 5.3 to 5.6. @returns the state whose top-level targets are the newest. */
export async function refresh(cache: MetadataCache, url: string, now: Date): Promise<TrustedState> {
  const rooted = await refreshRoot(cache, url, now);
  const timed = await refreshTimestamp(cache, url, rooted);
  const listed = await refreshSnapshot(cache, url, timed);
  const link = listed.snapshot?.meta.get('targets.json');
  if (!link) throw new Error('targets.json: not in the snapshot');
  // 5.6.1: the stored file will do when it is the one that the snapshot names, and nothing about it is refused.
  const stored = cache.read('targets');
  const known = stored ? updateTargets(listed, stored) : null;
  if (known?.ok) return known.value;
  const bytes = await fetchMetadata(url, listed, 'targets', link);
  const state = must(updateTargets(listed, bytes));
  cache.write('targets', bytes);
  return state;
}

async function refreshRoot(cache: MetadataCache, url: string, now: Date): Promise<TrustedState> {
  const stored = cache.read('root');
  if (!stored) throw new Error('root.json: there is no trusted root');
  let state = must(startTrust(stored, optionsAt(now)));
  for (let count = 0; count < trustLimits.rootRotations; count++) {
    const bytes = await fetchFile(url, `${state.root.version + 1}.root.json`, strictMetadataBytes.root);
    if (!bytes) break;
    state = must(updateRoot(state, bytes));
    cache.write('root', bytes);
  }
  // 5.3.10: before anything else is asked for.
  const old = checkRootAge(state);
  if (old) throw refusal(old.error);
  return state;
}

async function refreshTimestamp(cache: MetadataCache, url: string, state: TrustedState): Promise<TrustedState> {
  // 5.3.11: a stored file that the newest root's keys do not vouch for counts for nothing.
  const stored = cache.read('timestamp');
  const known = stored ? updateTimestamp(state, stored, 'stored') : null;
  const before = known?.ok ? known.value : state;
  const bytes = await fetchFile(url, 'timestamp.json', strictMetadataBytes.timestamp);
  if (!bytes) throw new Error('timestamp.json: the server has none');
  const after = must(updateTimestamp(before, bytes));
  // 5.4.3.1: the same version is no news, whatever else it says; but what is stored may have expired meanwhile.
  if (after !== before) cache.write('timestamp', bytes);
  else if (after.timestamp && isExpired(after, after.timestamp)) throw new Error('STALE timestamp.json: expires');
  return after;
}

async function refreshSnapshot(cache: MetadataCache, url: string, state: TrustedState): Promise<TrustedState> {
  if (!state.timestamp) throw new Error('timestamp.json: there is none');
  const link = state.timestamp.snapshot;
  const stored = cache.read('snapshot');
  const known = stored ? updateSnapshot(state, stored, 'stored') : null;
  const before = known?.ok ? known.value : state;
  const { snapshot } = before;
  if (snapshot && snapshot.version === link.version && !isExpired(before, snapshot)) return before;
  const bytes = await fetchMetadata(url, state, 'snapshot', link);
  const after = must(updateSnapshot(before, bytes));
  cache.write('snapshot', bytes);
  return after;
}

export interface Wanted {
  readonly metadataUrl: string;
  readonly targetUrl: string;
  /** Target paths, in the order in which they are fetched. */
  readonly names: readonly string[];
}

/** 5.7, after a refresh; throws at the first target that cannot be had. */
export async function download(cache: MetadataCache, folder: TargetFolder, wanted: Wanted, now: Date): Promise<void> {
  const state = await refresh(cache, wanted.metadataUrl, now);
  let stored = false;
  for (const name of wanted.names) {
    const file = await findTarget(cache, wanted.metadataUrl, state, name);
    const known = folder.read(name);
    if (known && !checkTarget(state.options, known, file, name)) continue;
    const bytes = await fetchFile(wanted.targetUrl, targetAddress(state, name, file), file.length);
    if (!bytes) throw new Error(`${name}: the server has none`);
    const wrong = checkTarget(state.options, bytes, file, name);
    if (wrong) throw refusal(wrong.error);
    // Their order is told by the times of the files, which some file systems count in steps of up to 10 ms.
    if (stored) await sleep(10);
    folder.write(name, bytes);
    stored = true;
  }
}

async function findTarget(cache: MetadataCache, url: string, state: TrustedState, name: string): Promise<StrictFile> {
  let step: SearchStep = must(searchTarget(state, name));
  while (step.kind === 'wanted') {
    // A stored copy is verified again under the delegator through which the role was reached this time.
    const stored = cache.read(step.role);
    const known: Result<SearchStep> | null = stored ? step.accept(stored) : null;
    if (known?.ok) {
      step = known.value;
      continue;
    }
    const bytes = await fetchMetadata(url, state, step.role, step.link);
    const accepted = must(step.accept(bytes));
    cache.write(step.role, bytes);
    step = accepted;
  }
  if (step.kind === 'absent') throw new Error(`${name}: no role has such a target`);
  return step.file;
}

async function fetchMetadata(url: string, state: TrustedState, role: string, link: MetaLink): Promise<Uint8Array> {
  const limit = role === 'snapshot' ? strictMetadataBytes.snapshot : strictMetadataBytes.targets;
  // 5.5.1, 5.6.1: with consistent snapshots the version is part of the name.
  const file = `${isConsistent(state) ? `${link.version}.` : ''}${encodeName(role)}.json`;
  const bytes = await fetchFile(url, file, Math.min(limit, link.length ?? limit));
  if (!bytes) throw new Error(`${file}: the server has none`);
  return bytes;
}

const isConsistent = (state: TrustedState): boolean => state.root.signed.consistent_snapshot === true;

/** 5.7.2: with consistent snapshots the file's name, not its folders, begins with a hash. */
function targetAddress(state: TrustedState, name: string, file: StrictFile): string {
  const digest = file.hashes.get('sha256') ?? [...file.hashes.values()][0] ?? '';
  const segments = name.split('/').map(encodeSegment);
  const last = segments.pop() ?? '';
  return [...segments, isConsistent(state) ? `${digest}.${last}` : last].join('/');
}

/** RFC 3986: what may stand in a path segment stays as it is. */
const encodeSegment = (text: string): string => encodeURIComponent(text).replace(/%(?:3A|40|24|26|2B|2C|3B|3D)/g, decodeURIComponent);

function must<T>(result: Result<T>): T {
  if (!result.ok) throw refusal(result.error);
  return result.value;
}

const refusal = ({ code, data }: AppError): Error => new Error([code, ...Object.values(data ?? {})].join(' '));
