// The core has no crypto of its own: whoever calls it passes the hash in.
import type { Sha256 } from './ids.ts';

export type Sha256Of = (bytes: Uint8Array) => Sha256;
