// What a file that says nothing about itself is called: id and title from its path, summaries cut at a word.
import { type GuideId, isGuideId } from '../base/ids.ts';

const indexNames = /^_?(?:index|readme|default)$/i;

/** The last telling part of a path: `topics/design/_index.md` is `design`. */
function stemOf(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const stem = (parts.pop() ?? '').replace(/\.[a-z0-9]{1,10}$/i, '');
  return indexNames.test(stem) ? (parts.pop() ?? stem) : stem;
}

/** Any text as an id: lower-case ASCII words joined by hyphens, 60 characters at most; `fallback` when nothing is left. */
export function idFromText(text: string, fallback = 'guide'): GuideId {
  const id = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return (isGuideId(id) ? id : fallback) as GuideId;
}

export function idFromPath(path: string): GuideId {
  return idFromText(stemOf(path));
}

export function titleFromPath(path: string): string {
  const words = stemOf(path)
    .replace(/^\d{4}-\d\d-\d\d-/, '')
    .replace(/[-_.\s]+/g, ' ')
    .trim();
  return words === '' ? 'Untitled' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Cut at a word, with an ellipsis, so that the result has at most `most` UTF-16 units. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}
