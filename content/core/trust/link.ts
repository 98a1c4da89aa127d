// Whether bytes are what signed metadata said they would be: length first, then every hash that can be checked.
import type { AppError } from '../base/error.ts';
import type { Sha256Of } from '../base/hash.ts';
import type { MetaLink } from './metadata.ts';
import { refuse } from './read-json.ts';
import type { StrictFile } from './strict-targets.ts';

export interface Hashing {
  readonly sha256: Sha256Of;
  readonly sha512?: (bytes: Uint8Array) => string;
}

type Refusal = { readonly ok: false; readonly error: AppError };

function checkLength(bytes: Uint8Array, length: number, file: string): Refusal | null {
  if (bytes.length < length) return refuse('INCOMPLETE', file, 'short');
  return bytes.length > length ? refuse('TAMPERED', file, 'long') : null;
}

/** 5.5.2, 5.6.2. Length before hash, so that a half copy is told from a changed file. */
export function checkLink(hashing: Hashing, bytes: Uint8Array, link: MetaLink, file: string): Refusal | null {
  const wrong = link.length === null ? null : checkLength(bytes, link.length, file);
  if (wrong) return wrong;
  if (link.sha256 !== null && hashing.sha256(bytes) !== link.sha256) return refuse('TAMPERED', file, 'hash');
  if (link.sha512 !== null && hashing.sha512?.(bytes) !== link.sha512) return refuse('TAMPERED', file, 'hash');
  return null;
}

/** 5.7.2: a target's length and every hash known here; one that names only unknown algorithms is refused. */
export function checkTarget(hashing: Hashing, bytes: Uint8Array, target: StrictFile, file: string): Refusal | null {
  const wrong = checkLength(bytes, target.length, file);
  if (wrong) return wrong;
  const known: readonly (readonly [string, () => string | undefined])[] = [
    ['sha256', () => hashing.sha256(bytes)],
    ['sha512', () => hashing.sha512?.(bytes)],
  ];
  const checked = known.filter(([name]) => target.hashes.has(name));
  if (checked.length === 0) return refuse('MALFORMED', file, 'hashes');
  return checked.every(([name, digest]) => digest() === target.hashes.get(name)) ? null : refuse('TAMPERED', file, 'hash');
}
