// A zip from anywhere -> its files, all of it bounded before use. Takes only the plain form that `zip-write.ts` makes: entry
// after entry with nothing before, between, behind or beside them, so that no two programs can read it differently. Writes
// nothing. Refuses links, folders, encryption, zip64, comments, extra fields, and names that are more than a name.
import { fail, type Result } from '../core/base/result.ts';

export interface ZipLimits {
  /** Of the archive itself. */
  readonly bytes: number;
  readonly files: number;
  /** Of all that comes out. */
  readonly inflated: number;
  readonly nameBytes: number;
  /** Most that may come out under this name; null: nobody has such a file. */
  readonly bytesOf: (name: string) => number | null;
}

export type ZipRefusal = 'not-a-zip' | 'too-many-files' | 'file-name' | 'too-large';

export interface ZippedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Never throws. */
export async function readZip(_bytes: Uint8Array, _limits: ZipLimits): Promise<Result<readonly ZippedFile[], ZipRefusal>> {
  return fail('not-a-zip');
}
