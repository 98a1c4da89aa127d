// Small files of the store that notice their own damage: the first line is the SHA-256 of all that follows.
import { readFileSync } from 'node:fs';
import { writeAtomic } from './atomic-write.ts';
import { errnoOf } from './faults.ts';
import { sha256 } from './hash.ts';

const digestLength = 64;

/** The text, `null` when the file is not there or is not what was written. Throws other errors of the system. */
export function readSealed(file: string): string | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
  const body = bytes.subarray(digestLength + 1);
  return sha256(body) === bytes.toString('latin1', 0, digestLength) ? body.toString('utf8') : null;
}

/** @param flush false for what is a copy of something that is flushed. */
export async function writeSealed(file: string, body: string, flush = true): Promise<void> {
  await writeAtomic(file, seal(body), flush);
}

export function seal(body: string): string {
  return `${sha256(body)}\n${body}`;
}
