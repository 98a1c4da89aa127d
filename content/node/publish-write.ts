// What every publishing has in common, of editions and of roots: the files of a complete edition, its timestamp, the
// writing in the order that readers can follow, and the look at it as a reader. Decides nothing about whether to publish.
import { AppFault } from '../core/base/error.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { draftTimestamp, nextVersion, signedFile } from '../core/publish/edition.ts';
import { planRepository, type WriteStep } from '../core/publish/plan-share.ts';
import { validDays } from '../core/publish/roles.ts';
import type { StagedSigner } from '../core/publish/stage.ts';
import type { StagedEdition } from '../core/publish/staged.ts';
import { assemble, type CountedSigners, countSigners } from '../core/publish/staged-signers.ts';
import type { RootMetadata } from '../core/trust/metadata.ts';
import { keysOf } from '../core/trust/verify.ts';
import { sha256 } from './hash.ts';
import type { DraftReview } from './publish-review.ts';
import { type OnStep, writeSteps } from './publish-steps.ts';
import { newestVersion, type Published, readPublished, readPublishedBlob } from './published.ts';
import { checkClock, type ShareTime } from './share-clock.ts';
import { repositoryFolder, type StagedFolder } from './staging.ts';
import { verifySignature } from './verify-signature.ts';

export interface PublishInput {
  readonly share: string;
  readonly repository: string;
  /** The newest draft that can be published when left out. */
  readonly id?: string | undefined;
  /** Signs the timestamp; only a root whose editions stay valid can be published without. */
  readonly signer: StagedSigner | null;
  readonly now: () => Date;
  /** Who publishes, for whoever has to wait. */
  readonly owner: string;
  /** How long to wait for another publisher, in milliseconds; half a minute when left out. */
  readonly waitMs?: number;
  readonly onWait?: (owner: string, since: string) => void;
  readonly onStep?: OnStep;
  readonly shareTime?: ShareTime;
  readonly pinnedRoot?: Uint8Array | null;
}

export interface PublishReport {
  readonly id: string;
  readonly kind: 'edition' | 'directory' | 'root';
  /** What a reader finds now: the edition's version, or the root's. */
  readonly version: number;
  readonly written: number;
  readonly kept: number;
  readonly bytes: number;
  readonly counted: CountedSigners;
  /** Files checked as a reader would, all of them good. */
  readonly checked: number;
}

export interface EditionToWrite {
  readonly folder: StagedFolder;
  readonly draft: StagedEdition;
  readonly counted: CountedSigners;
  readonly published: Published;
  /** The root under which it is published. */
  readonly root: RootMetadata;
}

/** The writing of a complete edition with its timestamp; checks signatures, key and clock first. */
export async function editionSteps(input: PublishInput, edition: EditionToWrite): Promise<Result<readonly WriteStep[]>> {
  const { draft, counted, folder, published } = edition;
  const files = assemble(draft, counted);
  if (!files) return fail(tooFew(counted));
  const snapshot = files.get('snapshot') as Uint8Array;
  const timestamp = await timestampFor(input, edition, { version: draft.snapshot.version, file: snapshot });
  if (!timestamp.ok) return timestamp;
  const blobs: { name: string; bytes: Uint8Array }[] = [];
  for (const [name, entry] of draft.targets.targets) {
    if (await readPublishedBlob(published, name, entry)) continue;
    const bytes = await folder.blob(name, entry.sha256, entry.length);
    if (!bytes) return fail({ code: 'INCOMPLETE', data: { file: name, why: 'missing' } });
    blobs.push({ name, bytes });
  }
  const targets = files.get('targets') as Uint8Array;
  const plan = { roots: published.roots, version: draft.targets.version, targets, snapshot, timestamp: timestamp.value, files: blobs };
  return ok(planRepository(repositoryFolder(input.repository), plan, sha256));
}

