// SHA-256 for the core, which has no crypto of its own.
import { hash } from 'node:crypto';
import type { Sha256 } from '../core/base/ids.ts';

/** The digest in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array | string): Sha256 {
  return hash('sha256', bytes, 'hex') as Sha256;
}
