// How often the guide that was meant comes first, or among the first three: ours and its peers on the same
// known-item queries over any folder of markdown.

import { builders, type Engine } from './engines.ts';
import { readFolder } from './folder.ts';
import { type Kind, type KnownItem, kinds, knownItems } from './known-items.ts';

export interface Success {
  readonly at1: number;
  readonly at3: number;
  readonly of: number;
}

export type Evaluation = Record<Engine['name'], Record<Kind, Success>>;

/** Enough for a share to be good to about two points. */
const queriesOfEachKind = 400;

export const defaultSeed = 20_261_122;

export function evaluateSearch(folder: string, seed = defaultSeed): { readonly guides: number; readonly result: Evaluation } {
  const guides = readFolder(folder);
  const items = knownItems(guides, queriesOfEachKind, seed);
  const names = Object.keys(builders) as Engine['name'][];
  const entries = names.map((name) => {
    const engine = builders[name](guides);
    return [name, Object.fromEntries(kinds.map((kind) => [kind, success(engine, items[kind])]))] as const;
  });
  return { guides: guides.length, result: Object.fromEntries(entries) as Evaluation };
}

function success(engine: Engine, items: readonly KnownItem[]): Success {
  let at1 = 0;
  let at3 = 0;
  for (const item of items) {
    const place = engine.search(item.query).slice(0, 3).indexOf(item.guide);
    if (place === 0) at1 += 1;
    if (place >= 0) at3 += 1;
  }
  const share = (count: number) => (items.length === 0 ? 0 : Number((count / items.length).toFixed(4)));
  return { at1: share(at1), at3: share(at3), of: items.length };
}

export function table({ result }: { readonly result: Evaluation }): string {
  const rows = [['', ...kinds.map((kind) => `${kind} @1`), ...kinds.map((kind) => `${kind} @3`)]];
  for (const [name, found] of Object.entries(result)) {
    const cells = (key: 'at1' | 'at3') => kinds.map((kind) => (found[kind].of === 0 ? '-' : found[kind][key].toFixed(3)));
    rows.push([name, ...cells('at1'), ...cells('at3')]);
  }
  rows.push(['queries', ...kinds.map((kind) => String(result.ours[kind].of)), ...kinds.map(() => '')]);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
