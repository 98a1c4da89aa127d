// Publishes a new root. Where the change of keys would leave the published edition with too few signatures, the
// edition has to be signed again by the keys that stay: it is looked for in staging and published in the same act,
// so that no reader meets a root that vouches for nothing.
import { fail, ok, type Result } from '../core/base/result.ts';
import type { WriteStep } from '../core/publish/plan-share.ts';
import type { StagedRoot } from '../core/publish/staged.ts';
import { assemble } from '../core/publish/staged-signers.ts';
import { parseMetadata, type RootMetadata } from '../core/trust/metadata.ts';
import { meetsThreshold, signersOf } from '../core/trust/verify.ts';
import type { DraftReview } from './publish-review.ts';
import { outdated } from './publish-sign.ts';
import { countBy, editionSteps, finish, type PublishInput, type PublishReport, timestampFor, tooFew } from './publish-write.ts';
import type { Published } from './published.ts';
import { listDrafts, repositoryFolder } from './staging.ts';

/** As `publishDraft`; TOO_FEW_SIGNATURES with `edition: true` when the edition has to be signed again first. */
export async function publishRoot(input: PublishInput, review: DraftReview): Promise<Result<PublishReport>> {
  const { folder, published, counted } = review;
  const draft = folder.draft as StagedRoot;
  const files = assemble(draft, counted);
  // Said before "too few": signatures cannot help a draft that was overtaken.
  if (review.isOutdated) return fail(outdated(review));
  if (!files) return fail(tooFew(counted));
  const bytes = files.get('root') as Uint8Array;
  const path = [...repositoryFolder(input.repository), 'metadata', `${draft.root.version}.root.json`];
  const step: WriteStep = { path, bytes, immutable: true };
  const next = parseMetadata('root', bytes, 'product');
  if (!next.ok) return next;
  const rest = await restOf(input, published, next.value, bytes);
  if (!rest.ok) return rest;
  // Blobs first, then the root, then what it vouches for.
  const isBlob = (one: WriteStep) => one.path.at(-2) === 'targets';
  const steps = [...rest.value.filter(isBlob), step, ...rest.value.filter((one) => !isBlob(one))];
  return finish(input, review, steps, draft.root.version);
}

/** What must be written with the root so that readers can go on. */
async function restOf(
  input: PublishInput,
  published: Published,
  root: RootMetadata,
  bytes: Uint8Array,
): Promise<Result<readonly WriteStep[]>> {
  const { state } = published;
  if (!state?.targets || !state.snapshot || !state.timestamp) return ok([]);
  const isWhole = meetsThreshold(root, 'targets', state.targets, 'product') && meetsThreshold(root, 'snapshot', state.snapshot, 'product');
  if (isWhole) {
    if (meetsThreshold(root, 'timestamp', state.timestamp, 'product')) return ok([]);
    const timestamp = await timestampFor(input, { root, published }, { version: state.snapshot.version, file: state.snapshot.bytes });
    if (!timestamp.ok) return timestamp;
    return ok([{ path: [...repositoryFolder(input.repository), 'metadata', 'timestamp.json'], bytes: timestamp.value, immutable: false }]);
  }
  for (const { read } of await listDrafts(input.share, input.repository)) {
    if (!read.ok || read.value.draft.kind === 'root' || read.value.draft.head.base !== published.version) continue;
    const counted = countBy(read.value, root);
    if (!counted.isComplete) continue;
    const steps = await editionSteps(input, {
      folder: read.value,
      draft: read.value.draft,
      counted,
      published: { ...published, roots: [...published.roots, bytes] },
      root,
    });
    return steps.ok ? ok(steps.value.filter(({ path }) => !path.at(-1)?.endsWith('.root.json'))) : steps;
  }
  const have = signersOf(root, 'targets', state.targets, 'product').length;
  return fail({ code: 'TOO_FEW_SIGNATURES', data: { have, need: root.roles.targets.threshold, edition: true } });
}
