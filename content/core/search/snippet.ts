// The stretch of text that shows why it was found, and the marks in it. Text is as in the guide; only what is
// left out at either end is shown by an ellipsis.
import type { Mark } from './model.ts';
import { eachWord } from './words.ts';

/** About two lines of a result: enough to judge it, few enough to scan ten of them. */
const snippetLength = 180;

/** What stands before the first mark, so that it can be read in its sentence. */
const leadLength = 40;

/** Tables and lists of addresses can be long; what matters of them was found further up or not at all. */
const longestRead = 20_000;

export interface Marker {
  readonly words: ReadonlySet<string>;
  /** Quoted words, marked from the first to the last where they stand together. */
  readonly phrases: readonly (readonly string[])[];
}

/** Marked stretches of `text`, in order, never overlapping. */
export function marksIn(text: string, marker: Marker): Mark[] {
  const marks: [number, number][] = [];
  const plain: { readonly word: string; readonly start: number; readonly end: number }[] = [];
  eachWord(
    text,
    (word, start, end, joined) => {
      if (!joined && marker.phrases.length > 0) plain.push({ word, start, end });
      if (marker.words.has(word)) marks.push([start, end]);
    },
    Math.min(text.length, longestRead),
  );
  for (const phrase of marker.phrases) {
    for (let at = 0; at + phrase.length <= plain.length; at += 1) {
      const last = plain[at + phrase.length - 1];
      const first = plain[at];
      if (first && last && phrase.every((word, offset) => plain[at + offset]?.word === word)) marks.push([first.start, last.end]);
    }
  }
  return merged(marks, text);
}

const connector = /[-\u2010\u2011]/;

/** Overlapping marks become one, and so do the parts of a compound ("two-step"). */
function merged(marks: [number, number][], text: string): Mark[] {
  if (marks.length < 2) return marks;
  marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const kept: [number, number][] = [];
  for (const mark of marks) {
    const last = kept.at(-1);
    if (last && (mark[0] < last[1] || (mark[0] === last[1] + 1 && connector.test(text.charAt(last[1])))))
      last[1] = Math.max(last[1], mark[1]);
    else kept.push([mark[0], mark[1]]);
  }
  return kept;
}

export function snippetOf(text: string, marker: Marker): { readonly snippet: string; readonly marks: readonly Mark[] } {
  const marks = marksIn(text, marker);
  if (text.length <= snippetLength) return { snippet: text, marks };
  const first = richest(marks, text);
  const wanted = Math.max(0, Math.min((marks[first]?.[0] ?? 0) - leadLength, text.length - snippetLength));
  const start = wanted === 0 ? 0 : wordStart(text, wanted, marks[first]?.[0] ?? wanted);
  const end = wordEnd(text, Math.min(text.length, start + snippetLength), start);
  const before = start > 0 ? '\u2026 ' : '';
  const after = end < text.length ? ' \u2026' : '';
  const shift = before.length - start;
  return {
    snippet: before + text.slice(start, end) + after,
    marks: marks.filter((mark) => mark[0] >= start && mark[1] <= end).map((mark) => [mark[0] + shift, mark[1] + shift]),
  };
}

/** The mark at which the window with the most different marked words begins. */
function richest(marks: readonly Mark[], text: string): number {
  let best = 0;
  let most = 0;
  for (let at = 0; at < marks.length; at += 1) {
    const limit = (marks[at]?.[0] ?? 0) + snippetLength - leadLength;
    const different = new Set<string>();
    for (let next = at; next < marks.length && (marks[next]?.[1] ?? 0) <= limit; next += 1) {
      const [start, end] = marks[next] ?? [0, 0];
      different.add(text.slice(start, end).toLowerCase());
    }
    if (different.size > most) {
      most = different.size;
      best = at;
    }
    // Repeats of one word all over a long table gain nothing from a longer look.
    if (at > 200) break;
  }
  return best;
}

function wordStart(text: string, from: number, before: number): number {
  const space = text.indexOf(' ', from);
  return space === -1 || space >= before ? safe(text, from) : space + 1;
}

function wordEnd(text: string, to: number, after: number): number {
  if (to === text.length) return to;
  const space = text.lastIndexOf(' ', to);
  return space <= after + snippetLength / 2 ? safe(text, to) : space;
}

/** Never between the two halves of one character. */
function safe(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
