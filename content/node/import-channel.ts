// One channel of a share -> the store: metadata checked, missing blobs copied, catalogue made. Returns the state
// to be committed; the caller commits. Blobs that verified are kept when others are missing, so that a half
// copy heals file by file (trust.md 1.4 row 14).
import { type AppError, AppFault, asAppError } from '../core/base/error.ts';
import type { Sha256 } from '../core/base/ids.ts';
import { ok, type Result } from '../core/base/result.ts';
import { refuse } from '../core/trust/read-json.ts';
import { type PeopleNames, sealOf } from '../core/trust/seal.ts';
import { floorsOf, noFloors, type TrustedState, warningsOf } from '../core/trust/state.ts';
import { buildCatalogue, writeCatalogue } from './catalogue.ts';
import { sha256 } from './hash.ts';
import { type Holdings, holdingsOf } from './holdings.ts';
import { importBlobs } from './import-blobs.ts';
import type { ListedChannel } from './import-directory.ts';
import type { ChannelReport, ImportInput } from './import-share.ts';
import { type MetadataSet, readSet, writeSet } from './metadata-set.ts';
import { readStoreIndex, type StoreIndex } from './read-index.ts';
import { readBlob } from './segments.ts';
import type { ShareFolder } from './share.ts';
import { type ChannelState, type EarlierEdition, keptEarlier } from './store-state.ts';
import { setOf, updateRepository } from './update-repository.ts';

export interface ChannelImport {
  readonly input: ImportInput;
  readonly share: ShareFolder;
  readonly entry: ListedChannel;
  readonly held: ChannelState | null;
  readonly people: PeopleNames;
  readonly progress: { plan(files: number): void; step(): void };
}

export interface ChannelOutcome {
  /** To be committed; null when there is nothing to keep. */
  readonly state: ChannelState | null;
  /** Blobs that are good again once the state is committed. */
  readonly fresh?: readonly Sha256[];
  readonly report: ChannelReport;
}

/** The file that says what an edition's other files are. */
const indexFile = 'index.json';

/** Throws only the store's own faults (NO_SPACE, STORE_DENIED, STORE_MISSING). */
export async function importChannel(work: ChannelImport): Promise<ChannelOutcome> {
  const { input, share, entry, held } = work;
  // Another first root means that the stewards founded the channel anew: old metadata counts no more, its floors do.
  const heldSet = held?.firstRoot === entry.rootSha256 ? readSet(input.store, held.set) : null;
  const floors = heldSet ? noFloors : (held?.floors ?? noFloors);
  const root = heldSet?.get('root.json') ?? entry.root;
  const options = { mode: 'product', now: input.now, sha256, floors } as const;
  const update = await updateRepository({ share, folder: ['channels', entry.id], root, held: heldSet, options });
  if (!update.ok) return failed(work, update.error, held && { ...held, retired: entry.retired });

  const { state, current, roots } = update.value;
  const base: ChannelState = {
    ...(held ?? { id: entry.id, set: null, floors: noFloors, edition: null, segments: [], earlier: [] }),
    firstRoot: entry.rootSha256,
    retired: entry.retired,
  };
  const needed = new Set([...(state.targets?.targets.values() ?? [])].map((target) => target.sha256));
  const holdings = holdingsOf(input.store, base.segments, needed);
  const isWhole = [...needed].every((digest) => holdings.places.has(digest) || holdings.moves.has(digest));
  if (current && base.edition && isWhole)
    return { state: base, report: { ...unchanged(work), outcome: 'current', error: null, warnings: warningsOf(state) } };
  return bringIn(work, base, state, holdings, roots);
}

