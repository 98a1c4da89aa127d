// Headings -> what authors write after `#` in a link: lower case, spaces to hyphens, punctuation dropped.

/** `section` when nothing is left. Letters and digits of every script stay. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'section' : slug;
}

/** Gives each slug once: the second `notes` becomes `notes-2`. */
export function createSlugger(): (text: string) => string {
  const next = new Map<string, number>();
  const given = new Set<string>();
  return (text) => {
    const base = slugOf(text);
    let count = next.get(base) ?? 1;
    let slug = count === 1 ? base : `${base}-${count}`;
    while (given.has(slug)) slug = `${base}-${++count}`;
    next.set(base, count + 1);
    given.add(slug);
    return slug;
  };
}
