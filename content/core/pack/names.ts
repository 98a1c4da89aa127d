// Names of an edition's files (trust.md 1.5): flat, lower-case ASCII, safe on every file system, never a Windows
// device. Any path can be flattened to such a name, and two paths never to the same one.
import { isTargetName } from '../base/target-name.ts';

/** Longest target name in characters: keeps the share's paths below 260 for Windows. */
export const maxNameLength = 64;

/** The valid name nearest to a path; folders become part of it. Not unique: see `createNamer`. */
export function flatName(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const last = parts.pop() ?? '';
  const dot = last.lastIndexOf('.');
  const extension = dot > 0 ? clean(last.slice(dot + 1)).slice(0, 8) : '';
  const stem = clean([...parts, dot > 0 ? last.slice(0, dot) : last].join('-')) || 'file';
  return join(stem, extension);
}

/**
 * Gives each path its own valid name, the same for the same paths in the same order.
 * @param taken names that are spoken for, such as `index.json`.
 */
export function createNamer(taken: Iterable<string>): (path: string) => string {
  const used = new Set(taken);
  const counts = new Map<string, number>();
  return (path) => {
    const first = flatName(path);
    const dot = first.lastIndexOf('.');
    const [stem, extension] = dot > 0 ? [first.slice(0, dot), first.slice(dot + 1)] : [first, ''];
    let count = counts.get(first) ?? 1;
    let name = count === 1 ? first : join(stem, extension, `-${count}`);
    while (used.has(name)) name = join(stem, extension, `-${++count}`);
    counts.set(first, count + 1);
    used.add(name);
    return name;
  };
}

function clean(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
}

/** Cuts the stem, never the number or the extension. */
function join(stem: string, extension: string, number = ''): string {
  const tail = `${number}${extension === '' ? '' : `.${extension}`}`;
  const cut = stem.slice(0, maxNameLength - tail.length - 2).replace(/[^a-z0-9]+$/, '');
  const name = `${cut}${tail}`;
  // "con.md" opens the console on Windows: the only names made here that the rule can refuse.
  return isTargetName(name) ? name : `${cut}-x${tail}`;
}
