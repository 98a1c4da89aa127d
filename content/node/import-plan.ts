// What bringing in one channel will take: its metadata verified, what is here already and what is not. Fetches no
// blob and writes nothing, so that the space for a whole import is known before any of it is copied.

import type { AppError } from '../core/base/error.ts';
import { asAppError } from '../core/base/error.ts';
import type { TargetEntry } from '../core/trust/metadata.ts';
import { noFloors, type TrustedState, warningsOf } from '../core/trust/state.ts';
import { sha256 } from './hash.ts';
import { holdingsOf } from './holdings.ts';
import { type BlobPlan, planBlobs } from './import-blobs.ts';
import type { ChannelImport, ChannelOutcome, ChannelReport } from './import-model.ts';
import { leftBehind } from './import-resume.ts';
import { type MetadataSet, readSet, startOf } from './metadata-set.ts';
import type { ChannelState, StoreState } from './store-state.ts';
import { updateRepository } from './update-repository.ts';

export interface ChannelPlan {
  readonly work: ChannelImport;
  /** What was held, with what a stopped import left behind. */
  readonly base: ChannelState;
  readonly state: TrustedState;
  readonly roots: MetadataSet;
  readonly targets: ReadonlyMap<string, TargetEntry>;
  /** Folder of the blobs on the share. */
  readonly folder: string;
  readonly blobs: BlobPlan;
}

export type Planned = { readonly plan: ChannelPlan; readonly outcome: null } | { readonly plan: null; readonly outcome: ChannelOutcome };

/** @param state of the whole store, for the names of files that are in use. Throws only the store's own faults. */
export async function planChannel(work: ChannelImport, store: StoreState): Promise<Planned> {
  const { input, share, entry, held } = work;
  const done = (outcome: ChannelOutcome): Planned => ({ plan: null, outcome });
  // Another first root means that the stewards founded the channel anew: old metadata counts no more, its floors do.
  const heldSet = held?.firstRoot === entry.rootSha256 ? readSet(input.store, held.set) : null;
  const start = startOf(heldSet, held?.floors ?? noFloors);
  const root = heldSet?.get('root.json') ?? entry.root;
  const options = { mode: 'product', now: input.now, sha256, floors: start.floors } as const;
  const update = await updateRepository({ share, folder: ['channels', entry.id], root, held: start.held, options });
  if (!update.ok) return done(failed(work, update.error, held && { ...held, retired: entry.retired }));

  const { state, current, roots } = update.value;
  const empty = { id: entry.id, set: null, floors: noFloors, edition: null, segments: [], earlier: [] };
  let base: ChannelState = { ...(held ?? empty), firstRoot: entry.rootSha256, retired: entry.retired };
  const targets = state.targets?.targets ?? new Map<string, TargetEntry>();
  const needed = new Set([...targets.values()].map((target) => target.sha256));
  let holdings = holdingsOf(input.store, base.segments, needed);
  const isWhole = [...needed].every((digest) => holdings.places.has(digest) || holdings.moves.has(digest));
  const warnings = warningsOf(state);
  if (current && base.edition && isWhole)
    return done({ state: base, report: { ...unchanged(work), outcome: 'current', error: null, warnings } });

  const left = await leftBehind(input.store, entry.id, store);
  if (left.segments.length > 0) {
    base = { ...base, segments: [...base.segments, ...left.segments] };
    holdings = holdingsOf(input.store, base.segments, needed, left.segments);
  }
  const blobs = planBlobs({ store: input.store, machine: input.machine ?? null, channel: entry.id, targets, holdings, left });
  const stays = (error: AppError) => done(failed(work, error, keptOf(work, base), warnings, state.targets?.version));
  try {
    const folder = share.folder('channels', entry.id, 'targets');
    if (folder === null) return stays({ code: 'INCOMPLETE', data: { file: 'targets', why: 'missing' } });
    return { plan: { work, base, state, roots, targets, folder, blobs }, outcome: null };
  } catch (thrown) {
    if (!isOfShare(thrown)) throw thrown;
    return stays(asAppError(thrown));
  }
}

/** The share went away half-way or holds what it may not; what the store says must stop the whole import. */
export function isOfShare(thrown: unknown): boolean {
  return ['SHARE_UNREACHABLE', 'SHARE_DENIED', 'MALFORMED', 'TAMPERED'].includes(asAppError(thrown).code);
}

/** Null for a channel of which there is nothing at all. */
export function keptOf({ held }: ChannelImport, base: ChannelState): ChannelState | null {
  return held || base.segments.length > 0 ? base : null;
}

export function failed(
  work: ChannelImport,
  error: AppError,
  state: ChannelState | null,
  warnings: readonly AppError[] = [],
  offered?: number,
): ChannelOutcome {
  const more = offered === undefined ? {} : { offered };
  return { state, report: { ...unchanged(work), ...more, outcome: 'failed', error, warnings } };
}

function unchanged({ entry, held }: ChannelImport): Pick<ChannelReport, 'channel' | 'version' | 'files' | 'bytes'> {
  return { channel: entry.id, version: held?.edition?.seal.version ?? null, files: 0, bytes: 0 };
}
