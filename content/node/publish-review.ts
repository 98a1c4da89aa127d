// The difference between a draft and what is published, made from the very bytes that are to be signed: the draft's
// targets are parsed, each file is loaded by its digest, and what cannot be loaded or does not match is said.

import { type AppError, asAppError } from '../core/base/error.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { compareEditions, type EditionDifference, type EditionSide } from '../core/pack/compare.ts';
import { compareFields, type FieldChange } from '../core/pack/compare-guide.ts';
import { readEditionIndex, responsesName } from '../core/pack/index.ts';
import { compareRoots, type RootDifference } from '../core/publish/compare-roots.ts';
import { channelsFile, peopleFile } from '../core/publish/directory.ts';
import type { StagedEdition } from '../core/publish/staged.ts';
import { type CountedSigners, countSigners } from '../core/publish/staged-signers.ts';
import { compareResponses, type ResponsesDifference } from '../core/suggestion/compare-responses.ts';
import { noResponses } from '../core/suggestion/responses.ts';
import { readResponses } from '../core/suggestion/responses-json.ts';
import type { RootMetadata, TargetEntry } from '../core/trust/metadata.ts';
import { readJsonObject } from '../core/trust/read-json.ts';
import type { PeopleNames } from '../core/trust/seal.ts';
import { type Published, readPublished, readPublishedBlob } from './published.ts';
import { listDrafts, readStaged, type StagedFolder } from './staging.ts';
import { verifySignature } from './verify-signature.ts';

export interface ReviewInput {
  readonly share: string;
  readonly repository: string;
  /** The newest draft that can still be published when left out. */
  readonly id?: string | undefined;
  readonly now: Date;
  readonly pinnedRoot?: Uint8Array | null;
}

export type Difference =
  /** `responses`: null where neither edition answers anything. */
  | ({ readonly kind: 'edition'; readonly responses: ResponsesDifference | null } & EditionDifference)
  | ({ readonly kind: 'root' } & RootDifference)
  | { readonly kind: 'directory'; readonly channels: readonly ListChange[]; readonly people: readonly ListChange[] };

/** An entry of the directory's lists that came, went or changed (a channel that was retired …). */
export interface ListChange {
  readonly name: string;
  readonly change: 'new' | 'removed' | 'changed';
  readonly fields: readonly FieldChange[];
}

export interface DraftReview {
  readonly folder: StagedFolder;
  readonly published: Published;
  readonly people: PeopleNames;
  /** Null when files are missing or false, so that it cannot be shown: such a draft must not be signed. */
  readonly difference: Difference | null;
  /** Files that are not what the draft's digests say. */
  readonly bad: readonly { readonly file: string; readonly why: 'missing or different' | 'not in the targets' | 'index' }[];
  readonly counted: CountedSigners;
  /** The same counted by a root that waits to be published, which will replace the one `counted` is by; else null. */
  readonly next: CountedSigners | null;
  /** Something else was published after this draft was made. */
  readonly isOutdated: boolean;
}

/** DRAFT_NOT_FOUND, CHANNEL_UNKNOWN, what makes the draft or the published state unreadable, and SHARE_…. */
export async function reviewDraft(input: ReviewInput): Promise<Result<DraftReview>> {
  try {
    const published = await readPublished(input);
    if (!published.ok) return published;
    const folder = await findDraft(input, published.value);
    if (!folder.ok) return folder;
    const { draft, signatures } = folder.value;
    const waiting = draft.kind === 'root' ? null : await waitingRoot(input, published.value.root?.version ?? 0);
    const next = waiting && countSigners(draft, signatures, waiting, verifySignature);
    const byPublished = countSigners(draft, signatures, published.value.root, verifySignature);
    // Before the first root is published there is only the one that waits to count by.
    const counted = published.value.root === null && next ? next : byPublished;
    const strangers = next ? counted.ignored.filter((one) => next.ignored.some(({ file }) => file === one.file)) : counted.ignored;
    const bad: { file: string; why: DraftReview['bad'][number]['why'] }[] = [];
    const difference = await differenceOf(published.value, folder.value, bad);
    return ok({
      folder: folder.value,
      published: published.value,
      people: published.value.people,
      difference: bad.length > 0 ? null : difference,
      bad,
      counted: { ...counted, ignored: strangers },
      next: next && next !== counted ? next : null,
      isOutdated: isOutdated(folder.value, published.value),
    });
  } catch (thrown) {
    return fail(asAppError(thrown));
  }
}

export function isOutdated({ draft }: StagedFolder, published: Published): boolean {
  return draft.head.base !== (draft.kind === 'root' ? (published.root?.version ?? 0) : published.version);
}

/** The newest root in staging that would follow version `base`; null when there is none. */
export async function waitingRoot(
  { share, repository }: Pick<ReviewInput, 'share' | 'repository'>,
  base: number,
): Promise<RootMetadata | null> {
  for (const { read } of await listDrafts(share, repository))
    if (read.ok && read.value.draft.kind === 'root' && read.value.draft.head.base === base) return read.value.draft.root;
  return null;
}

