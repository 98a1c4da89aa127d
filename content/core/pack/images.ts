// The images of a folder: which are used, under which target name, and whether each is what it says.
import type { Sha256Of } from '../base/hash.ts';
import { isTargetName } from '../base/target-name.ts';
import type { Problem } from '../guide/model.ts';
import { collectProblems } from '../guide/problem.ts';
import { type ImageFault, inspectImage } from './image.ts';
import type { EditionFile, IndexedImage } from './model.ts';
import { createNamer } from './names.ts';
import { createResolver } from './resolve.ts';
import type { DroppedFile, SourceFile } from './sources.ts';

export interface ImageShelf {
  /** Target name of the image meant by a link of `from`, or null when there is none that may be shown. */
  find(src: string, from: string): string | null;
  /** Whether a name written in a guide is an image of the pack. */
  has(name: string): boolean;
  /** Of the images that were asked for. */
  take(used: ReadonlySet<string>, sha256: Sha256Of): ShelfContents;
}

interface ShelfContents {
  readonly index: readonly IndexedImage[];
  readonly files: readonly EditionFile[];
  readonly dropped: readonly DroppedFile[];
  readonly problems: readonly Problem[];
}

/** @param taken target names that images may not get. */
export function shelveImages(files: readonly SourceFile[], mode: 'strict' | 'lenient', taken: readonly string[]): ImageShelf {
  const namer = createNamer(taken);
  const resolver = createResolver(files.map((file) => file.path));
  const byName = new Map<string, { readonly file: SourceFile; readonly facts: Pick<IndexedImage, 'type' | 'width' | 'height'> }>();
  const names = new Map<string, string>();
  const dropped: DroppedFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const { report, list } = collectProblems(file.path);
    const refuse = (reason: string, message: string) => {
      report(mode === 'strict' ? 'error' : 'warning', reason, 0, message);
      dropped.push({ path: file.path, reason });
      problems.push(...list());
    };
    const check = inspectImage(file.bytes, mode === 'strict');
    if (!check.ok) {
      refuse(check.reason, faults[check.reason]);
      continue;
    }
    const base = file.path.split('/').pop() ?? '';
    const name = mode === 'strict' ? base : namer(file.path);
    if (!isTargetName(name) || taken.includes(name))
      refuse('image-name', 'The name must be lower-case letters, digits, dots and hyphens, 64 at most.');
    else if (byName.has(name)) refuse('image-name', 'Another image of the pack has the same name.');
    else {
      byName.set(name, { file, facts: check.facts });
      names.set(file.path, name);
    }
  }
  return {
    find: (src, from) => {
      const path = resolver.find(src, from);
      return path === null ? null : (names.get(path) ?? null);
    },
    has: (name) => byName.has(name),
    take(used, sha256) {
      const unused = [...byName].filter(([name]) => !used.has(name)).map(([, { file }]) => file.path);
      const kept = [...byName].filter(([name]) => used.has(name));
      return {
        index: kept.map(([name, { file, facts }]) => {
          return { src: name, file: name, sha256: sha256(file.bytes), bytes: file.bytes.length, ...facts };
        }),
        files: kept.map(([name, { file }]) => ({ name, bytes: file.bytes })),
        dropped: [...dropped, ...unused.map((path) => ({ path, reason: 'image-unused' }))],
        problems: [
          ...problems,
          ...unused.map((path): Problem => {
            return {
              severity: mode === 'strict' ? 'warning' : 'hint',
              rule: 'image-unused',
              file: path,
              line: 0,
              field: null,
              message: 'No guide shows this image: it is left out.',
            };
          }),
        ],
      };
    },
  };
}

const faults: Readonly<Record<ImageFault, string>> = {
  'image-too-large': 'The image has more than 8 MiB.',
  'image-type': 'The file is not a PNG, JPEG or WebP picture.',
  'image-damaged': 'The picture is damaged: its size cannot be read.',
  'image-too-many-pixels': 'The picture has more than 25 million pixels or a side beyond 20,000.',
  'image-svg': 'SVG pictures are only taken from our own packs: they can hold programs.',
  'image-svg-unsafe': 'The SVG picture holds more than plain shapes and text: no scripts, styles, events or links outside the file.',
};
