// Takes html apart as strictly as a hostile reader would, and says the first thing in it that is not ours.

const attributes: Readonly<Record<string, readonly string[]>> = {
  '*': ['id', 'data-block', 'class'],
  a: ['href', 'data-guide', 'data-target', 'data-external', 'rel', 'role', 'data-note', 'data-not-text'],
  aside: ['data-callout'],
  div: ['role', 'tabindex', 'aria-label'],
  h2: ['data-slug'],
  h3: ['data-slug'],
  h4: ['data-slug'],
  h5: ['data-slug'],
  h6: ['data-slug'],
  img: ['src', 'alt', 'width', 'height', 'loading'],
  input: ['type', 'data-task', 'disabled', 'checked'],
  ol: ['start'],
  p: ['data-callout-label'],
  pre: ['tabindex'],
  section: ['role'],
  span: ['data-missing'],
  sup: ['data-not-text'],
  th: ['scope'],
};
const plain = 'blockquote br code em hr label li s strong table tbody td thead tr ul'.split(' ');
const empty = ['br', 'hr', 'img', 'input'];

/** `null` when the html is safe and well-formed. */
export function faultIn(html: string): string | null {
  const open: string[] = [];
  const piece = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>|[^<]+/gy;
  while (piece.lastIndex < html.length) {
    const from = piece.lastIndex;
    const match = piece.exec(html);
    if (!match) return `not html at ${JSON.stringify(html.slice(from, from + 60))}`;
    const [, closing, tag, list = ''] = match;
    if (tag === undefined) continue;
    if (!plain.includes(tag) && !(tag in attributes)) return `<${tag}>`;
    if (closing === '/') {
      if (open.pop() !== tag) return `</${tag}> closes nothing`;
      continue;
    }
    for (const [, name = '', value = ''] of list.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
      if (![...(attributes['*'] ?? []), ...(attributes[tag] ?? [])].includes(name)) return `${tag} ${name}`;
      if (name === 'id' && !/^(?:b[a-z2-7]{7,15}|note-\d+|note-ref-\d+-\d+)$/.test(value)) return `id ${value}`;
      if (
        name === 'href' &&
        !/^(?:https?:\/\/[a-z0-9]|mailto:[^ ]|guide:[a-z0-9]|#(?:b[a-z2-7]{7,15}|note-[\d-]*(?:ref-\d+-\d+)?)$)/i.test(value)
      )
        return `href ${value}`;
    }
    if (!empty.includes(tag)) open.push(tag);
  }
  return open.length === 0 ? null : `<${open.join('><')}> left open`;
}
