// Drafts on a share that wait for signatures: written with the head last, listed, read bounded and without links,
// and signed by adding one file for each person. Nothing here is ever changed once it is written, and nothing is
// believed: who signed is counted by core/publish/staged.ts.
import path from 'node:path';
import { AppFault, asAppError } from '../core/base/error.ts';
import type { Sha256 } from '../core/base/ids.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { type NewDraft, type StagedSigner, signatureFile, stageFiles } from '../core/publish/stage.ts';
import { isDraftId, isRepository, readDraft, type StagedDraft } from '../core/publish/staged.ts';
import { metadataBytes, trustLimits } from '../core/trust/limits.ts';
import { refuse } from '../core/trust/read-json.ts';
import { type ExclusiveWrite, writeExclusive, writeReplacing } from './exclusive-write.ts';
import { errnoOf, shareFault } from './faults.ts';
import { sha256 } from './hash.ts';
import { rawFs } from './raw-fs.ts';
import { joinNames } from './safe-path.ts';
import { openShare, type ShareFolder } from './share.ts';
import { verifySignature } from './verify-signature.ts';

/** Folders and names below the share. */
export const stagingFolder = (repository: string): readonly string[] => ['staging', repository];
/** Where a repository is published below the share. */
export const repositoryFolder = (repository: string): readonly string[] =>
  repository === 'directory' ? ['directory'] : ['channels', repository];

/** A folder of drafts or of signatures holds tens of names; beyond this somebody is filling it. */
const maxNames = 1_000;
const fileBytes = metadataBytes.targets;

export interface StagedFolder {
  readonly id: string;
  readonly draft: StagedDraft;
  /** Files whose names begin with `sig`, by name: what `countSigners` takes. */
  readonly signatures: ReadonlyMap<string, Uint8Array>;
  /** Other names in the folder that no draft has (conflict copies, leftovers). */
  readonly strange: readonly string[];
  /** A blob by its name and digest: from the draft, else from what is published; null when neither matches its digest. */
  blob(name: string, digest: Sha256, length: number): Promise<Uint8Array | null>;
}

export interface ListedDraft {
  readonly id: string;
  /** A draft that is still arriving (INCOMPLETE) or is none (MALFORMED …) says so. */
  readonly read: Result<StagedFolder>;
}

/** @returns the draft's id. Blobs that are published already, whole, are not written again. Throws AppFault. */
export async function writeDraft(share: string, draft: NewDraft): Promise<string> {
  const files = stageFiles(draft, sha256);
  const opened = openShare(share);
  const folder = joinNames(opened.root, ...stagingFolder(checked(draft.repository)), files.id);
  try {
    for (const { name, bytes } of files.blobs) {
      const published = await readBlob(opened, repositoryFolder(draft.repository), name, bytes.length);
      if (published && Buffer.from(bytes).equals(published)) continue;
      const file = joinNames(folder, 'targets', name);
      // Bytes that do not match their own name are a copy that was cut.
      if ((await writeExclusive(file, bytes)) === 'differs') await writeReplacing(file, bytes);
    }
    for (const { name, bytes } of [...files.parts, files.head]) await writeOnce(joinNames(folder, name), bytes);
  } catch (thrown) {
    throw shareFault(thrown);
  }
  return files.id;
}

/** Newest first. Throws SHARE_UNREACHABLE or SHARE_DENIED. */
export async function listDrafts(share: string, repository: string): Promise<readonly ListedDraft[]> {
  const opened = openShare(share);
  const folder = opened.folder(...stagingFolder(checked(repository)));
  if (folder === null) return [];
  const ids = namesIn(folder)
    .filter(isDraftId)
    .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10) || (a < b ? 1 : -1));
  const drafts: ListedDraft[] = [];
  for (const id of ids) drafts.push({ id, read: await readStaged(share, repository, id) });
  return drafts;
}

