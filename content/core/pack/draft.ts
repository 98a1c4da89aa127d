// A guide on its way into an edition: strict for our own sources, lenient for those nobody here wrote.
import type { GuideId } from '../base/ids.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import { readMeta, summaryLength } from '../guide/front-matter.ts';
import type { GuideMeta, ParsedGuide, Problem } from '../guide/model.ts';
import { idFromText, shorten } from '../guide/names-from-path.ts';
import { parseGuide, parseSplit } from '../guide/parse.ts';
import { collectProblems, quote } from '../guide/problem.ts';
import { slugOf } from '../guide/slug.ts';
import { splitSource } from '../guide/split.ts';
import { writeFrontMatter } from '../guide/write-front-matter.ts';
import type { PackInfo } from './model.ts';
import type { Resolver } from './resolve.ts';
import type { SourceFile } from './sources.ts';
import { type Encoding, textOf } from './text-of.ts';
import { tidyBody } from './tidy.ts';

export interface DraftGuide {
  readonly path: string;
  /** Lines are those of the source, also where the text was changed. */
  readonly parsed: ParsedGuide;
  /** What goes into the edition. */
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
}

/** Bytes go into the edition as they are; another encoding than UTF-8 is an error. */
export function draftStrict(file: SourceFile): DraftGuide {
  const { text, encoding } = textOf(file.bytes);
  const parsed = parseGuide(text, file.path);
  const { report, list } = collectProblems(file.path);
  if (encoding !== 'utf-8') report('error', 'not-utf8', 0, `The file is not UTF-8 but ${encoding}.`);
  return { path: file.path, parsed, bytes: file.bytes, problems: [...list(), ...parsed.problems] };
}

export interface ImportPlace {
  readonly info: PackInfo;
  /** Ids of all guides of the folder, by path. */
  readonly ids: ReadonlyMap<string, GuideId>;
  /** The same ids as a set. */
  readonly held: ReadonlySet<string>;
  readonly guides: Resolver;
  /** Target name of an image that a link of `from` means, or null. */
  image(src: string, from: string): string | null;
}

/** `null` when there is nothing to read in the file: binary, or not a word. */
export function draftLenient(file: SourceFile, place: ImportPlace): DraftGuide | null {
  const { text, encoding } = textOf(file.bytes);
  if (encoding === 'binary' || text.trim() === '') return null;
  const { report, list } = collectProblems(file.path);
  reportEncoding(encoding, report);
  const split = splitSource(text);
  const tidy = tidyBody(split.body, {
    link: (href) => linkTo(href, file.path, place),
    image: (src) => place.image(src, file.path),
    report: (rule, line, detail) => report('warning', rule, line + split.bodyLine - 1, `${removed[rule]} ${quote(detail)}.`),
  });
  let body = tidy.text;
  let lineAt = tidy.lineAt;
  let parsed = parseSplit({ ...split, body }, file.path, { mode: 'lenient' }, lineAt);
  const first = parsed.outline[0];
  // The title is shown above the text: the same words as the first heading would be read twice.
  if (first && first.block === 0 && first.text === parsed.meta.title && parsed.blocks[0]?.callout === null) {
    const shorter = withoutHeading(body);
    if (shorter !== null) {
      body = shorter.text;
      lineAt = (line) => tidy.lineAt(line + shorter.lines);
      // What was said about the whole stays true; a title taken from that heading too.
      parsed = { ...parseSplit({ ...split, body }, file.path, { mode: 'lenient' }, lineAt), meta: parsed.meta, problems: parsed.problems };
    }
  }
  const meta = importedMeta(parsed.meta, file.path, place, first?.text);
  return {
    path: file.path,
    parsed: { ...parsed, meta },
    bytes: encodeUtf8(`${writeFrontMatter(meta)}\n${body.replace(/\s+$/, '')}\n`),
    problems: [...list(), ...parsed.problems].sort((a, b) => a.line - b.line),
  };
}

const removed = {
  'html-removed': 'HTML was reduced to its text:',
  'comment-removed': 'A comment was removed:',
  'shortcode-removed': "A site builder's tag was removed:",
} as const;

function reportEncoding(encoding: Encoding, report: ReturnType<typeof collectProblems>['report']): void {
  if (encoding !== 'utf-8') report('warning', 'not-utf8', 0, `The file is not UTF-8; it was read as ${encoding}.`);
}

/** Ids for the guides of a folder: what each says or its path says, with the folder or a number added where two are equal. */
export function assignIds(files: readonly SourceFile[], taken: Iterable<string>): ReadonlyMap<string, GuideId> {
  const used = new Set(taken);
  const ids = new Map<string, GuideId>();
  for (const file of files) {
    const wanted = readMeta(splitSource(textOf(file.bytes).text), file.path, { mode: 'lenient' }, () => undefined).id;
    let id = wanted;
    if (used.has(id)) id = idFromText(folderName(file.path), wanted);
    for (let count = 2; used.has(id); count++) id = `${wanted.slice(0, 54).replace(/-+$/, '')}-${count}` as GuideId;
    used.add(id);
    ids.set(file.path, id);
  }
  return ids;
}

/** The last three parts of a path that tell anything. */
function folderName(path: string): string {
  const parts = path.replace(/\.[a-z0-9]{1,10}$/i, '').split('/');
  return parts
    .filter((part) => !/^_?(?:index|readme|default)$/i.test(part))
    .slice(-3)
    .join('-');
}

function linkTo(href: string, from: string, place: ImportPlace): string | null {
  const path = place.guides.find(href, from);
  const id = path === null ? undefined : place.ids.get(path);
  if (id === undefined) return null;
  const slug = /#([^#?]+)$/.exec(href)?.[1];
  return `guide:${id}${slug === undefined ? '' : `#${encodeURIComponent(slugOf(slug))}`}`;
}

function importedMeta(meta: GuideMeta, path: string, place: ImportPlace, heading: string | undefined): GuideMeta {
  const held = (id: GuideId) => place.held.has(id);
  return {
    ...meta,
    id: place.ids.get(path) ?? meta.id,
    title: meta.title === '' ? (heading ?? path) : meta.title,
    // A page without a word of text: its title says as much as we know.
    summary: meta.summary === '' ? shorten(meta.title, summaryLength) : meta.summary,
    pack: place.info.id,
    workingGroup: meta.workingGroup.name === '' ? { ...meta.workingGroup, name: place.info.workingGroup.name } : meta.workingGroup,
    supersedes: meta.supersedes.filter(held),
    supersededBy: meta.supersededBy !== null && held(meta.supersededBy) ? meta.supersededBy : null,
    related: meta.related.filter(held),
    extra: { ...meta.extra, imported_from: path },
  };
}

/** The body below a heading in its first lines, and how many lines that took off. */
function withoutHeading(body: string): { readonly text: string; readonly lines: number } | null {
  const match = /^(?:[ \t]*\n)*(?: {0,3}#{1,6}(?:[ \t][^\n]*)?(?:\n|$)|[^\n]+\n {0,3}(?:=+|-+)[ \t]*(?:\n|$))/.exec(body);
  return match === null ? null : { text: body.slice(match[0].length), lines: match[0].split('\n').length - 1 };
}
