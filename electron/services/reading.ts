// Calls of the group `reading`: keeps the reading state in its own file.
import path from 'node:path';
import type { ReadingState } from '../ipc/replies.ts';
import type { Handlers } from '../ipc/serve.ts';
import { type KeptFile, type KeptFileInput, openKeptFile } from './kept-file.ts';
import { emptyReading, parseReading, withoutTicks, withPosition, withRestored, withSaved, withTick } from './reading-state.ts';

export type ReadingHandlers = Pick<
  Handlers,
  'reading.position' | 'reading.saved' | 'reading.tick' | 'reading.clear-ticks' | 'reading.restore-ticks'
>;

export function openReading(folder: string, ports: Pick<KeptFileInput<ReadingState>, 'now' | 'log'>): KeptFile<ReadingState> {
  return openKeptFile({ ...ports, file: path.join(folder, 'reading.json'), format: 1, parse: parseReading, empty: emptyReading });
}

export function readingHandlers(file: KeptFile<ReadingState>, now: () => Date): ReadingHandlers {
  const keep = (next: ReadingState): ReadingState => {
    file.set(next);
    return next;
  };
  return {
    'reading.position': ({ guide, block, edition }) => {
      keep(withPosition(file.get(), guide, block, edition, now()));
      return null;
    },
    'reading.saved': ({ guide, saved }) => keep(withSaved(file.get(), guide, saved)),
    'reading.tick': ({ guide, block, ticked }) => keep(withTick(file.get(), guide, block, ticked, now())),
    'reading.clear-ticks': ({ guide }) => keep(withoutTicks(file.get(), guide)),
    'reading.restore-ticks': ({ guide, ticks }) => keep(withRestored(file.get(), guide, ticks)),
  };
}
