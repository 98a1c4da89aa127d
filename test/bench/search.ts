// The search engines alone, in one process and on the same guides: time of a query, of building and of loading,
// size on disk. Ours prepares marks and snippets for the results it shows; the peers return ids.
import { buildLunr, buildMiniSearch, buildOurs, buildPlainMiniSearch, type Engine } from '../eval/engines.ts';
import { type FolderGuide, readFolder } from '../eval/folder.ts';
import { knownItems, random, sample } from '../eval/known-items.ts';
import { round, type Spread, spread } from './stats.ts';

export interface EngineFigures {
  /** Milliseconds for one query. */
  readonly query: Spread;
  /** Milliseconds, from parsed guides to the first possible query. */
  readonly build: number;
  readonly bytes: number;
  /** Milliseconds, from bytes in memory to the first possible query. */
  readonly load: number;
}

export interface SearchFigures {
  readonly guides: number;
  readonly queries: number;
  readonly seed: number;
  readonly ours: EngineFigures;
  /** With beginnings and near words, as it would be set up to do the same. */
  readonly minisearch: EngineFigures;
  /** Whole words only. */
  readonly minisearchPlain: EngineFigures;
  readonly lunr: EngineFigures;
  /** Our p95 with snippets over MiniSearch's without, in its faster set-up. */
  readonly ratio: number;
}

const queryCount = 300;
const seed = 20_261_122;

/** Each engine answers the list once before it is measured, so that none pays for warming up. */
export function measureSearch(folder: string): Promise<SearchFigures> {
  const guides = readFolder(folder);
  const queries = mixedQueries(guides, queryCount);
  const ours = measure(() => buildOurs(guides), queries);
  const minisearch = measure(() => buildMiniSearch(guides), queries);
  const lunr = measure(() => buildLunr(guides), queries);
  const minisearchPlain = measure(() => buildPlainMiniSearch(guides), queries);
  const ratio = round(ours.query.p95 / Math.min(minisearch.query.p95, minisearchPlain.query.p95), 3);
  return Promise.resolve({ guides: guides.length, queries: queries.length, seed, ours, minisearch, minisearchPlain, lunr, ratio });
}

function measure(build: () => Engine, queries: readonly string[]): EngineFigures {
  const started = performance.now();
  const built = build();
  const buildTime = performance.now() - started;
  const stored = built.stored();
  const loading = performance.now();
  const engine = built.load(stored);
  const load = performance.now() - loading;
  for (const query of queries) engine.search(query);
  const times = queries.map((query) => {
    const start = performance.now();
    engine.search(query);
    return performance.now() - start;
  });
  return { query: spread(times), build: round(buildTime), bytes: stored.length, load: round(load) };
}

/** What people type: titles, headings, slips, quoted phrases, and beginnings of titles as they stand after a key. */
export function mixedQueries(guides: readonly FolderGuide[], count: number): string[] {
  const share = Math.ceil(count / 5);
  const items = knownItems(guides, share, seed);
  const next = random(seed + 1);
  const typed = sample(guides, share, next).map(({ title }) => title.slice(0, 2 + Math.floor(next() * Math.max(1, title.length - 2))));
  const queries = [...Object.values(items).flatMap((list) => list.map((item) => item.query)), ...typed];
  return sample(queries, count, next);
}
