// Recorded pairs of editions that people published, as guides that a strict build takes, with quotes of which it is
// known what became of them. Only where the recordings are at hand.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildPack } from '../../content/core/pack/build.ts';
import { sha256 } from '../../content/node/hash.ts';
import { sourcesOf } from './group.ts';

export const recordings = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'reanchor.jsonl');
export const hasRecordings = existsSync(recordings);

export interface RealQuote {
  readonly exact: string;
  readonly kind: 'same' | 'reworded' | 'gone';
  /** Its words in the new edition; null for what is gone. */
  readonly now: string | null;
}

export interface RealPair {
  readonly id: string;
  readonly old: string;
  readonly next: string;
  /** Without markup in them, and found once in the old text. */
  readonly quotes: readonly RealQuote[];
}

interface Recorded {
  readonly old: string;
  readonly new: string;
  readonly quotes: readonly { exact: string; kind: RealQuote['kind']; to?: readonly [number, number] }[];
}

/** Links of the site they come from lead outside here. */
const adapted = (text: string): string => text.replaceAll('](/', '](https://www.gov.uk/');

/** At most `count`, those with most quotes that are gone first. */
export function realPairs(count: number): readonly RealPair[] {
  const recorded = readFileSync(recordings, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Recorded);
  const pairs = recorded.map((pair, at): RealPair => {
    const old = adapted(pair.old);
    const quotes = pair.quotes.flatMap(({ exact, kind, to }) => {
      const isPlain = exact.length >= 20 && !/[[\]<>*_`#|\n\\]/.test(exact);
      const isOnce = old.indexOf(exact) >= 0 && old.indexOf(exact) === old.lastIndexOf(exact);
      return isPlain && isOnce ? [{ exact: exact.trim(), kind, now: to ? pair.new.slice(...to) : null }] : [];
    });
    return { id: `real-${at}`, old, next: adapted(pair.new), quotes };
  });
  const gone = ({ quotes }: RealPair): number => quotes.filter(({ kind }) => kind === 'gone').length;
  const isUsable = ({ id, old, next, quotes }: RealPair): boolean => quotes.length >= 4 && builds({ [id]: old }) && builds({ [id]: next });
  return pairs
    .sort((a, b) => gone(b) - gone(a))
    .filter(isUsable)
    .slice(0, count);
}

const builds = (bodies: Readonly<Record<string, string>>): boolean =>
  buildPack({ files: sourcesOf(bodies), previous: null, mode: 'strict', sha256, today: '2026-11-23' }).index !== null;
