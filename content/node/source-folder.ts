// Reads a folder of authored guides for building: bounded, without following links, and without losing a file
// silently: what is not read is reported with its path and the reason.
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/guide/model.ts';
import { packLimits } from '../core/pack/model.ts';
import { errnoOf } from './faults.ts';

export interface SourceFile {
  /** Below the folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface SourceFolder {
  /** In path order. */
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

/** Folders that hold tools' own things, never guidance. */
const toolFolders = new Set(['.git', '.github', '.hg', '.svn', 'node_modules']);
/** What file managers and editors leave behind. */
const leftovers = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|~\$.*|.*~|\..*\.swp)$/i;
/** Deeper folders are a loop of mounts, not a guide. */
const maxDepth = 32;

/** Throws the system's error when the folder itself cannot be read. */
export function readSourceFolder(folder: string): SourceFolder {
  const files: SourceFile[] = [];
  const problems: Problem[] = [];
  let total = 0;
  const leaveOut = (file: string, severity: Problem['severity'], rule: string, message: string) =>
    problems.push({ severity, rule, file, line: 0, field: null, message });

  const walk = (relative: string, depth: number): void => {
    const entries = readdirSync(path.join(folder, relative), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inside = relative ? `${relative}/${entry.name}` : entry.name;
      if (entry.isSymbolicLink()) leaveOut(inside, 'warning', 'source-link', 'Left out: links are not followed.');
      else if (entry.isDirectory()) {
        if (toolFolders.has(entry.name)) leaveOut(inside, 'hint', 'source-tool', 'Left out: a tool keeps its own files here.');
        else if (depth >= maxDepth) leaveOut(inside, 'error', 'source-depth', `Left out: more than ${maxDepth} folders deep.`);
        else guard(inside, () => walk(inside, depth + 1));
      } else if (!entry.isFile()) leaveOut(inside, 'warning', 'source-kind', 'Left out: not an ordinary file.');
      else if (leftovers.test(entry.name))
        leaveOut(inside, 'hint', 'source-leftover', 'Left out: a leftover of an editor or file manager.');
      else guard(inside, () => add(inside));
    }
  };
  const add = (inside: string): void => {
    if (files.length >= packLimits.files) {
      leaveOut(inside, 'error', 'source-files', `Left out: a pack holds at most ${packLimits.files} files.`);
      return;
    }
    const bytes = readBounded(path.join(folder, inside), packLimits.fileBytes);
    if (bytes === null) leaveOut(inside, 'error', 'source-size', `Left out: larger than ${packLimits.fileBytes / 1024 / 1024} MB.`);
    else if (total + bytes.length > packLimits.packBytes)
      leaveOut(inside, 'error', 'source-total', `Left out: the pack would be larger than ${packLimits.packBytes / 1024 / 1024} MB.`);
    else {
      total += bytes.length;
      files.push({ path: inside, bytes });
    }
  };
  const guard = (inside: string, run: () => void): void => {
    try {
      run();
    } catch (error) {
      leaveOut(inside, 'error', 'source-read', `Left out: it could not be read (${errnoOf(error) || 'unknown'}).`);
    }
  };
  walk('', 0);
  return { files, problems };
}

/** Null when there is more than `maxBytes`. The file is opened once: what is measured is what is read. */
function readBounded(file: string, maxBytes: number): Uint8Array | null {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    if (size > maxBytes) return null;
    const bytes = Buffer.alloc(size);
    let done = 0;
    while (done < size) {
      const got = readSync(handle, bytes, done, size - done, null);
      if (got === 0) break;
      done += got;
    }
    return bytes.subarray(0, done);
  } finally {
    closeSync(handle);
  }
}
