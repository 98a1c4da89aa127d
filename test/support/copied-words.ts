// Words of a guide and of what was made of it, to tell whether one was lost. Letters only: numbers of notes and items come and go
// with the form.
import { strFromU8, unzipSync } from 'fflate';
import { parseGuide } from '../../content/core/guide/parse.ts';

export const lettersOf = (text: string): readonly string[] => text.normalize('NFC').match(/\p{L}+/gu) ?? [];

/** Words of a guide as the app's own reader takes it apart, which copies do not go through. */
export function guideWords(source: string): { readonly all: readonly string[]; readonly body: readonly string[] } {
  const { meta, blocks } = parseGuide(source, '');
  const body = blocks.filter(({ kind }) => kind !== 'footnote').flatMap(({ text }) => lettersOf(text));
  const notes = blocks.filter(({ kind }) => kind === 'footnote').flatMap(({ text }) => lettersOf(text));
  return { all: [...lettersOf(meta.title), ...lettersOf(meta.summary), ...body, ...notes], body };
}

/** Words that stand less often in the copy than in the guide. */
export function lostWords(guide: readonly string[], copy: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const word of copy) left.set(word, (left.get(word) ?? 0) + 1);
  return guide.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

/** The first word that the copy does not have in its turn; null where it has all of them in order. */
export function strayedWord(guide: readonly string[], copy: readonly string[]): string | null {
  let at = 0;
  for (const word of guide) {
    at = copy.indexOf(word, at) + 1;
    if (at === 0) return word;
  }
  return null;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, dec: string, hex: string, name: string) =>
    name ? (entities[name] ?? '') : String.fromCodePoint(dec ? Number(dec) : Number.parseInt(hex, 16)),
  );

/** What a person reads on a page, with the words of pictures. */
export const htmlText = (html: string): string =>
  decoded(
    html
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace(/<img[^>]*\salt="([^"]*)"[^>]*>/g, ' $1 ')
      .replace(/<\/(?:p|li|td|th|h\d|dt|dd|pre)>|<br>/g, '\n')
      .replace(/<[^>]+>/g, ''),
  );

/** Parts of a Word file as text, by name. */
export const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, part]) => [name, strFromU8(part)]),
  );

/** What a person reads in a Word file: the text, or with `word/footnotes.xml` the notes. */
export const wordText = (parts: Readonly<Record<string, string>>, name = 'word/document.xml'): string =>
  decoded(
    (parts[name] ?? '')
      .replace(/<wp:docPr[^>]*\sdescr="([^"]*)"[^>]*>/g, ' $1 ')
      .replace(/<w:br\/>|<w:tab\/>|<\/w:p>/g, '\n')
      .replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, '')
      .replace(/<[^>]+>/g, ''),
  );
