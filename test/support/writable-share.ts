// A folder of a server that may be written to and fails on demand (write-fs.py), and people who are not root.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type FaultShare, scriptedShare } from './real-share.ts';

export type WriteOp =
  | 'getattr'
  | 'readdir'
  | 'open'
  | 'create'
  | 'read'
  | 'write'
  | 'flush'
  | 'fsync'
  | 'fsyncdir'
  | 'link'
  | 'rename'
  | 'unlink';

export interface WriteFault {
  /** These answer "no such call", as where a share knows no hard links. */
  readonly lacks?: readonly WriteOp[];
  /** These answer "not allowed". */
  readonly deny?: readonly WriteOp[];
  readonly op?: WriteOp;
  /** An errno's name; `delay`; `lost`: carried out, and answered as EIO; `short`: half of a write. */
  readonly kind?: string;
  /** At which call of it, from 1; 0: at each. */
  readonly nth?: number;
  readonly ms?: number;
  readonly match?: string;
}

export interface WritableShare extends FaultShare<WriteFault> {
  /** The fault that was set last has happened. */
  struck(): boolean;
}

/** @param home an empty folder. */
export async function writableShare(home: string): Promise<WritableShare> {
  const share = await scriptedShare<WriteFault>(home, 'write-fs.py');
  const sign = path.join(home, 'control.json.struck');
  return {
    ...share,
    set(fault) {
      rmSync(sign, { force: true });
      share.set(fault);
    },
    struck: () => existsSync(sign),
  };
}

/** As who a process is started that root's rights would tell nothing; for everybody else, as who they are. */
export const somebody: { readonly uid?: number; readonly gid?: number } = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