/** INCOMPLETE while it is not there or not whole, MALFORMED for what is no draft; SHARE_… when the share fails. */
export async function readStaged(share: string, repository: string, id: string): Promise<Result<StagedFolder>> {
  try {
    if (!isDraftId(id)) return refuse('MALFORMED', 'draft', 'id');
    const opened = openShare(share);
    const folder = opened.folder(...stagingFolder(checked(repository)), id);
    if (folder === null) return refuse('INCOMPLETE', 'draft', 'missing');
    const files = new Map<string, Uint8Array>();
    const signatures = new Map<string, Uint8Array>();
    const strange: string[] = [];
    for (const name of namesIn(folder)) {
      if (name === 'targets' || name.startsWith('review.') || name.endsWith('.tmp')) continue;
      const isSignature = name.startsWith('sig');
      if (!isSignature && !/^draft(?:\.(?:root|targets|snapshot))?\.json$/.test(name)) {
        strange.push(name);
        continue;
      }
      const bytes = await readQuietly(opened, folder, name);
      if (bytes) (isSignature ? signatures : files).set(name, bytes);
    }
    const draft = readDraft(files);
    if (!draft.ok) return draft;
    const { head } = draft.value;
    // A folder copied elsewhere, or renamed, is not the draft it says it is.
    if (head.id !== id || head.repository !== repository) return refuse('MALFORMED', 'draft.json', 'place');
    const blob = async (name: string, digest: Sha256, length: number): Promise<Uint8Array | null> => {
      if (length > trustLimits.fileBytes) return null;
      for (const place of [[...stagingFolder(repository), id], repositoryFolder(repository)]) {
        const bytes = await readBlob(opened, place, `${digest}.${name}`, length);
        if (bytes && bytes.length === length && sha256(bytes) === digest) return bytes;
      }
      return null;
    };
    return ok({ id, draft: draft.value, signatures, strange, blob });
  } catch (thrown) {
    return fail(asAppError(thrown));
  }
}

export interface AddedSignature {
  /** Name of the file. */
  readonly file: string;
  /** `kept`: this person had signed already. */
  readonly outcome: Exclude<ExclusiveWrite, 'differs'>;
}

/**
 * Signs what is staged now and writes the signer's one file. Whether the signer's key counts is the caller's to ask
 * first (`countSigners`). A file of that name with another's or half a signature in it is replaced: it is nobody's.
 */
export async function addSignature(share: string, repository: string, id: string, signer: StagedSigner): Promise<Result<AddedSignature>> {
  const staged = await readStaged(share, repository, id);
  if (!staged.ok) return staged;
  const { name, bytes } = signatureFile(staged.value.draft, signer);
  for (const [role, { bytes: part }] of staged.value.draft.parts)
    if (!verifySignature(signer.key.keyval.public, part, signer.sign(part))) return refuse('MALFORMED', `draft.${role}.json`, 'signature');
  try {
    const file = joinNames(openShare(share).root, ...stagingFolder(repository), id, name);
    const outcome = await writeExclusive(file, bytes);
    if (outcome !== 'differs') return ok({ file: name, outcome });
    await writeReplacing(file, bytes);
    return ok({ file: name, outcome: 'written' });
  } catch (thrown) {
    return fail(shareFault(thrown).toAppError());
  }
}

async function writeOnce(file: string, bytes: Uint8Array): Promise<void> {
  if ((await writeExclusive(file, bytes)) === 'differs')
    throw new AppFault('MALFORMED', { file: path.basename(file), why: 'there already and different' });
}

function checked(repository: string): string {
  if (!isRepository(repository)) throw new AppFault('MALFORMED', { file: 'repository', why: 'name' });
  return repository;
}

/** A folder's names, without order. Throws SHARE_UNREACHABLE, SHARE_DENIED or TOO_LARGE. */
export function namesIn(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = rawFs.readdirSync(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw shareFault(error);
  }
  if (names.length > maxNames) throw new AppFault('TOO_LARGE', { file: path.basename(folder), why: 'names' });
  return names;
}

/** Null for what cannot be read as a file (a folder or a link of that name). */
async function readQuietly(share: ShareFolder, folder: string, name: string): Promise<Uint8Array | null> {
  try {
    const bytes = await share.read(folder, name, fileBytes);
    return bytes && bytes.length <= fileBytes ? bytes : null;
  } catch (thrown) {
    if (thrown instanceof AppFault && thrown.code === 'MALFORMED') return null;
    throw thrown;
  }
}

async function readBlob(share: ShareFolder, place: readonly string[], name: string, length: number): Promise<Uint8Array | null> {
  const folder = share.folder(...place, 'targets');
  return folder === null ? null : share.read(folder, name, length);
}
