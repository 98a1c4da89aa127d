// Whether a text is well-formed XML, as far as our own files can be wrong: tags that close in order, no bare signs, no
// characters that XML cannot hold.

export interface XmlTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names of the tags it stands in, outermost first. */
  readonly path: readonly string[];
}

/** Throws where it is not. */
export function tagsOf(xml: string): readonly XmlTag[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.exec(xml);
  if (bad) throw new Error(`a character that XML cannot hold at ${bad.index}`);
  const tags: XmlTag[] = [];
  const open: string[] = [];
  let at = 0;
  for (const match of xml.matchAll(/<(\?[^>]*\?|\/?[A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g)) {
    checkText(xml.slice(at, match.index));
    at = match.index + match[0].length;
    const [, name = '', attributes = '', closed] = match;
    if (name.startsWith('?')) continue;
    if (name.startsWith('/')) {
      if (open.pop() !== name.slice(1)) throw new Error(`${name} closes nothing`);
      continue;
    }
    const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => {
      checkText(value);
      return [key, value] as const;
    });
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`${name} has an attribute twice`);
    tags.push({ name, attributes: Object.fromEntries(pairs), path: [...open] });
    if (closed !== '/') open.push(name);
  }
  checkText(xml.slice(at));
  if (open.length > 0) throw new Error(`${open.at(-1)} is not closed`);
  return tags;
}

function checkText(text: string): void {
  if (/[<]|&(?!(?:#\d+|#x[0-9a-fA-F]+|lt|gt|amp|quot|apos);)/.test(text))
    throw new Error(`a bare sign in ${JSON.stringify(text.slice(0, 60))}`);
}
