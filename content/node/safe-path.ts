// Joins a trusted folder with a name from outside. Names are checked as names, never as URLs or paths: what
// is not one plain file name is refused before it meets the file system (trust.md 1.5).
import path from 'node:path';
import { AppFault } from '../core/base/error.ts';

/** One path segment: no separator of any system, no drive, no control character, not "." or "..". */
export function isPlainName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  return name.length > 0 && name.length <= 255 && name !== '.' && name !== '..' && !/[/\\:*?"<>|\u0000-\u001f]/.test(name);
}

/** `folder` joined with each name. Throws MALFORMED for a name that is not plain. */
export function joinNames(folder: string, ...names: readonly string[]): string {
  let joined = folder;
  for (const name of names) {
    if (!isPlainName(name)) throw new AppFault('MALFORMED', { why: 'name' });
    // Plain names need no normalising, which would take longer than reading a small file.
    joined += joined.endsWith(path.sep) ? name : path.sep + name;
  }
  return joined;
}

/** Whether `inner` lies in `outer` or is it; both as real, absolute paths. Compared with the separator on. */
export function isInside(outer: string, inner: string): boolean {
  const relative = path.relative(outer, inner);
  return relative === '' || (!path.isAbsolute(relative) && relative !== '..' && !relative.startsWith(`..${path.sep}`));
}
