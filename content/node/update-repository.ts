// Brings what we believe about one repository up to what a share offers, in the order of the TUF specification
// (5.3 roots, 5.4 timestamp, 5.5 snapshot, 5.6 targets). Reads metadata only; never a blob, never the store.
import { asAppError } from '../core/base/error.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { metadataBytes, trustLimits } from '../core/trust/limits.ts';
import { refuse } from '../core/trust/read-json.ts';
import {
  startTrust,
  type TrustedState,
  type TrustOptions,
  updateRoot,
  updateSnapshot,
  updateTargets,
  updateTimestamp,
} from '../core/trust/state.ts';
import { type MetadataSet, rootPrefix } from './metadata-set.ts';
import type { ShareFolder } from './share.ts';

export interface RepositoryUpdate {
  readonly state: TrustedState;
  /** True when the share offers what was held already: two opens, and nothing else to do. */
  readonly current: boolean;
  /** Every root from the first on, as `roots/<version>`: what a recovery follows from the pinned one. */
  readonly roots: ReadonlyMap<string, Uint8Array>;
}

export interface UpdateInput {
  readonly share: ShareFolder;
  /** Folder of the repository below the share. */
  readonly folder: readonly string[];
  /** A root that is trusted already. */
  readonly root: Uint8Array;
  /** Metadata that was verified before, offered again after the roots (5.3.11). */
  readonly held: MetadataSet | null;
  readonly options: TrustOptions;
}

/** How far ahead is looked for a root when one seems to be missing (trust.md 1.4 row 7). */
const gapLooks = 8;

export async function updateRepository(input: UpdateInput): Promise<Result<RepositoryUpdate>> {
  try {
    return await update(input);
  } catch (thrown) {
    return fail(asAppError(thrown));
  }
}

async function update({ share, folder, root, held, options }: UpdateInput): Promise<Result<RepositoryUpdate>> {
  const metadata = share.folder(...folder, 'metadata');
  if (metadata === null) return refuse('INCOMPLETE', 'metadata', 'missing');
  const read = (name: string, maxBytes: number) => share.read(metadata, name, maxBytes);

  const start = startTrust(root, options);
  if (!start.ok) return start;
  let state = start.value;
  const roots = new Map([...(held ?? [])].filter(([name]) => name.startsWith(rootPrefix)));
  roots.set(`${rootPrefix}${state.root.version}`, root);
  // 5.3.2-5.3.9
  for (let count = 0; count < trustLimits.rootRotations; count += 1) {
    const bytes = await read(`${state.root.version + 1}.root.json`, metadataBytes.root);
    if (bytes === null) break;
    const next = updateRoot(state, bytes);
    if (!next.ok) return next;
    state = next.value;
    roots.set(`${rootPrefix}${state.root.version}`, bytes);
  }
  state = offerHeld(state, held);

  const timestamp = await read('timestamp.json', metadataBytes.timestamp);
  if (timestamp === null) return refuse('INCOMPLETE', 'timestamp.json', 'missing');
  const stamped = updateTimestamp(state, timestamp);
  if (!stamped.ok)
    return hasRootGap(share, metadata, state.root.version) && stamped.error.code === 'TAMPERED'
      ? refuse('INCOMPLETE', 'root.json', 'gap')
      : stamped;
  if (stamped.value === state && state.targets) return ok({ state, current: true, roots });
  state = stamped.value;

  const wanted = state.timestamp?.snapshot.version ?? 0;
  const snapshot =
    heldOr(state.snapshot?.version === wanted, held, 'snapshot.json') ?? (await read(`${wanted}.snapshot.json`, metadataBytes.snapshot));
  if (snapshot === null) return refuse('INCOMPLETE', 'snapshot.json', 'missing');
  const snapped = updateSnapshot(state, snapshot);
  if (!snapped.ok) return snapped;
  const version = snapped.value.snapshot?.meta.get('targets.json')?.version ?? 0;
  const same = state.snapshot?.meta.get('targets.json')?.version === version;
  state = snapped.value;

  const targets = heldOr(same, held, 'targets.json') ?? (await read(`${version}.targets.json`, metadataBytes.targets));
  if (targets === null) return refuse('INCOMPLETE', 'targets.json', 'missing');
  const done = updateTargets(state, targets);
  return done.ok ? ok({ state: done.value, current: false, roots }) : done;
}

/**
 * What the newest root no longer vouches for is left out, and its versions bind nobody any more. The clock is not asked:
 * these files were not ahead of it when they were believed, and one that fell behind must not make us forget them.
 */
export function offerHeld(state: TrustedState, held: MetadataSet | null): TrustedState {
  let believed: TrustedState = { ...state, options: { ...state.options, now: endOfTime } };
  const steps = [
    ['timestamp.json', updateTimestamp],
    ['snapshot.json', updateSnapshot],
    ['targets.json', updateTargets],
  ] as const;
  for (const [name, step] of steps) {
    const bytes = held?.get(name);
    const next = bytes && step(believed, bytes);
    if (!next?.ok) break;
    believed = next.value;
  }
  return { ...believed, options: state.options };
}

/** The last moment that a date can hold. */
const endOfTime = new Date(8.64e15);

function heldOr(usable: boolean, held: MetadataSet | null, name: string): Uint8Array | null {
  return usable ? (held?.get(name) ?? null) : null;
}

function hasRootGap(share: ShareFolder, metadata: string, version: number): boolean {
  for (let ahead = 2; ahead <= gapLooks; ahead += 1) if (share.has(metadata, `${version + ahead}.root.json`)) return true;
  return false;
}

/** The set to be stored for a complete state. */
export function setOf(state: TrustedState): Map<string, Uint8Array> {
  const set = new Map<string, Uint8Array>([['root.json', state.root.bytes]]);
  if (state.timestamp) set.set('timestamp.json', state.timestamp.bytes);
  if (state.snapshot) set.set('snapshot.json', state.snapshot.bytes);
  if (state.targets) set.set('targets.json', state.targets.bytes);
  return set;
}
