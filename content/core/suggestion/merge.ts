// Three-way merge of a guide's text: what only one side changed is taken, what both changed alike too. Lines first, then
// inside lines the words. Where both changed the same words differently people decide: a conflict is a value with the
// three texts. Refuses to guess, and to weave together what one side has rewritten.
import { shortestEdit } from '../lineage/shortest-edit.ts';
import { type Stretch, sameItems, stretchesOf } from './three-way.ts';
import { seenWords, squeezed, tokensOf, wordsOnly } from './tokens.ts';
import { weave } from './weave.ts';

export interface MergeConflict {
  readonly kind: 'conflict';
  /** Whole lines, without the last line end; empty where a side has none. */
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}
export type MergePart = { readonly kind: 'text'; readonly text: string } | MergeConflict;

/** What the merge decided and a person may want to look at. */
export type MergeRemark =
  /** Both changed a link's target: ours stays. */
  | { readonly kind: 'link'; readonly kept: string; readonly dropped: string }
  /** One side deleted a passage in which the other had changed only what is not seen, such as a link's target. */
  | { readonly kind: 'deleted'; readonly text: string };

export interface Merged {
  /** Whole lines each, in order; joined by line ends they are the text. */
  readonly parts: readonly MergePart[];
  readonly remarks: readonly MergeRemark[];
}

/** A passage of which less stays is another passage. */
const leastKept = 0.5;

/** @param ours what stands there now; @param theirs what is proposed. Line ends are taken as `\n`. */
export function mergeTexts(base: string, ours: string, theirs: string): Merged {
  const [old, left, right] = [base, ours, theirs].map((text) => text.replace(/\r\n?/g, '\n').split('\n')) as [string[], string[], string[]];
  const parts: MergePart[] = [];
  const remarks: MergeRemark[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length > 0) parts.push({ kind: 'text', text: lines.join('\n') });
    lines = [];
  };
  for (const stretch of stretchesOf(old, left, right)) {
    const merged = stretch.isStable ? stretch.base : mergeStretch(stretch, remarks);
    if (merged) {
      lines.push(...merged);
      continue;
    }
    flush();
    const [mine, was, other] = [stretch.ours, stretch.base, stretch.theirs].map((side) => side.join('\n')) as [string, string, string];
    parts.push({ kind: 'conflict', base: was, ours: mine, theirs: other });
  }
  flush();
  return { parts, remarks };
}

/** `null` while there are conflicts. */
export function cleanText({ parts }: Merged): string | null {
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  return texts.length === parts.length ? texts.join('\n') : null;
}

/** Lines, or null where people must decide. */
function mergeStretch({ base, ours, theirs }: Stretch, remarks: MergeRemark[]): readonly string[] | null {
  if (sameItems(ours, theirs) || sameItems(base, theirs)) return ours;
  if (sameItems(base, ours)) return theirs;
  const [was, mine, other] = [base, ours, theirs].map((lines) => lines.join('\n')) as [string, string, string];
  const [plain, plainMine, plainOther] = [was, mine, other].map(squeezed);
  // White space alone gives way to words, and between two kinds of it ours stays.
  if (plainMine === plainOther || plain === plainOther) return ours;
  if (plain === plainMine) return theirs;
  for (const [gone, changed] of [
    [ours, other],
    [theirs, mine],
  ] as const) {
    if (gone.length > 0 || seenWords(changed) !== seenWords(was)) continue;
    remarks.push({ kind: 'deleted', text: changed });
    return gone;
  }
  if (isRewritten(was, mine) || isRewritten(was, other)) return null;
  if (isNested(base, ours, theirs) || isNested(base, theirs, ours)) return null;
  return mergeWords(base, ours, theirs, remarks);
}

/** A deletion as a whole is none: what the other side adds beside it can stay. */
function isRewritten(base: string, side: string): boolean {
  const [old, next] = [wordsOnly(base), wordsOnly(side)];
  return old.length > 0 && next.length > 0 && shortestEdit(old, next).length < old.length * leastKept;
}

const indentOf = (line: string): string => /^\s*/.exec(line)?.[0] ?? '';

/** One side moved lines in or out, the other put new ones among them: at which depth they belong nobody can tell. */
function isNested(base: readonly string[], moving: readonly string[], adding: readonly string[]): boolean {
  const indents = new Map(base.filter((line) => line.trim() !== '').map((line) => [line.trim(), indentOf(line)]));
  const isMoved = moving.some((line) => (indents.get(line.trim()) ?? indentOf(line)) !== indentOf(line));
  return isMoved && adding.length > base.length && adding.some((line) => line.trim() !== '' && !indents.has(line.trim()));
}

function mergeWords(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  remarks: MergeRemark[],
): readonly string[] | null {
  // Every line with its end, so that lines that come and go are changes like others.
  const [old, left, right] = [base, ours, theirs].map((lines) => tokensOf(lines.map((line) => `${line}\n`).join(''))) as [
    readonly string[],
    readonly string[],
    readonly string[],
  ];
  const tokens: string[] = [];
  const found: MergeRemark[] = [];
  for (const stretch of stretchesOf(old, left, right)) {
    const woven = stretch.isStable
      ? { tokens: stretch.base, links: [] }
      : (spaced(stretch) ?? weave(stretch.base, stretch.ours, stretch.theirs) ?? respelled(stretch));
    if (!woven) return null;
    tokens.push(...woven.tokens);
    found.push(...woven.links.map((link): MergeRemark => ({ kind: 'link', ...link })));
  }
  remarks.push(...found);
  const text = tokens.join('');
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** Changes of which one is white space alone. */
function spaced({ base, ours, theirs }: Stretch): { readonly tokens: readonly string[]; readonly links: readonly [] } | null {
  const [was, mine, other] = [base, ours, theirs].map((side) => side.join('').replace(/\s+/g, ' ').trim());
  if (mine === other || was === other) return { tokens: ours, links: [] };
  return was === mine ? { tokens: theirs, links: [] } : null;
}

/** One side wrote words otherwise (capitals, signs) that the other took out: there is nothing left to write otherwise. */
function respelled({ base, ours, theirs }: Stretch): { readonly tokens: readonly string[]; readonly links: readonly [] } | null {
  const [was, mine, other] = [base, ours, theirs].map((side) => wordsOnly(side.join(''))) as [string[], string[], string[]];
  const isOut = (words: readonly string[]): boolean => was.length > 0 && words.length > 0 && !was.some((word) => words.includes(word));
  if (sameItems(was, mine) && isOut(other)) return { tokens: theirs, links: [] };
  return sameItems(was, other) && isOut(mine) ? { tokens: ours, links: [] } : null;
}
