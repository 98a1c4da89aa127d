// What is to be put into staging -> its files: the exact bytes to sign, the new blobs, and the head last; and the
// file that a signer adds. The reading side is staged.ts.
import { canonicalJson } from '../base/canonical-json.ts';
import type { Sha256Of } from '../base/hash.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { EditionFile } from '../pack/model.ts';
import type { Signable } from './edition.ts';
import {
  type DraftHead,
  type DraftKind,
  draftFile,
  partFile,
  rolesOf,
  type StagedDraft,
  type StagedRole,
  signatureFileName,
  stagedFormat,
} from './staged.ts';

export interface NewDraft {
  readonly kind: DraftKind;
  /** `directory` or a channel's id. */
  readonly repository: string;
  /** Version that is published now; 0 for none. */
  readonly base: number;
  readonly madeAt: Date;
  /** One sentence for the other signers; may be empty. */
  readonly note: string;
  /** `root`; or `targets` and `snapshot`. */
  readonly parts: ReadonlyMap<StagedRole, Signable>;
  /** All files that the draft names, or those of them that are not published yet; empty for roots. */
  readonly files: readonly EditionFile[];
}

/** In the order of writing; paths below the draft's folder. */
export interface StagedFiles {
  readonly id: string;
  readonly blobs: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly parts: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly head: { readonly name: string; readonly bytes: Uint8Array };
}

/** The id ends in the beginning of a digest over what is signed: the same draft made twice has the same id. */
export function stageFiles(draft: NewDraft, sha256: Sha256Of): StagedFiles {
  const parts = rolesOf(draft.kind).map((role) => {
    const part = draft.parts.get(role);
    if (!part) throw new Error(`a draft of kind ${draft.kind} needs the role ${role}`);
    return { name: partFile(role), bytes: part.bytes };
  });
  const seconds = Math.floor(draft.madeAt.getTime() / 1000);
  const digest = sha256(encodeUtf8(parts.map(({ bytes }) => sha256(bytes)).join(' ')));
  const id = `${seconds}-${digest.slice(0, 6)}`;
  const { kind, repository, base, note } = draft;
  const head: DraftHead = { format: stagedFormat, kind, repository, id, base, madeAt: draft.madeAt.toISOString(), note };
  return {
    id,
    blobs: draft.files.map(({ name, bytes }) => ({ name: `${sha256(bytes)}.${name}`, bytes })),
    parts,
    head: { name: draftFile, bytes: encodeUtf8(canonicalJson(head)) },
  };
}

/** What a signer must be: public parts, and a signature in hexadecimal. */
export interface StagedSigner {
  readonly keyid: string;
  readonly key: { readonly keyval: { readonly public: string } };
  sign(bytes: Uint8Array): string;
}

/** The one file that a signer adds: a signature over each part of the draft. */
export function signatureFile(draft: StagedDraft, signer: StagedSigner): { readonly name: string; readonly bytes: Uint8Array } {
  const signatures = Object.fromEntries([...draft.parts].map(([role, { bytes }]) => [role, signer.sign(bytes)]));
  const value = { format: stagedFormat, keyid: signer.keyid, public: signer.key.keyval.public, signatures };
  return { name: signatureFileName(signer.keyid), bytes: encodeUtf8(canonicalJson(value)) };
}
