// A draft that waits for signatures, as it lies in staging, read back from bytes. A draft whose parts are not the
// exact bytes that are signed is refused whole. Who signed it is counted by staged-signers.ts.
import { canonicalJson } from '../base/canonical-json.ts';
import { ok, type Result } from '../base/result.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import { metadataBytes } from '../trust/limits.ts';
import { parseMetadata, type RootMetadata, type SnapshotMetadata, type TargetsMetadata } from '../trust/metadata.ts';
import { readJsonObject, refuse } from '../trust/read-json.ts';
import type { Signable } from './edition.ts';
import { metadataFile } from './metadata.ts';

/** Version of `draft.json` and `sig.<keyid>.json`. */
export const stagedFormat = 1;
export const draftFile = 'draft.json';

export type StagedRole = 'root' | 'targets' | 'snapshot';
/** `edition`: a channel's guides. `directory`: the list of channels. `root`: the keys of either. */
export type DraftKind = 'edition' | 'root' | 'directory';

export interface DraftHead {
  readonly format: typeof stagedFormat;
  readonly kind: DraftKind;
  /** `directory` or a channel's id. */
  readonly repository: string;
  /** `<UTC seconds>-<6 hex>`. */
  readonly id: string;
  /** Version that was published when the draft was made (of the root, or of the targets); 0 for none. */
  readonly base: number;
  /** ISO time. */
  readonly madeAt: string;
  readonly note: string;
}

interface Staged {
  readonly head: DraftHead;
  /** What each signer signs, by role. */
  readonly parts: ReadonlyMap<StagedRole, Signable>;
}
export interface StagedRoot extends Staged {
  readonly kind: 'root';
  readonly root: RootMetadata;
}
export interface StagedEdition extends Staged {
  readonly kind: 'edition' | 'directory';
  readonly targets: TargetsMetadata;
  readonly snapshot: SnapshotMetadata;
}
export type StagedDraft = StagedRoot | StagedEdition;

export const isDraftId = (text: string): boolean => /^\d{1,12}-[0-9a-f]{6}$/.test(text);
export const partFile = (role: StagedRole): string => `draft.${role}.json`;
export const signatureFileName = (keyid: string): string => `sig.${keyid}.json`;
export const rolesOf = (kind: DraftKind): readonly StagedRole[] => (kind === 'root' ? ['root'] : ['targets', 'snapshot']);

/** Small lists of short words; more is no draft of ours. */
const headBytes = 16 * 1024;
const noteLength = 2_000;

/**
 * @param files the draft's folder by name; names that do not belong to it are not looked at.
 * INCOMPLETE while parts are missing or cut, MALFORMED for what is not a draft, TOO_LARGE, APP_TOO_OLD.
 */
export function readDraft(files: ReadonlyMap<string, Uint8Array>): Result<StagedDraft> {
  const headFile = files.get(draftFile);
  if (!headFile) return refuse('INCOMPLETE', draftFile, 'missing');
  const head = readHead(headFile);
  if (!head.ok) return head;
  const { kind, base } = head.value;
  const parts = new Map<StagedRole, Signable>();
  const whole = new Map<StagedRole, Uint8Array>();
  for (const role of rolesOf(kind)) {
    const bytes = files.get(partFile(role));
    if (!bytes) return refuse('INCOMPLETE', partFile(role), 'missing');
    const signed = readJsonObject(bytes, metadataBytes[role], partFile(role));
    if (!signed.ok) return signed;
    // What is signed is the canonical form; a file that was indented or edited is not what was reviewed.
    if (!isCanonical(signed.value, bytes)) return refuse('MALFORMED', partFile(role), 'canonical');
    parts.set(role, { signed: signed.value, bytes });
    whole.set(role, metadataFile(signed.value, []));
  }
  if (kind === 'root') {
    const root = parseMetadata('root', whole.get('root') as Uint8Array, 'product');
    if (!root.ok) return root;
    // TUF 5.3.5: readers take roots one after another.
    if (root.value.version !== base + 1) return refuse('MALFORMED', partFile('root'), 'version');
    return ok({ kind, head: head.value, parts, root: root.value });
  }
  const targets = parseMetadata('targets', whole.get('targets') as Uint8Array, 'product');
  if (!targets.ok) return targets;
  const snapshot = parseMetadata('snapshot', whole.get('snapshot') as Uint8Array, 'product');
  if (!snapshot.ok) return snapshot;
  const { version } = targets.value;
  const link = snapshot.value.meta.get('targets.json');
  if (version <= base || snapshot.value.version <= base) return refuse('MALFORMED', partFile('targets'), 'version');
  if (link?.version !== version || snapshot.value.meta.size !== 1) return refuse('MALFORMED', partFile('snapshot'), 'targets');
  return ok({ kind, head: head.value, parts, targets: targets.value, snapshot: snapshot.value });
}

function readHead(bytes: Uint8Array): Result<DraftHead> {
  const parsed = readJsonObject(bytes, headBytes, draftFile);
  if (!parsed.ok) return parsed;
  const { format, kind, repository, id, base, madeAt, note } = parsed.value;
  if (typeof format === 'number' && format > stagedFormat) return refuse('APP_TOO_OLD', draftFile, 'format');
  if (format !== stagedFormat) return refuse('MALFORMED', draftFile, 'format');
  if (kind !== 'edition' && kind !== 'root' && kind !== 'directory') return refuse('MALFORMED', draftFile, 'kind');
  if (typeof repository !== 'string' || !isRepository(repository)) return refuse('MALFORMED', draftFile, 'repository');
  if (kind !== 'root' && (kind === 'directory') !== (repository === 'directory')) return refuse('MALFORMED', draftFile, 'kind');
  if (typeof id !== 'string' || !isDraftId(id)) return refuse('MALFORMED', draftFile, 'id');
  if (typeof base !== 'number' || !Number.isSafeInteger(base) || base < 0) return refuse('MALFORMED', draftFile, 'base');
  if (typeof madeAt !== 'string' || Number.isNaN(Date.parse(madeAt))) return refuse('MALFORMED', draftFile, 'madeAt');
  if (typeof note !== 'string' || note.length > noteLength) return refuse('MALFORMED', draftFile, 'note');
  return ok({ format, kind, repository, id, base, madeAt, note });
}

export function isRepository(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/.test(text);
}

function isCanonical(value: object, bytes: Uint8Array): boolean {
  try {
    return canonicalJson(value) === decodeUtf8(bytes);
  } catch {
    return false;
  }
}