export function tooFew({ counts }: CountedSigners): { code: 'TOO_FEW_SIGNATURES'; data: { have: number; need: number } } {
  const worst = counts.find(({ signers, threshold }) => signers.length < threshold);
  return { code: 'TOO_FEW_SIGNATURES', data: { have: worst?.signers.length ?? 0, need: worst?.threshold ?? 1 } };
}

/** A new timestamp naming that snapshot. KEY_NOT_HELD without a key of that role; CLOCK. */
export async function timestampFor(
  input: Pick<PublishInput, 'share' | 'repository' | 'signer' | 'now' | 'shareTime'>,
  edition: { readonly root: RootMetadata; readonly published: Published },
  snapshot: { readonly version: number; readonly file: Uint8Array },
): Promise<Result<Uint8Array>> {
  const { signer } = input;
  const { root, published } = edition;
  if (!signer || !keysOf(root, 'timestamp').includes(signer.key.keyval.public))
    return fail({ code: 'KEY_NOT_HELD', data: { key: signer?.keyid.slice(0, 8) ?? 'none', role: 'timestamp' } });
  const newest = newestVersion(published, root);
  const { share, repository, now, shareTime } = input;
  const clock = await checkClock({ share, repository, newest, now, ...(shareTime ? { shareTime } : {}) });
  if (clock) return fail(clock);
  const days = repository === 'directory' ? validDays.directoryTimestamp : validDays.channelTimestamp;
  const version = nextVersion(now(), Math.max(newest, snapshot.version - 1));
  const draft = draftTimestamp(snapshot, version, days, sha256);
  // The id by which this root knows the key: a label, but readers look the signature up by it.
  const keyid = root.roles.timestamp.keyids.find((id) => root.keys.get(id)?.keyVal.public === signer.key.keyval.public) ?? signer.keyid;
  return ok(signedFile(draft, [{ keyid, sig: signer.sign(draft.bytes) }]));
}

/** Writes, then reads everything back as a reader would. */
export async function finish(
  input: PublishInput,
  review: DraftReview,
  steps: readonly WriteStep[],
  version: number,
): Promise<Result<PublishReport>> {
  const { folder, counted, published } = review;
  let isLast = false;
  const report = await writeSteps(input.share, steps, async (step, done, of) => {
    await input.onStep?.(step, done, of);
    // Without a lock (another program, another replica in between) the timestamp may have moved: do not bury it.
    if (!isLast && steps[done]?.path.at(-1) === 'timestamp.json') {
      isLast = true;
      const now = await readPublished({ ...input, now: input.now() });
      if (now.ok && now.value.error === null && newestVersion(now.value) !== newestVersion(published))
        throw new AppFault('DRAFT_OUTDATED', { base: folder.draft.head.base, published: now.value.version, heal: true });
    }
  });
  const checked = await checkAsReader(input, version, folder.draft.kind === 'root');
  if (!checked.ok) return checked;
  return ok({ id: folder.id, kind: folder.draft.kind, version, ...report, counted, checked: checked.value });
}

/** How many files were checked. What is not as it was written is the share's fault, and said with its code. */
async function checkAsReader(input: PublishInput, version: number, isRoot: boolean): Promise<Result<number>> {
  const after = await readPublished({ ...input, now: input.now() });
  if (!after.ok) return after;
  const { state, root, error } = after.value;
  if (error) return fail(error);
  if ((isRoot ? root?.version : after.value.version) !== version)
    return fail({ code: 'ROLLED_BACK', data: { file: 'timestamp.json', why: 'version' } });
  let checked = 0;
  for (const [name, entry] of state?.targets?.targets ?? []) {
    if (!(await readPublishedBlob(after.value, name, entry))) return fail({ code: 'INCOMPLETE', data: { file: name, why: 'missing' } });
    checked += 1;
  }
  return ok(checked);
}

/** The signatures of a draft counted by another root than the published one. */
export const countBy = (folder: StagedFolder, root: RootMetadata): CountedSigners =>
  countSigners(folder.draft, folder.signatures, root, verifySignature);
