// A suggestion -> what it changes, as a person reads it: block by block, in words, with what kind of block it is and where it
// stands. Not one sign of markup in it, and nothing that this PC alone knows.
import type { BlockId } from '../../../content/core/base/ids.ts';
import type { Block, BlockKind, CalloutKind } from '../../../content/core/guide/model.ts';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { splitSource } from '../../../content/core/guide/split.ts';
import { type DiffPart, diffWords } from '../../../content/core/lineage/diff-words.ts';
import { type BlockEdit, editsBetween } from '../../../content/core/suggestion/block-edits.ts';
import { proposedSource, type Suggestion } from '../../../content/core/suggestion/model.ts';
import { hunksBetween, linesOf } from '../../../content/core/suggestion/touches.ts';
import { type MarkChanges, markChanges } from './mark-changes.ts';

export type Place = BlockKind | 'title' | 'summary' | 'facts';

export interface ReadChange {
  readonly change: BlockEdit['change'];
  readonly kind: Place;
  readonly callout: CalloutKind | null;
  /** The heading it stands under; null: above the first one, or in the guide's head. */
  readonly under: string | null;
  /** Of what moved: the first words of what it comes after; null: it comes first, or it did not move. */
  readonly after: string | null;
  /** Rows of a table and lines are parted by a line end. */
  readonly parts: readonly DiffPart[];
  readonly marks: MarkChanges;
}

/** In reading order. Empty for what has no text of its own. */
export function changeList(suggestion: Suggestion): readonly ReadChange[] {
  const source = proposedSource(suggestion);
  if (source === null) return [];
  const base = suggestion.base?.source ?? '';
  const { blocks } = parseGuide(base, '');
  // Ids that nobody sees: only which block is which.
  const ids = blocks.map((_, at) => `b${at.toString(36).padStart(7, '0')}` as BlockId);
  const place = new Map(ids.map((id, at) => [id, at]));
  const edits = editsBetween(base, source, ids);
  return [
    ...edits.fields.map(({ field, old, next }): ReadChange => ({ ...head(field), parts: diffWords(old, next) })),
    ...factsOf(suggestion, base, source),
    ...edits.blocks.map((edit) => read(edit, blocks, place)),
  ];
}

const head = (kind: Place) =>
  ({ change: 'changed', kind, callout: null, under: null, after: null, marks: { gone: [], come: [] } }) as const satisfies Omit<
    ReadChange,
    'parts'
  >;

/** Of the front matter what is not title or summary. A guide that is new has nothing to be compared with. */
function factsOf({ proposal }: Suggestion, base: string, source: string): readonly ReadChange[] {
  if (proposal.kind !== 'change') return [];
  const [old, next] = [base, source].map((text) => splitSource(text).front.replace(/^(?:title|summary):.*(?:\n[ \t]+.*)*\n?/gm, ''));
  if (old === undefined || next === undefined || old === next) return [];
  const [before, after] = [linesOf(old), linesOf(next)];
  const parts = hunksBetween(before, after).flatMap(({ from, to, nextFrom, nextTo }): DiffPart[] => [
    { kind: 'removed', text: lined(before.slice(from, to)) },
    { kind: 'added', text: lined(after.slice(nextFrom, nextTo)) },
  ]);
  return [{ ...head('facts'), parts: parts.filter(({ text }) => text !== '') }];
}

const lined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

function read(edit: BlockEdit, blocks: readonly Block[], place: ReadonlyMap<BlockId, number>): ReadChange {
  const { change, old, next } = edit;
  const here = parseGuide(undented(next === '' ? old : next), '').blocks[0];
  const at = place.get((edit.block ?? edit.after) as BlockId) ?? -1;
  const last = edit.after === null ? undefined : blocks[place.get(edit.after) ?? -1];
  const under = blocks.slice(0, at + 1).findLast((block, index) => block.kind === 'heading' && (edit.block === null || index < at));
  return {
    change,
    kind: here?.kind ?? 'paragraph',
    callout: here?.callout ?? null,
    under: under?.text ?? null,
    after: change === 'moved' ? (last?.text.slice(0, 80) ?? null) : null,
    parts: diffWords(wordsOf(old), wordsOf(next)),
    marks: change === 'changed' || change === 'moved' ? markChanges(undented(old), undented(next)) : { gone: [], come: [] },
  };
}

/** Of a passage of markdown, as read aloud. */
export function wordsOf(markdown: string): string {
  const text = undented(markdown);
  const { blocks } = parseGuide(text, '');
  const said = blocks.map((block) => block.text.replace(/\t/g, ' · ')).join('\n');
  // A footnote by itself is referred to by nothing, so that the parser drops it.
  const words = said.trim() === '' ? text.replace(/^\s*\[\^[^\]]{1,80}\]:\s*/gm, '').trim() : said;
  // A mark that refers to a note stands for nothing while the note is not there.
  return words.replace(/\[\^([^\]\s]{1,80})\]/g, ' ($1)');
}

/** An item of an inner list would be code by itself. */
function undented(markdown: string): string {
  const indent = /^[ \t]*/.exec(markdown)?.[0] ?? '';
  return indent === '' ? markdown : markdown.replace(new RegExp(`^[ \\t]{0,${indent.length}}`, 'gm'), '');
}