async function bringIn(
  work: ChannelImport,
  base: ChannelState,
  state: TrustedState,
  holdings: Holdings,
  roots: MetadataSet,
): Promise<ChannelOutcome> {
  const { input, share, entry } = work;
  const targets = state.targets?.targets ?? new Map();
  const warnings = warningsOf(state);
  const kept = work.held && base;
  const offered = state.targets?.version;
  try {
    const folder = share.folder('channels', entry.id, 'targets');
    if (folder === null) return failed(work, { code: 'INCOMPLETE', data: { file: 'targets', why: 'missing' } }, kept, warnings, offered);
    // The index first: an edition that this app cannot read is refused before any of it is copied.
    const index = await readIndex(work, folder, state, holdings);
    if (!index.ok) return failed(work, index.error, kept, warnings, offered);
    const blobs = await importBlobs({
      store: input.store,
      share,
      folder,
      channel: entry.id,
      targets,
      holdings,
      known: index.value,
      progress: work.progress,
    });
    const worst = blobs.problems[0];
    if (worst) {
      await blobs.onDisk;
      const data = { ...worst.data, have: targets.size - blobs.problems.length, of: targets.size };
      const segments = [...new Set([...base.segments, ...blobs.segments])];
      return failed(work, { code: worst.code, data }, { ...base, segments }, warnings, offered);
    }
    // The disk is busy with both while the catalogue is made.
    const writing = Promise.all([writeSet(input.store, new Map([...roots, ...setOf(state)])), blobs.onDisk]);
    writing.catch(() => undefined);
    const built = buildCatalogue(entry.id, index.value.index, targets, blobs.places);
    await writeCatalogue(input.store, built);
    const [set] = await writing;
    const seal = sealOf(state, entry.id, work.people);
    if (!seal) throw new AppFault('UNEXPECTED');
    return {
      state: {
        ...base,
        set,
        floors: floorsOf(state),
        edition: { index: index.value.sha256, catalogue: built.sha256, blocks: built.blocksSha256, seal },
        segments: blobs.segments,
        earlier: earlierOf(base, index.value.sha256),
      },
      fresh: blobs.fresh,
      report: {
        channel: entry.id,
        outcome: 'imported',
        version: seal.version,
        error: null,
        warnings,
        files: blobs.files,
        bytes: blobs.bytes,
      },
    };
  } catch (thrown) {
    const error = asAppError(thrown);
    // The share went away half-way or holds what it may not; what the store says must stop the whole import.
    if (['SHARE_UNREACHABLE', 'SHARE_DENIED', 'MALFORMED', 'TAMPERED'].includes(error.code))
      return failed(work, error, kept, warnings, offered);
    throw thrown;
  }
}

/** What was held becomes the first of the earlier ones; a new signature on the same pack is no other edition. */
function earlierOf({ set, edition, segments, earlier }: ChannelState, next: Sha256): readonly EarlierEdition[] {
  if (!set || !edition || edition.index === next) return earlier;
  return [{ set, edition, segments }, ...earlier].slice(0, keptEarlier);
}

interface VerifiedIndex {
  readonly index: StoreIndex;
  readonly sha256: Sha256;
  readonly bytes: Uint8Array;
}

/** Verified and understood, from the store where it is held already. */
async function readIndex(
  { input, share }: ChannelImport,
  folder: string,
  state: TrustedState,
  holdings: Holdings,
): Promise<Result<VerifiedIndex>> {
  const entry = state.targets?.targets.get(indexFile);
  if (!entry) return refuse('MALFORMED', indexFile, 'missing');
  const place = holdings.places.get(entry.sha256) ?? holdings.moves.get(entry.sha256);
  let bytes = place ? readBlob(input.store, place, entry.sha256) : null;
  if (!bytes) {
    const read = await share.read(folder, `${entry.sha256}.${indexFile}`, entry.length);
    if (read === null || read.length < entry.length) return refuse('INCOMPLETE', indexFile, read === null ? 'missing' : 'short');
    // 5.7.2
    if (read.length > entry.length || sha256(read) !== entry.sha256) return refuse('TAMPERED', indexFile, 'hash');
    bytes = Buffer.from(read.buffer, read.byteOffset, read.length);
  }
  const index = readStoreIndex(bytes);
  return index.ok ? ok({ index: index.value, sha256: entry.sha256, bytes }) : index;
}

function failed(
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
