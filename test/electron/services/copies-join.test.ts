import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { placesOf } from '../../../electron/places.ts';
import type { ToCopies } from '../../../electron/workers/copies-protocol.ts';
import { copiedGuide } from '../../support/copied-guide.ts';
import { tempFolder } from '../../support/temp.ts';

const dialog = vi.hoisted(() => ({ showSaveDialog: vi.fn() }));
const fork = vi.hoisted(() => vi.fn());
vi.mock('electron', () => ({ utilityProcess: { fork }, dialog }));
const { joinCopies } = await import('../../../electron/services/copies-join.ts');

test('a copy is asked of the library, a dialog and a process of its own, and the path stays among them', async () => {
  const sent: ToCopies[] = [];
  fork.mockImplementation(() => {
    const listeners = new Map<string, (value: never) => void>();
    return {
      on: (event: string, listener: (value: never) => void) => listeners.set(event, listener),
      postMessage: (message: ToCopies) => {
        sent.push(message);
        setImmediate(() => listeners.get('message')?.({ kind: 'saved' } as never));
      },
      kill: () => setImmediate(() => listeners.get('exit')?.(0 as never)),
    };
  });
  const places = placesOf('/app', '/resources', tempFolder());
  const opened = {
    source: copiedGuide,
    images: [],
    seal: { channel: 'everyday', version: 1, demo: false },
    pack: { channel: 'everyday', title: 'E' },
  };
  const library = { held: async () => opened, image: async () => null, state: () => ({ packs: [], guides: [], problems: [] }) };
  const handlers = joinCopies({ places, library: () => library, window: () => ({}), now: () => new Date(0) } as never);
  dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: '/home/x/mine' });
  const asked = { guide: 'everything', edition: 1, format: 'word', table: null, suggested: 'x', words: {}, bitmaps: [] };
  expect(await handlers['copies.save'](asked as never)).toEqual({ name: 'mine.docx' });
  expect(sent[0]).toMatchObject({ kind: 'copy', file: '/home/x/mine.docx', copy: { format: 'word', source: copiedGuide } });
  expect(fork.mock.lastCall?.[0]).toBe(path.join(places.workers, 'copies.cjs'));
  dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
  expect(await handlers['copies.save'](asked as never)).toBeNull();
  expect(sent).toHaveLength(1);
});
