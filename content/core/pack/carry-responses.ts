// `responses.json` of a folder -> the file of the edition. What must stand in it is another room's to know: whoever builds
// brings the check, and its bytes are carried as they come from it. Refuses to carry what nobody has checked.
import type { Problem } from '../guide/model.ts';
import { responsesName } from './index.ts';
import type { EditionFile } from './model.ts';
import type { DroppedFile, SourceFile } from './sources.ts';

export interface ResponsesFault {
  /** Counted from 1; 0 when it is about the whole file. */
  readonly line: number;
  readonly message: string;
}

/** In the one spelling that is published, or why not. */
export type CheckResponses = (
  bytes: Uint8Array,
) => { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly faults: readonly ResponsesFault[] };

export interface CarriedResponses {
  readonly files: readonly EditionFile[];
  readonly problems: readonly Problem[];
  readonly dropped: readonly DroppedFile[];
}

export function carryResponses(file: SourceFile | null, mode: 'strict' | 'lenient', check: CheckResponses | undefined): CarriedResponses {
  if (!file) return { files: [], problems: [], dropped: [] };
  const dropped = [{ path: file.path, reason: 'not-guidance' }];
  if (!check) return { files: [], problems: [], dropped };
  const checked = check(file.bytes);
  if (checked.ok) return { files: [{ name: responsesName, bytes: checked.bytes }], problems: [], dropped: [] };
  // In a folder nobody here wrote, a file of that name may be anything.
  if (mode === 'lenient') return { files: [], problems: [], dropped };
  const problems = checked.faults.map(
    ({ line, message }): Problem => ({ severity: 'error', rule: 'responses', file: responsesName, line, field: null, message }),
  );
  return { files: [], problems, dropped: [] };
}
