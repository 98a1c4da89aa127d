// A suggestion as `change.patch`: one mail with a unified difference, which `git apply` and `git am` take on the folder a
// pack is built from. The same suggestion gives the same bytes, so that a reader makes it again and believes no other.
// Refuses to compare for long: texts too different for that are one replaced by the other.
import { diffArrays } from 'diff';
import { isGuideId } from '../base/ids.ts';
import { splitSource } from '../guide/split.ts';
import { proposedSource, type Suggestion } from './model.ts';
import { mailOf } from './patch-mail.ts';

/** Git's own. */
const contextLines = 3;
/** Work and memory grow with its square: a guide rewritten line by line has some hundreds; these take 0.1 s. */
const mostEdits = 2_000;
/** A guide has some hundreds of lines, the longest known some thousands. */
const mostLines = 20_000;
/** The longest that is looked at for the id of a new guide: it is the first line of its front matter. */
const frontLength = 20_000;

/** Null where no text changes. */
export function changePatch(suggestion: Suggestion): string | null {
  const next = proposedSource(suggestion);
  const isNew = suggestion.proposal.kind === 'new-guide';
  const old = isNew ? '' : (suggestion.base?.source ?? '');
  if (next === null || next === old) return null;
  const file = guideFileOf(suggestion);
  const names = isNew ? `new file mode 100644\n--- /dev/null\n+++ b/${file}\n` : `--- a/${file}\n+++ b/${file}\n`;
  return [mailOf(suggestion, file), `diff --git a/${file} b/${file}\n`, names, ...hunksOf(old, next)].join('');
}

/** Names that Windows keeps for itself, with any ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** At the root of the pack's sources: `x-setup.md`. Of a guide without an id: the one in its text, or `new-guide.md`. */
export function guideFileOf(suggestion: Suggestion): string {
  const id = suggestion.guide ?? writtenId(proposedSource(suggestion) ?? '');
  return isGuideId(id) && !device.test(id) ? `${id}.md` : 'new-guide.md';
}

const writtenId = (source: string): string =>
  /^id:[ \t]*["']?([a-z0-9-]+)["']?[ \t]*$/m.exec(splitSource(source.slice(0, frontLength)).front)?.[1] ?? '';

/** A run of lines that are in both, in the old text alone (`-`) or in the new one alone (`+`). */
interface Run {
  readonly sign: ' ' | '-' | '+';
  readonly lines: readonly string[];
}

/** In pieces, which are put together once. */
function hunksOf(old: string, next: string): readonly string[] {
  const [start, tail] = sharedEnds(old, next);
  const before = lastLines(old.slice(0, start), contextLines);
  const after = linesOf(firstLines(old.slice(old.length - tail), contextLines));
  const [was, is] = [old.slice(start, old.length - tail), next.slice(start, next.length - tail)];
  const line = countLines(old.slice(0, start)) - before.length;
  const edits = compared(was, is);
  if (edits) return hunks([{ sign: ' ', lines: before }, ...edits, { sign: ' ', lines: after }], line);
  const kept = before.length + after.length;
  return [
    headOf(line, countLines(was) + kept, line, countLines(is) + kept),
    ...before.flatMap((text) => signed(' ', text)),
    ...signed('-', was),
    ...signed('+', is),
    ...after.flatMap((text) => signed(' ', text)),
  ];
}

/** Null where that would take too long. */
function compared(was: string, is: string): readonly Run[] | null {
  if (countLines(was) + countLines(is) > mostLines) return null;
  const parts = diffArrays(linesOf(was), linesOf(is), { maxEditLength: mostEdits });
  return parts?.map(({ added, removed, value }) => ({ sign: added ? '+' : removed ? '-' : ' ', lines: value })) ?? null;
}

/** @param first lines of the old text above the first run: in both texts the same */
function hunks(runs: readonly Run[], first: number): readonly string[] {
  const rows = runs.flatMap(({ sign, lines }) => lines.map((text) => ({ sign, text })));
  const changed = rows.flatMap(({ sign }, at) => (sign === ' ' ? [] : [at]));
  const written: string[] = [];
  let [at, oldLine, newLine] = [0, first, first];
  for (let edit = 0; edit < changed.length; ) {
    const from = Math.max(at, (changed[edit] as number) - contextLines);
    let last = changed[edit] as number;
    // With no more than both contexts between them two changes are one hunk, as git has it.
    while (edit < changed.length && (changed[edit] as number) - last <= 2 * contextLines + 1) last = changed[edit++] as number;
    const to = Math.min(rows.length, last + contextLines + 1);
    oldLine += from - at;
    newLine += from - at;
    const part = rows.slice(from, to);
    const [olds, news] = [part.filter(({ sign }) => sign !== '+').length, part.filter(({ sign }) => sign !== '-').length];
    written.push(headOf(oldLine, olds, newLine, news), ...part.flatMap(({ sign, text }) => signed(sign, text)));
    [at, oldLine, newLine] = [to, oldLine + olds, newLine + news];
  }
  return written;
}

/** Lines are counted from 1, and where there is none, the one before it is named. */
const headOf = (oldLine: number, olds: number, newLine: number, news: number): string =>
  `@@ -${olds === 0 ? oldLine : oldLine + 1},${olds} +${news === 0 ? newLine : newLine + 1},${news} @@\n`;

/** Short enough that what is thrown away on the way is soon free again. */
const pieceLength = 65_536;

/**
 * Whole lines with the sign before each. Piece by piece, because a hostile text has millions of them; by `split`, because
 * `replaceAll` keeps a small object for each until all is written.
 */
function signed(sign: string, text: string): readonly string[] {
  const written: string[] = [];
  for (let from = 0; from < text.length; ) {
    const at = text.indexOf('\n', Math.min(from + pieceLength, text.length) - 1);
    const to = at < 0 ? text.length : at + 1;
    const piece = text.slice(from, text[to - 1] === '\n' ? to - 1 : to);
    written.push(sign, piece.split('\n').join(`\n${sign}`), '\n');
    from = to;
  }
  if (text !== '' && !text.endsWith('\n')) written.push('\\ No newline at end of file\n');
  return written;
}

/** Lengths of the whole lines that both begin with, and that both end with. */
function sharedEnds(old: string, next: string): readonly [number, number] {
  const most = Math.min(old.length, next.length);
  let start = 0;
  while (start < most && old[start] === next[start]) start += 1;
  start = lineStart(old, start);
  let tail = 0;
  while (tail < most - start && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
  const isLineStart = (text: string): boolean => text.length - tail === start || text[text.length - tail - 1] === '\n';
  if (isLineStart(old) && isLineStart(next)) return [start, tail];
  const cut = old.indexOf('\n', old.length - tail);
  return [start, cut < 0 ? 0 : old.length - cut - 1];
}

/** Git ends a line at LF and nowhere else. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return text === '' || text.endsWith('\n') ? lines : lines + 1;
}

function firstLines(text: string, most: number): string {
  let end = 0;
  for (let line = 0; line < most && end < text.length; line += 1) {
    const at = text.indexOf('\n', end);
    end = at < 0 ? text.length : at + 1;
  }
  return text.slice(0, end);
}

/** Of the line that `at` is in, or right behind. */
const lineStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

/** Of whole lines. */
function lastLines(text: string, most: number): readonly string[] {
  let start = text.length;
  for (let line = 0; line < most && start > 0; line += 1) start = lineStart(text, start - 1);
  return linesOf(text.slice(start));
}
