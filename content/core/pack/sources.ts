// The files of a folder, sorted into what a pack is made of. Everything is either used or named in `dropped` with
// a reason: no file is lost silently.
import { reservedNames, responsesName } from './index.ts';
import { packLimits } from './model.ts';

/** Beside `pack.yml`: never part of an edition. */
export const answersName = 'style-answers.yml';

export interface SourceFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface DroppedFile {
  readonly path: string;
  /** A stable word, such as `not-guidance` or `image-unused`. */
  readonly reason: string;
}

export interface SortedSources {
  readonly packYml: SourceFile | null;
  readonly synonyms: SourceFile | null;
  /** Beside `pack.yml`; whether it is what its name says is for others to tell. */
  readonly responses: SourceFile | null;
  readonly guides: readonly SourceFile[];
  readonly images: readonly SourceFile[];
  readonly dropped: readonly DroppedFile[];
}

/** Longest path we name in a report: the longest that Windows knows. */
const maxPath = 32_767;

/** In the order of their paths, whatever order they came in: the same folder gives the same pack. */
export function sortSources(files: readonly SourceFile[]): SortedSources {
  const seen = new Set<string>();
  const dropped: DroppedFile[] = [];
  const guides: SourceFile[] = [];
  const images: SourceFile[] = [];
  let packYml: SourceFile | null = null;
  let synonyms: SourceFile | null = null;
  let responses: SourceFile | null = null;
  let total = 0;
  const clean = files.map((file) => ({
    path: file.path
      .slice(0, maxPath)
      .replaceAll('\\', '/')
      .replace(/^(?:\.?\/)+/, ''),
    bytes: file.bytes,
  }));
  for (const file of clean.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    const name = (file.path.split('/').pop() ?? '').toLowerCase();
    const drop = (reason: string) => dropped.push({ path: file.path, reason });
    total += file.bytes.length;
    if (seen.has(file.path)) drop('same-path');
    else if (total > packLimits.packBytes) drop('pack-too-large');
    else if (file.path === 'pack.yml') packYml = file;
    else if (file.path === 'synonyms.yml') synonyms = file;
    else if (file.path === responsesName) responses = file;
    // Between authors: what they answered to hints on style.
    else if (file.path === answersName) continue;
    else if (/\.(?:md|markdown|mdown|mkd)$/.test(name)) {
      if (file.bytes.length > packLimits.guideBytes) drop('guide-too-large');
      else if (guides.length >= packLimits.files - reservedNames.length) drop('too-many-files');
      else guides.push(file);
    } else if (/\.(?:png|jpe?g|webp|svg|gif|bmp|tiff?|ico|avif)$/.test(name)) images.push(file);
    else drop('not-guidance');
    seen.add(file.path);
  }
  return { packYml, synonyms, responses, guides, images, dropped };
}
