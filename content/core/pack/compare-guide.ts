// One guide in two editions -> what a signer must see: changed fields, blocks that came, went, moved or were
// reworded, and every other line of the source that differs (a link's target changes no word that is read aloud).
import type { BlockId } from '../base/ids.ts';
import type { ParsedGuide } from '../guide/model.ts';
import { parseGuide } from '../guide/parse.ts';
import { type DiffPart, diffWords } from '../lineage/diff-words.ts';
import { matchInOrder } from '../lineage/match.ts';
import { traceBlocks } from '../lineage/trace.ts';

export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface BlockChange {
  /** `markup`: the words are the same, the source is not (a link, a callout, an image). */
  readonly change: 'new' | 'gone' | 'reworded' | 'split' | 'moved' | 'markup';
  readonly kind: string;
  /** The heading above it; empty before the first. */
  readonly heading: string;
  /** Lines of the new source, or for `gone` of the old one. */
  readonly lines: readonly [number, number];
  /** Word by word; for `markup` of the source. */
  readonly parts: readonly DiffPart[];
}

export interface GuideDifference {
  readonly fields: readonly FieldChange[];
  readonly blocks: readonly BlockChange[];
  /** Changed lines of the source that none of the above covers. */
  readonly lines: readonly { readonly change: 'removed' | 'added'; readonly line: number; readonly text: string }[];
}

export function compareGuide(before: string, after: string): GuideDifference {
  const [old, next] = [sideOf(before), sideOf(after)];
  const fields = compareFields(old.guide.meta, next.guide.meta);
  const blocks = compareBlocks(old, next);
  return { fields, blocks, lines: otherLines(old, next, blocks, fields.length > 0) };
}

interface Side {
  readonly guide: ParsedGuide;
  readonly lines: readonly string[];
  readonly headings: readonly string[];
}

function sideOf(source: string): Side {
  const guide = parseGuide(source, 'guide.md', { mode: 'lenient' });
  let heading = '';
  const headings = guide.blocks.map((block) => {
    const above = heading;
    if (block.kind === 'heading') heading = block.text;
    return above;
  });
  return { guide, lines: source.replace(/\r\n?/g, '\n').split('\n'), headings };
}

/** Values as JSON, so that lists and nested values are compared whole. */
export function compareFields(before: object, after: object): readonly FieldChange[] {
  const [old, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const spell = (value: unknown) =>
    typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((field) => {
    const [was, is] = [spell(old.get(field)), spell(next.get(field))];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

function compareBlocks(old: Side, next: Side): readonly BlockChange[] {
  const id = (index: number) => `b${index}` as BlockId;
  const keyed = (side: Side) => side.guide.blocks.map(({ kind, text }, index) => ({ id: id(index), kind, digest: text, text }));
  const trace = traceBlocks(keyed(old), keyed(next));
  const at = new Map(old.guide.blocks.map((_, index) => [id(index), index]));
  const changes = trace.blocks.flatMap((traced, index): BlockChange[] => {
    const block = next.guide.blocks[index];
    if (!block) return [];
    const place = { kind: block.kind, heading: next.headings[index] ?? '', lines: block.lines };
    const from = traced.from === null ? undefined : at.get(traced.from);
    const was = from === undefined ? undefined : old.guide.blocks[from];
    if (!was || traced.change === 'new') return [{ change: 'new', ...place, parts: diffWords('', block.text) }];
    const [source, sourceNow] = [linesOf(old, was.lines), linesOf(next, block.lines)];
    if (traced.change === 'same' || traced.change === 'moved') {
      if (source !== sourceNow) return [{ change: 'markup', ...place, parts: diffWords(source, sourceNow) }];
      return traced.change === 'moved' ? [{ change: 'moved', ...place, parts: diffWords(block.text, block.text) }] : [];
    }
    return [{ change: traced.change, ...place, parts: diffWords(was.text, block.text) }];
  });
  const gone = trace.gone.flatMap((lost): BlockChange[] => {
    const index = at.get(lost) ?? -1;
    const block = old.guide.blocks[index];
    if (!block) return [];
    return [{ change: 'gone', kind: block.kind, heading: old.headings[index] ?? '', lines: block.lines, parts: diffWords(block.text, '') }];
  });
  return [...changes, ...gone];
}

const linesOf = (side: Side, [first, last]: readonly [number, number]): string => side.lines.slice(first - 1, last).join('\n');

function otherLines(old: Side, next: Side, blocks: readonly BlockChange[], hasFields: boolean): GuideDifference['lines'] {
  const covered = { old: new Set<number>(), next: new Set<number>() };
  const cover = (set: Set<number>, first: number, last: number) => {
    for (let line = first; line <= last; line += 1) set.add(line);
  };
  // The fields say what changed in the front matter.
  if (hasFields) {
    cover(covered.old, 1, old.guide.bodyLine - 1);
    cover(covered.next, 1, next.guide.bodyLine - 1);
  }
  for (const { change, lines } of blocks) cover(change === 'gone' ? covered.old : covered.next, lines[0], lines[1]);
  // What a shown block was before is shown with it.
  const shown = new Set(blocks.flatMap(({ parts }) => parts.filter(({ kind }) => kind !== 'added').map(({ text }) => text.trim())));
  for (const { lines, text } of old.guide.blocks) if (blocks.length > 0 && !survives(next, text)) cover(covered.old, lines[0], lines[1]);
  const same = matchInOrder(old.lines, next.lines);
  const [kept, keptNext] = [new Set(same.map(([line]) => line + 1)), new Set(same.map(([, line]) => line + 1))];
  const rest = (lines: readonly string[], keep: ReadonlySet<number>, set: ReadonlySet<number>, change: 'removed' | 'added') =>
    lines.flatMap((text, index) =>
      keep.has(index + 1) || set.has(index + 1) || text.trim() === '' || (change === 'removed' && shown.has(text.trim()))
        ? []
        : [{ change, line: index + 1, text }],
    );
  return [...rest(old.lines, kept, covered.old, 'removed'), ...rest(next.lines, keptNext, covered.next, 'added')];
}

const survives = (side: Side, text: string): boolean => side.guide.blocks.some((block) => block.text === text);
