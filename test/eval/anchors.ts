// What becomes of quotes when the text changes, on recorded pairs of editions: with both at hand, by the quote alone,
// and by approximate matching as annotation tools on the web do it.
import { readFileSync } from 'node:fs';
import search from 'approx-string-match';
import { haystackOf } from '../../content/core/annotation/find-quote.ts';
import { followFrom } from '../../content/core/annotation/follow.ts';

type Kind = 'same' | 'reworded' | 'gone';
type Range = readonly [start: number, end: number];

interface RecordedQuote {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly kind: Kind;
  /** Where it stands in the new text; absent for what is gone. */
  readonly to?: Range;
}

interface Pair {
  readonly old: string;
  readonly new: string;
  readonly quotes: readonly RecordedQuote[];
}

export interface Tally {
  readonly same: { exact: number; of: number };
  readonly reworded: { placed: number; of: number };
  readonly gone: { unplaced: number; of: number };
  /** Same or reworded quotes that were placed elsewhere. */
  wrong: number;
}

export type AnchorResult = Record<'withEditions' | 'byQuote' | 'baseline', Tally>;

type Anchor = (quote: RecordedQuote) => Range | null;
type Method = (pair: Pair) => Anchor;

const methods: Record<keyof AnchorResult, Method> = {
  withEditions: (pair) => {
    const editions = followFrom(pair.old, pair.new);
    return ({ start, end }) => rangeOf(editions.follow([start, end]));
  },
  byQuote: (pair) => {
    const haystack = haystackOf(pair.new);
    return ({ exact, prefix, suffix, start }) =>
      rangeOf(haystack.find({ exact, prefix, suffix, position: start / Math.max(1, pair.old.length) }));
  },
  baseline: (pair) => (quote) => approximately(quote, pair.new),
};

const rangeOf = (found: { readonly fate: string; readonly range?: Range }): Range | null => found.range ?? null;

/** @throws when a line is no such pair: the file is one of ours, not a person's. */
export function evaluateAnchors(file: string): { readonly pairs: number; readonly result: AnchorResult } {
  const pairs = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Pair);
  const result = { withEditions: emptyTally(), byQuote: emptyTally(), baseline: emptyTally() };
  for (const pair of pairs) {
    for (const name of Object.keys(methods) as (keyof AnchorResult)[]) {
      const anchor = methods[name](pair);
      for (const quote of pair.quotes) count(result[name], quote, anchor(quote));
    }
  }
  return { pairs: pairs.length, result };
}

const emptyTally = (): Tally => ({ same: { exact: 0, of: 0 }, reworded: { placed: 0, of: 0 }, gone: { unplaced: 0, of: 0 }, wrong: 0 });

function count(tally: Tally, { kind, to }: RecordedQuote, place: Range | null): void {
  const overlap = place && to ? Math.max(0, Math.min(place[1], to[1]) - Math.max(place[0], to[0])) : 0;
  const isPlaced = to !== undefined && overlap > (to[1] - to[0]) / 2;
  tally[kind].of++;
  if (kind === 'gone') {
    if (!place) tally.gone.unplaced++;
    return;
  }
  if (kind === 'reworded' && isPlaced) tally.reworded.placed++;
  if (kind === 'same' && place && to && place[0] === to[0] && place[1] === to[1]) tally.same.exact++;
  if (place && !isPlaced) tally.wrong++;
}

// The published weights of the tool that most people know: the quote counts most, its context less, its place least.
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const;

/** The best place with at most half of the characters wrong. */
function approximately({ exact, prefix, suffix, start }: RecordedQuote, text: string): Range | null {
  if (exact === '') return null;
  const most = Math.min(256, exact.length / 2);
  const matches = allExact(exact, text) ?? search(text, exact, Math.floor(most));
  const likeness = (context: string, part: string) =>
    context === ''
      ? 1
      : 1 - Math.min(1, Math.min(...search(part, context, context.length).map(({ errors }) => errors), context.length) / context.length);
  let best: { readonly range: Range; readonly score: number } | null = null;
  for (const { start: from, end: to, errors } of matches) {
    const score =
      weights.quote * (1 - errors / exact.length) +
      weights.prefix * likeness(prefix, text.slice(Math.max(0, from - prefix.length), from)) +
      weights.suffix * likeness(suffix, text.slice(to, to + suffix.length)) +
      weights.position * (1 - Math.abs(from - start) / Math.max(1, text.length));
    if (!best || score > best.score) best = { range: [from, to], score };
  }
  return best?.range ?? null;
}

function allExact(exact: string, text: string): readonly { start: number; end: number; errors: number }[] | null {
  const found: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
    found.push({ start: at, end: at + exact.length, errors: 0 });
  return found.length > 0 ? found : null;
}

export function anchorTable({ pairs, result }: ReturnType<typeof evaluateAnchors>): string {
  const rows = [['', 'same exact', 'reworded placed', 'gone unplaced', 'wrong']];
  const share = (good: number, of: number) => `${good}/${of} ${of === 0 ? '-' : `${((100 * good) / of).toFixed(1)} %`}`;
  const names: Record<keyof AnchorResult, string> = {
    withEditions: 'both editions',
    byQuote: 'quote alone',
    baseline: 'approximate match',
  };
  for (const name of Object.keys(names) as (keyof AnchorResult)[]) {
    const { same, reworded, gone, wrong } = result[name];
    const all = same.of + reworded.of + gone.of;
    rows.push([
      names[name],
      share(same.exact, same.of),
      share(reworded.placed, reworded.of),
      share(gone.unplaced, gone.of),
      share(wrong, all),
    ]);
  }
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [`${pairs} pairs of editions`, ...lines].join('\n');
}
