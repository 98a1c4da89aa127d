import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { contract } from '../../../electron/ipc/contract.ts';
import { placesOf } from '../../../electron/places.ts';
import type { FromInbox, ToInbox } from '../../../electron/workers/inbox-protocol.ts';
import { idOf } from '../../support/suggestions.ts';
import { tempFolder } from '../../support/temp.ts';

const dialog = vi.hoisted(() => ({ showSaveDialog: vi.fn(), showOpenDialog: vi.fn() }));
const fork = vi.hoisted(() => vi.fn());
vi.mock('electron', () => ({ utilityProcess: { fork }, dialog, BrowserWindow: class {} }));
const { joinSuggestions } = await import('../../../electron/services/suggestions-join.ts');

const values = { authorName: '', authorForce: 'Kent Police', authorRole: 'Web manager', shares: ['/mnt/guides'] };

function joined() {
  const places = placesOf('/app', '/resources', tempFolder());
  const asked: (readonly [string, unknown])[] = [];
  const answers: Record<string, unknown> = {
    'suggestions.pack': { name: 'Kent.ngsuggest', channel: 'facebook', bytes: new Uint8Array([1]), digest: 'd' },
  };
  const service = {
    call: async (name: string, request: unknown) => {
      asked.push([name, request]);
      return answers[name] ?? name;
    },
  };
  const notes = { note: vi.fn(), fault: vi.fn() };
  const settings = { view: () => ({ values, managed: [] }) };
  const handlers = joinSuggestions({ places, notes, settings, service, window: () => ({}) } as never);
  return { places, notes, handlers, asked };
}

/** A process that answers the first thing it is sent. */
function answering(answer: FromInbox) {
  const sent: ToInbox[] = [];
  const listeners = new Map<string, (value: never) => void>();
  fork.mockImplementation(() => ({
    on: (event: string, listener: (value: never) => void) => listeners.set(event, listener),
    postMessage: (message: ToInbox) => {
      sent.push(message);
      setImmediate(() => listeners.get('message')?.(answer as never));
    },
    kill: () => setImmediate(() => listeners.get('exit')?.(0 as never)),
  }));
  return sent;
}

beforeEach(() => fork.mockReset());

describe('suggestions in the app', () => {
  test('have an answer to every call about them', () => {
    const wanted = Object.keys(contract).filter((name) => name.startsWith('suggestions.'));
    expect(Object.keys(joined().handlers).sort()).toEqual(wanted.sort());
  });

  test('begin with who the settings say their author is, without a name where there is none', async () => {
    const { handlers, asked } = joined();
    await handlers['suggestions.begin']({ id: idOf(1) } as never);
    expect(asked).toEqual([['suggestions.begin', { id: idOf(1), author: { name: null, force: 'Kent Police', role: 'Web manager' } }]]);
  });

  test('are sent by a process of their own, to the shares of the settings, and the log says how and never where', async () => {
    const { handlers, asked, places, notes } = joined();
    const sent = answering({ kind: 'sent', dropped: { name: 'Kent.ngsuggest', how: 'link', isRead: true } });
    await handlers['suggestions.send']({ id: idOf(1), summary: '', digest: 'd' } as never);
    expect(fork).toHaveBeenCalledWith(path.join(places.workers, 'inbox.cjs'), [], expect.objectContaining({ serviceName: 'inbox' }));
    expect(sent).toMatchObject([{ kind: 'send', share: '/mnt/guides', channel: 'facebook', name: 'Kent.ngsuggest' }]);
    expect(asked.map(([name]) => name)).toEqual(['suggestions.pack', 'suggestions.sent']);
    expect(notes.note).toHaveBeenCalledWith('suggestions', 'inbox-sent', { share: 1, how: 'link', read: true, bytes: 1 });
  });

  test('ask the system for files, and keep their paths here', async () => {
    const { handlers, asked } = joined();
    const file = path.join(tempFolder(), 'a.png');
    dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: [file] });
    await handlers['suggestions.attach']({ id: idOf(1) } as never);
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: `${file}.txt` });
    expect(await handlers['suggestions.write']({ format: 'text', suggested: 'Mine', text: 'x' })).toEqual({ name: 'a.png.txt' });
    expect(asked).toEqual([
      ['suggestions.attach', { id: idOf(1), file }],
      ['save', { file: `${file}.txt`, text: 'x' }],
    ]);
  });
});
