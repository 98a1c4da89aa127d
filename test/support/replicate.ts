// Brings two folders together as a replicator does that has been away: every file to both, of two that differ the one
// that was written later, whichever side it is on (trust.md 2 (c): the last writer wins for each file).
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export function replicate(one: string, two: string): void {
  for (const name of new Set([...filesOf(one), ...filesOf(two)])) {
    const [a, b] = [path.join(one, name), path.join(two, name)];
    const from = !existsSync(b) || (existsSync(a) && statSync(a).mtimeMs >= statSync(b).mtimeMs) ? a : b;
    cpSync(from, from === a ? b : a, { preserveTimestamps: true });
  }
}

const filesOf = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
