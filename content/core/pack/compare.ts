// Two editions of a pack -> what a signer must see of the difference: guides, images, the pack's own facts and its
// synonyms. Works on texts that the caller has checked against their digests; says where an index does not tell
// what its files say.
import { decodeUtf8 } from '../base/utf8.ts';
import { parseGuide } from '../guide/parse.ts';
import { compareFields, compareGuide, type FieldChange, type GuideDifference } from './compare-guide.ts';
import type { EditionIndex, IndexedGuide } from './model.ts';

export interface EditionSide {
  readonly index: EditionIndex;
  /** A guide's bytes; null where they cannot be had (the caller has said so). */
  bytesOf(file: string): Uint8Array | null;
}

export interface GuideChange extends GuideDifference {
  readonly id: string;
  readonly title: string;
  readonly change: 'new' | 'removed' | 'changed' | 'unreadable';
  readonly words: number;
}

export interface ImageChange {
  readonly src: string;
  readonly change: 'new' | 'removed' | 'changed';
  readonly bytes: number;
}

export interface EditionDifference {
  readonly guides: readonly GuideChange[];
  readonly images: readonly ImageChange[];
  /** Of `pack.yml` and the synonyms. */
  readonly pack: readonly FieldChange[];
  readonly unchangedGuides: number;
  /** Guides whose entry in the index is not what their file says: the lists would show something else. */
  readonly mismatches: readonly { readonly id: string; readonly field: string }[];
}

/** @param before null for a channel's first edition. */
export function compareEditions(before: EditionSide | null, after: EditionSide): EditionDifference {
  const old = new Map(before?.index.guides.map((guide) => [guide.id, guide]));
  const now = new Set(after.index.guides.map(({ id }) => id));
  const guides: GuideChange[] = [];
  const mismatches: { id: string; field: string }[] = [];
  let unchangedGuides = 0;
  for (const guide of after.index.guides) {
    const was = old.get(guide.id);
    if (was?.sha256 === guide.sha256) {
      unchangedGuides += 1;
      mismatches.push(...fieldsThatDiffer(was, guide).map((field) => ({ id: guide.id, field })));
      continue;
    }
    const text = textOf(after, guide);
    if (text === null) {
      guides.push({ ...headOf(guide), change: 'unreadable', ...nothing });
      continue;
    }
    mismatches.push(...mismatchesOf(guide, text));
    const previous = was && before ? (textOf(before, was) ?? '') : null;
    guides.push({ ...headOf(guide), change: previous === null ? 'new' : 'changed', ...compareGuide(previous ?? '', text) });
  }
  for (const guide of before?.index.guides ?? []) if (!now.has(guide.id)) guides.push({ ...headOf(guide), change: 'removed', ...nothing });
  return {
    guides,
    images: compareImages(before?.index ?? null, after.index),
    pack: comparePack(before, after),
    unchangedGuides,
    mismatches,
  };
}

export const isSame = (difference: EditionDifference): boolean =>
  difference.guides.length + difference.images.length + difference.pack.length + difference.mismatches.length === 0;

const nothing: GuideDifference = { fields: [], blocks: [], lines: [] };
const headOf = ({ id, title, words }: IndexedGuide) => ({ id, title, words });

function textOf(side: EditionSide, guide: IndexedGuide): string | null {
  const bytes = side.bytesOf(guide.file);
  return bytes ? decodeUtf8(bytes) : null;
}

/** The words in lists and searches come from the index: they must be those of the file that is signed beside it. */
function mismatchesOf(guide: IndexedGuide, text: string): { id: string; field: string }[] {
  const { meta, blocks } = parseGuide(text, guide.file, { mode: 'lenient' });
  const wrong = [
    ...(['id', 'title', 'summary', 'status', 'version', 'approved', 'reviewBy', 'confidence'] as const).filter(
      (field) => meta[field] !== guide[field],
    ),
    ...(blocks.length === guide.blocks.length ? [] : ['blocks']),
  ];
  return wrong.map((field) => ({ id: guide.id, field }));
}

/** For a file that did not change, the entry may not change either. */
const fieldsThatDiffer = (was: IndexedGuide, is: IndexedGuide): readonly string[] => compareFields(was, is).map(({ field }) => field);

function compareImages(before: EditionIndex | null, after: EditionIndex): readonly ImageChange[] {
  const old = new Map(before?.images.map((image) => [image.src, image]));
  const now = new Set(after.images.map(({ src }) => src));
  return [
    ...after.images.flatMap(({ src, sha256, bytes }): ImageChange[] => {
      const was = old.get(src);
      return was?.sha256 === sha256 ? [] : [{ src, change: was ? 'changed' : 'new', bytes }];
    }),
    ...(before?.images ?? []).flatMap(({ src, bytes }): ImageChange[] => (now.has(src) ? [] : [{ src, change: 'removed', bytes }])),
  ];
}

function comparePack(before: EditionSide | null, after: EditionSide): readonly FieldChange[] {
  const facts = ({ index }: EditionSide) => ({ ...index.pack, synonyms: index.synonyms.map((group) => group.join(', ')) });
  if (!before) return compareFields({}, facts(after));
  // The order of those guides that both have: one that came or went is shown by itself.
  const order = (side: EditionSide, other: EditionSide) => {
    const held = new Set(other.index.guides.map(({ id }) => id));
    return { guides: side.index.guides.map(({ id }) => id).filter((id) => held.has(id)) };
  };
  return compareFields({ ...facts(before), ...order(before, after) }, { ...facts(after), ...order(after, before) });
}
