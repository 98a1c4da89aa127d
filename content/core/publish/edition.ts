// Files of an edition -> what is to be signed, and with the signatures -> the files of a TUF repository.
// Targets and snapshot are drafted together, so that a person signs both in one act; the timestamp comes last.
import type { Sha256Of } from '../base/hash.ts';
import type { EditionFile } from '../pack/model.ts';
import type { JsonObject } from '../trust/read-json.ts';
import {
  type FileSignature,
  metadataFile,
  type SignedFile,
  signableBytes,
  snapshotSigned,
  targetsSigned,
  timestampSigned,
} from './metadata.ts';
import { dayMs, validDays } from './roles.ts';

/** Something to be signed: `bytes` is exactly what goes under the signature. */
export interface Signable {
  readonly signed: JsonObject;
  readonly bytes: Uint8Array;
}

export interface EditionDraft {
  /** UTC seconds; also the version of the snapshot. */
  readonly version: number;
  readonly files: readonly SignedFile[];
  readonly targets: Signable;
  readonly snapshot: Signable;
}

/** A finished repository: everything that stands in its two folders. */
export interface Repository {
  /** First to newest, consecutive. */
  readonly roots: readonly Uint8Array[];
  readonly version: number;
  readonly targets: Uint8Array;
  readonly snapshot: Uint8Array;
  readonly timestamp: Uint8Array;
  readonly files: readonly EditionFile[];
}

export function signable(signed: JsonObject): Signable {
  return { signed, bytes: signableBytes(signed) };
}

/**
 * @param version UTC seconds at drafting; must be higher than the last one (`nextVersion`).
 * @param basedOn versions these files were made from; null says nothing about it.
 */
export function draftEdition(
  files: readonly EditionFile[],
  version: number,
  sha256: Sha256Of,
  basedOn: readonly number[] | null = null,
): EditionDraft {
  const entries = files.map(({ name, bytes }) => ({ name, length: bytes.length, sha256: sha256(bytes) }));
  const until = (days: number) => new Date(version * 1000 + days * dayMs);
  return {
    version,
    files: entries,
    targets: signable(targetsSigned(version, until(validDays.targets), entries, basedOn)),
    snapshot: signable(snapshotSigned(version, until(validDays.snapshot), version)),
  };
}

/** @param days of validity, of a channel's or the directory's timestamp. */
export function draftTimestamp(
  snapshot: { readonly version: number; readonly file: Uint8Array },
  version: number,
  days: number,
  sha256: Sha256Of,
): Signable {
  return signable(timestampSigned(version, new Date(version * 1000 + days * dayMs), snapshot, sha256));
}

export function signedFile(draft: Signable, signatures: readonly FileSignature[]): Uint8Array {
  return metadataFile(draft.signed, signatures);
}

/** Seconds of `now`, but always above `last`: two publishes in one second must not share a version. */
export function nextVersion(now: Date, last: number): number {
  return Math.max(Math.floor(now.getTime() / 1000), last + 1);
}
