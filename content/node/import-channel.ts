// One channel of a share -> the store, as planned: missing blobs copied, catalogue made. Returns the state to be
// committed; the caller commits. Blobs that verified are kept when others are missing, so that a half copy heals
// file by file (trust.md 1.4 row 14).
import { AppFault, asAppError } from '../core/base/error.ts';
import type { Sha256 } from '../core/base/ids.ts';
import { ok, type Result } from '../core/base/result.ts';
import { refuse } from '../core/trust/read-json.ts';
import { sealOf } from '../core/trust/seal.ts';
import { floorsOf, warningsOf } from '../core/trust/state.ts';
import { buildCatalogue, writeCatalogue } from './catalogue.ts';
import { sha256 } from './hash.ts';
import { importBlobs } from './import-blobs.ts';
import type { ChannelOutcome } from './import-model.ts';
import { type ChannelPlan, failed, isOfShare, keptOf } from './import-plan.ts';
import { writeSet } from './metadata-set.ts';
import { readStoreIndex, type StoreIndex } from './read-index.ts';
import { readBlob } from './segments.ts';
import { type ChannelState, type EarlierEdition, keptEarlier } from './store-state.ts';
import { setOf } from './update-repository.ts';

/** The file that says what an edition's other files are. */
const indexFile = 'index.json';

/** Throws only the store's own faults (NO_SPACE, STORE_DENIED, STORE_MISSING) and what the import's watch throws. */
export async function importChannel(plan: ChannelPlan): Promise<ChannelOutcome> {
  const { work, base, state, targets } = plan;
  const { input, share, entry } = work;
  const warnings = warningsOf(state);
  const offered = state.targets?.version;
  // Nothing of this import may still be at work on the store once it has ended, however it ends.
  let atWork: Promise<unknown> = Promise.resolve();
  try {
    // The index first: an edition that this app cannot read is refused before any of it is copied.
    const read = await readIndex(plan);
    if (!read.ok) return failed(work, read.error, keptOf(work, base), warnings, offered);
    const index = read.value;
    const blobs = await importBlobs({ plan: plan.blobs, share, folder: plan.folder, known: index, step: work.step });
    const worst = blobs.problems[0];
    if (worst) {
      await blobs.onDisk;
      const data = { ...worst.data, have: targets.size - blobs.problems.length, of: targets.size };
      const segments = [...new Set([...base.segments, ...blobs.segments])];
      return failed(work, { code: worst.code, data }, { ...base, segments }, warnings, offered);
    }
    // The disk is busy with both while the catalogue is made.
    const both = [writeSet(input.store, new Map([...plan.roots, ...setOf(state)])), blobs.onDisk] as const;
    atWork = Promise.allSettled(both);
    const writing = Promise.all(both);
    writing.catch(() => undefined);
    const built = buildCatalogue(entry.id, index.index, targets, blobs.places);
    await writeCatalogue(input.store, built);
    const [set] = await writing;
    const seal = sealOf(state, entry.id, work.people);
    if (!seal) throw new AppFault('UNEXPECTED');
    return {
      state: {
        ...base,
        set,
        floors: floorsOf(state),
        edition: { index: index.sha256, catalogue: built.sha256, blocks: built.blocksSha256, seal },
        segments: blobs.segments,
        earlier: earlierOf(work.held ?? base, index.sha256),
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
    await atWork;
    if (isOfShare(thrown)) return failed(work, asAppError(thrown), keptOf(work, base), warnings, offered);
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
async function readIndex({ work: { input, share }, folder, targets, blobs }: ChannelPlan): Promise<Result<VerifiedIndex>> {
  const entry = targets.get(indexFile);
  if (!entry) return refuse('MALFORMED', indexFile, 'missing');
  const { sha256: digest } = entry;
  const place = blobs.holdings.places.get(digest) ?? blobs.holdings.moves.get(digest) ?? blobs.left.places.get(digest);
  let bytes: Buffer | null = null;
  try {
    bytes = place ? readBlob(input.store, place, digest) : blobs.fromMachine(digest);
  } catch {
    // Asked of the share.
  }
  if (!bytes) {
    const read = await share.read(folder, `${digest}.${indexFile}`, entry.length);
    if (read === null || read.length < entry.length) return refuse('INCOMPLETE', indexFile, read === null ? 'missing' : 'short');
    // 5.7.2
    if (read.length > entry.length || sha256(read) !== digest) return refuse('TAMPERED', indexFile, 'hash');
    bytes = Buffer.from(read.buffer, read.byteOffset, read.length);
  }
  const index = readStoreIndex(bytes);
  return index.ok ? ok({ index: index.value, sha256: digest, bytes }) : index;
}
