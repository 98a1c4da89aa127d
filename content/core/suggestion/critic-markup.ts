// A proposed text as CriticMarkup over the text it was made from: `{--out--}{++in++}`. For copying and for other tools,
// never for keeping: the syntax cannot say that blocks moved, and has no way to escape its own signs. Where words changed
// inside a line the marks stand inside the line; else lines go and come whole, with their list signs outside the marks.
import { shortestEdit } from '../lineage/shortest-edit.ts';
import { isLinkTarget, tokensOf } from './tokens.ts';
import { hunksBetween, linesOf } from './touches.ts';

const ownSigns = /\{(?:\+\+|--|~~|>>|==)|(?:\+\+|--|~~|<<|==)\}/;

/** @param comment stands at the end, as `{>>…<<}`; empty: none. Null: a text has marks of its own, which nobody could tell apart. */
export function criticMarkup(base: string, proposed: string, comment: string): string | null {
  if ([base, proposed, comment].some((text) => ownSigns.test(text))) return null;
  const [old, next] = [linesOf(base), linesOf(proposed)];
  const lines: string[] = [];
  let at = 0;
  for (const { from, to, nextFrom, nextTo } of hunksBetween(old, next)) {
    lines.push(...old.slice(at, from), ...marked(old.slice(from, to), next.slice(nextFrom, nextTo)));
    at = to;
  }
  lines.push(...old.slice(at));
  const remark = comment.trim().replace(/\s+/g, ' ');
  return remark === '' ? lines.join('\n') : `${lines.join('\n').trimEnd()}\n\n{>>${remark}<<}\n`;
}

/** Line by line while they are alike; what is left over goes and comes whole. */
function marked(old: readonly string[], next: readonly string[]): readonly string[] {
  const pairs = old.length === next.length ? old.map((line, at) => inLine(line, next[at] as string)) : [null];
  if (pairs.every((pair) => pair !== null)) return pairs;
  return [...old.map((line) => around(line, '{--', '--}')), ...next.map((line) => around(line, '{++', '++}'))];
}

/** Null: the lines are of different kinds, or what changed holds the line's own markup together. */
function inLine(before: string, after: string): string | null {
  const [sign, words] = parts(before);
  const [nextSign, nextWords] = parts(after);
  if (sign !== nextSign) return null;
  const [old, next] = [tokensOf(words), tokensOf(nextWords)];
  let [text, a, b] = [sign, 0, 0];
  for (const [x, y] of [...shortestEdit(old, next), [old.length, next.length] as const]) {
    const [out, put] = [old.slice(a, x), next.slice(b, y)];
    if ([...out, ...put].some((token) => isLinkTarget(token) || /^[[\]()*_`|~<>!#\\]+$/.test(token))) return null;
    if (out.length > 0) text += `{--${out.join('')}--}`;
    if (put.length > 0) text += `{++${put.join('')}++}`;
    text += old[x] ?? '';
    [a, b] = [x + 1, y + 1];
  }
  return text;
}

function around(line: string, open: string, close: string): string {
  const [sign, words] = parts(line);
  return words === '' ? line : `${sign}${open}${words}${close}`;
}

/** What makes a line a heading, an item or a quote, and the rest of it. */
function parts(line: string): readonly [sign: string, words: string] {
  const sign = /^\s*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)]|>)\s+)*(?:\[[ xX]\]\s+)?/.exec(line)?.[0] ?? '';
  return [sign, line.slice(sign.length)];
}