async function findDraft(input: ReviewInput, published: Published): Promise<Result<StagedFolder>> {
  const missing: AppError = { code: 'DRAFT_NOT_FOUND', data: { channel: input.repository, ...(input.id ? { draft: input.id } : {}) } };
  if (input.id !== undefined) {
    const read = await readStaged(input.share, input.repository, input.id);
    return !read.ok && read.error.data.why === 'missing' && read.error.data.file === 'draft' ? fail(missing) : read;
  }
  const drafts = await listDrafts(input.share, input.repository);
  const current = drafts.find(({ read }) => read.ok && !isOutdated(read.value, published));
  const first = current ?? drafts[0];
  return first ? first.read : fail(missing);
}

type Bad = { file: string; why: DraftReview['bad'][number]['why'] }[];

async function differenceOf(published: Published, folder: StagedFolder, bad: Bad): Promise<Difference | null> {
  const { draft } = folder;
  if (draft.kind === 'root') return { kind: 'root', ...compareRoots(published.root, draft.root) };
  const files = await loadAll(draft, folder, bad);
  if (bad.length > 0) return null;
  const before = await publishedFiles(published, draft);
  if (draft.kind === 'directory') {
    const lists = (file: string, field: string, key: string) => compareList(before.get(file), files.get(file), field, key);
    return { kind: 'directory', channels: lists(channelsFile, 'channels', 'id'), people: lists(peopleFile, 'people', 'public') };
  }
  const after = sideOf(files, draft.targets.targets, bad);
  if (!after) return null;
  const difference = compareEditions(sideOf(before, published.state?.targets?.targets ?? new Map(), []), after);
  return { kind: 'edition', ...difference, responses: responsesOf(before.get(responsesName), files.get(responsesName)) };
}

/** Every file of the draft, so that "all of it is there" is said of what is signed, not of a sample. */
async function loadAll(draft: StagedEdition, folder: StagedFolder, bad: Bad): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, entry] of draft.targets.targets) {
    const bytes = await folder.blob(name, entry.sha256, entry.length);
    if (bytes) files.set(name, bytes);
    else bad.push({ file: name, why: 'missing or different' });
  }
  return files;
}

/** Of the published files those that changed or went, and the index; damaged ones are shown as if they were not there. */
async function publishedFiles(published: Published, draft: StagedEdition): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, entry] of published.state?.targets?.targets ?? []) {
    if (draft.targets.targets.get(name)?.sha256 === entry.sha256 && name.endsWith('.md')) continue;
    const bytes = await readPublishedBlob(published, name, entry);
    if (bytes) files.set(name, bytes);
  }
  return files;
}

/** Null when there is no index that can be read, or when it names files that nobody would sign. */
function sideOf(files: ReadonlyMap<string, Uint8Array>, targets: ReadonlyMap<string, TargetEntry>, bad: Bad): EditionSide | null {
  const bytes = files.get('index.json');
  const index = bytes ? readEditionIndex(bytes) : null;
  if (!index?.ok) {
    bad.push({ file: 'index.json', why: 'index' });
    return null;
  }
  for (const { file, sha256 } of [...index.value.guides, ...index.value.images])
    if (targets.get(file)?.sha256 !== sha256) bad.push({ file, why: 'not in the targets' });
  return bad.length > 0 ? null : { index: index.value, bytesOf: (file) => files.get(file) ?? null };
}

function responsesOf(before: Uint8Array | undefined, after: Uint8Array | undefined): ResponsesDifference | null {
  const read = (bytes: Uint8Array | undefined) => (bytes ? readResponses(bytes).responses : noResponses);
  return before || after ? compareResponses(read(before), read(after)) : null;
}

function compareList(before: Uint8Array | undefined, after: Uint8Array | undefined, field: string, key: string): readonly ListChange[] {
  const [old, now] = [entriesOf(before, field, key), entriesOf(after, field, key)];
  const name = (entry: object, id: string) => ('name' in entry && typeof entry.name === 'string' ? entry.name : id);
  return [
    ...[...now].flatMap(([id, entry]): ListChange[] => {
      const was = old.get(id);
      const fields = compareFields(was ?? {}, entry);
      return fields.length === 0 ? [] : [{ name: name(entry, id), change: was ? 'changed' : 'new', fields }];
    }),
    ...[...old].flatMap(([id, entry]): ListChange[] => (now.has(id) ? [] : [{ name: name(entry, id), change: 'removed', fields: [] }])),
  ];
}

/** A person may have more than one entry (editor of two channels): key and channel together are the entry. */
function entriesOf(bytes: Uint8Array | undefined, field: string, key: string): ReadonlyMap<string, object> {
  const parsed = bytes ? readJsonObject(bytes, bytes.length, field) : null;
  const list: unknown = parsed?.ok ? parsed.value[field] : null;
  if (!Array.isArray(list)) return new Map();
  return new Map(
    list
      .filter((entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null)
      .map((entry) => [
        `${String(entry[key])}${key === 'public' && typeof entry.channel === 'string' ? ` (${entry.channel})` : ''}`,
        entry,
      ]),
  );
}
