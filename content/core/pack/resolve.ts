// Links between files of a folder nobody here wrote -> the file that is meant. Knows relative paths, site paths
// (`/topics/design/`), names without extension or folder, and gives up where two files could be meant.

export interface Resolver {
  /** The path of a file of the folder, or null. `from` is the path of the file that holds the link. */
  find(href: string, from: string): string | null;
}

// Site paths leave out the folders that builders keep their sources in; deeper than this nothing is written in links.
const maxTail = 6;

export function createResolver(paths: readonly string[]): Resolver {
  const exact = new Map<string, string>();
  /** Ends of paths; null where two files share one. */
  const tails = new Map<string, string | null>();
  for (const path of paths) {
    const key = keyOf(path);
    if (!exact.has(key)) exact.set(key, path);
    const parts = key.split('/');
    for (let count = 1; count <= Math.min(maxTail, parts.length); count++) {
      const tail = parts.slice(-count).join('/');
      const other = tails.get(tail);
      tails.set(tail, other === undefined || other === path ? path : null);
    }
  }
  return {
    find(href, from) {
      const written = href.split(/[?#]/)[0] ?? '';
      if (written === '' || /^[a-z][a-z0-9+.-]*:|^\/\/|\\/i.test(written)) return null;
      const target = decode(written);
      if (target === null) return null;
      if (!target.startsWith('/')) {
        const near = exact.get(keyOf(`${from.split('/').slice(0, -1).join('/')}/${target}`));
        if (near !== undefined) return near;
      }
      const key = keyOf(target);
      return key === '' ? null : (exact.get(key) ?? tails.get(key) ?? null);
    },
  };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A path without dots, markdown extension, index name, date and case: what links to it have in common. */
function keyOf(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part.toLowerCase());
  }
  const last = (parts.pop() ?? '').replace(/\.(?:md|markdown|mdown|mkd|html?)$/, '');
  if (!/^_?(?:index|readme|default)$/.test(last)) parts.push(last.replace(/^\d{4}-\d\d-\d\d-(?=.)/, ''));
  return parts.join('/');
}
