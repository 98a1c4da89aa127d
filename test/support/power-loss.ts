// Plays a power cut on a folder: what was recorded of a program's writes is carried out up to the cut, and of what was
// not flushed by then any part may be missing, in any order: writes of a file are there, lost or zeroes, and names
// that were made, moved or removed are so or not. Folders themselves are taken as there.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Chance } from './torture.ts';

export type DiskOp =
  | readonly ['open', id: number, name: string, isNew: boolean]
  | readonly ['write', id: number, at: number, base64: string]
  | readonly ['truncate', id: number, size: number]
  /** `until`: how many operations there had been when it began. */
  | readonly ['flush', id: number, until: number]
  | readonly ['flush-folder', name: string]
  | readonly ['rename', from: string, to: string]
  | readonly ['rm', name: string];

interface Change {
  readonly index: number;
  readonly at: number;
  /** Null for a cut to the length `at`. */
  readonly bytes: Buffer | null;
}

interface FileOnDisk {
  flushed: Buffer;
  pending: Change[];
}

interface NameChange {
  readonly folder: string;
  readonly make: (names: Map<string, FileOnDisk>) => void;
}

/** Files below a folder, as they were before the recording; all of them flushed. */
export function filesBefore(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(path.join(folder, name))]));
}

/** @returns files by name as they may be found after the power comes back. */
export function afterCut(before: ReadonlyMap<string, Buffer>, ops: readonly DiskOp[], cut: number, chance: Chance): Map<string, Buffer> {
  /** As the program sees it, and as the disk is sure to have it. */
  const seen = new Map<string, FileOnDisk>([...before].map(([name, flushed]) => [name, { flushed, pending: [] }]));
  const sure = new Map(seen);
  const byId = new Map<number, FileOnDisk>();
  let waiting: NameChange[] = [];
  const change = (name: string, make: NameChange['make']): void => {
    make(seen);
    waiting.push({ folder: path.dirname(name), make });
  };
  ops.slice(0, cut).forEach((op, index) => {
    switch (op[0]) {
      case 'open': {
        const file = (op[3] ? undefined : seen.get(op[2])) ?? { flushed: Buffer.alloc(0), pending: [] };
        byId.set(op[1], file);
        if (op[3]) change(op[2], (names) => names.set(op[2], file));
        return;
      }
      case 'write':
      case 'truncate':
        byId.get(op[1])?.pending.push({ index, at: op[2], bytes: op[0] === 'write' ? Buffer.from(op[3], 'base64') : null });
        return;
      case 'flush': {
        const file = byId.get(op[1]);
        if (!file) return;
        file.flushed = carriedOut(file.flushed, file.pending, (one) => (one.index < op[2] ? 'done' : 'lost'));
        file.pending = file.pending.filter((one) => one.index >= op[2]);
        return;
      }
      case 'flush-folder':
        for (const one of waiting) if (one.folder === (op[1] === '' ? '.' : op[1])) one.make(sure);
        waiting = waiting.filter((one) => one.folder !== (op[1] === '' ? '.' : op[1]));
        return;
      case 'rename': {
        const file = seen.get(op[1]);
        if (!file) return;
        change(op[2], (names) => {
          names.delete(op[1]);
          names.set(op[2], file);
        });
        return;
      }
      case 'rm':
        change(op[1], (names) => names.delete(op[1]));
    }
  });
  const isEager = chance.in100(25);
  for (const one of waiting) if (isEager || chance.in100(50)) one.make(sure);
  return new Map([...new Set(sure.entries())].map(([name, file]) => [name, asFound(file, chance)]));
}

function asFound({ flushed, pending }: FileOnDisk, chance: Chance): Buffer {
  const way = chance.pick(['all', 'none', 'start', 'some', 'zeroes'] as const);
  const until = chance.int(pending.length + 1);
  return carriedOut(flushed, pending, (_, at) => {
    if (way === 'all') return 'done';
    if (way === 'none') return 'lost';
    if (way === 'start') return at < until ? 'done' : 'lost';
    if (way === 'some') return chance.in100(50) ? 'done' : 'lost';
    return at < until ? 'done' : 'zeroes';
  });
}

function carriedOut(start: Buffer, changes: readonly Change[], how: (one: Change, at: number) => 'done' | 'lost' | 'zeroes'): Buffer {
  let bytes = start;
  changes.forEach((one, index) => {
    const fate = how(one, index);
    if (fate === 'lost') return;
    if (one.bytes === null) {
      bytes = bytes.subarray(0, one.at);
      return;
    }
    const end = one.at + one.bytes.length;
    const grown = Buffer.alloc(Math.max(bytes.length, end));
    bytes.copy(grown);
    if (fate === 'done') one.bytes.copy(grown, one.at);
    bytes = grown;
  });
  return bytes;
}

export function putFiles(folder: string, files: ReadonlyMap<string, Buffer>): void {
  for (const [name, bytes] of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
}
