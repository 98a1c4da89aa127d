// Calls of the group `gaps`: queries that found nothing, kept on this PC until the person sends them to a working
// group as a suggestion. Nothing is sent from here.
import path from 'node:path';
import type { Handlers } from '../ipc/serve.ts';
import { type KeptFile, type KeptFileInput, openKeptFile } from './kept-file.ts';

export interface Gap {
  readonly query: string;
  /** ISO time of the latest. */
  readonly at: string;
  readonly times: number;
}

// As in the contract; and more rows than anybody would send.
const limits = { characters: 500, gaps: 1_000 } as const;

export function openGaps(folder: string, ports: Pick<KeptFileInput<readonly Gap[]>, 'now' | 'log'>): KeptFile<readonly Gap[]> {
  return openKeptFile({ ...ports, file: path.join(folder, 'gaps.json'), format: 1, parse: parseGaps, empty: [] });
}

export function gapsHandlers(file: KeptFile<readonly Gap[]>, now: () => Date): Pick<Handlers, 'gaps.add'> {
  return {
    'gaps.add': ({ query }) => {
      file.set(withGap(file.get(), query, now()));
      return { count: file.get().length };
    },
  };
}

/** Newest first; the same words in another case or spacing count as the same gap. */
export function withGap(gaps: readonly Gap[], query: string, at: Date): readonly Gap[] {
  const words = tidy(query);
  if (words === '') return gaps;
  const same = (gap: Gap): boolean => gap.query.toLowerCase() === words.toLowerCase();
  const times = (gaps.find(same)?.times ?? 0) + 1;
  return [{ query: words, at: at.toISOString(), times }, ...gaps.filter((gap) => !same(gap))].slice(0, limits.gaps);
}

function tidy(query: string): string {
  return query.replace(/\s+/g, ' ').trim().slice(0, limits.characters);
}

export function parseGaps(value: unknown): readonly Gap[] | null {
  if (!Array.isArray(value)) return null;
  return value.filter(isGap).slice(0, limits.gaps);
}

function isGap(row: unknown): row is Gap {
  const { query, at, times } = (row ?? {}) as Record<string, unknown>;
  return typeof query === 'string' && query.length <= limits.characters && typeof at === 'string' && Number.isSafeInteger(times);
}
