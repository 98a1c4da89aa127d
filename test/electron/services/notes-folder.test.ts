import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppFault } from '../../../content/core/base/error.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import type { NotesFolderState } from '../../../electron/ipc/note-replies.ts';
import type { ExchangeEnd, ExchangeEvents } from '../../../electron/services/notes-exchange-process.ts';
import { createNotesFolder } from '../../../electron/services/notes-folder.ts';
import type { ExchangeRound } from '../../../electron/workers/notes-exchange-protocol.ts';

const [rules, images] = ['house-rules', 'images'] as GuideId[] as [GuideId, GuideId];
const done: ExchangeEnd = { kind: 'done', error: null };
const hung: ExchangeEnd = { kind: 'hung', error: { code: 'SHARE_UNREACHABLE', data: { errno: 'HUNG' } } };
const away: ExchangeEnd = { kind: 'done', error: { code: 'SHARE_UNREACHABLE', data: { errno: 'ENOENT' } } };

// The times at which a folder is looked at are what is tried here.
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function scene(start: { readonly path?: string; readonly managed?: boolean; readonly isDead?: boolean } = {}) {
  const asked: string[] = [];
  let now = { path: start.path ?? '/notes', managed: start.managed ?? false };
  const rounds: ExchangeRound[] = [];
  const told: NotesFolderState[] = [];
  const ask = vi.fn(async (): Promise<string | null> => '/other');
  let next: (events: ExchangeEvents, round: ExchangeRound) => ExchangeEnd | Promise<ExchangeEnd> = (events, { changed }) => {
    for (const guide of changed) events.guide({ kind: 'guide', guide, error: null, written: false, seen: { [`${guide}.json`]: '1' } });
    return done;
  };
  const stop = vi.fn();
  const folder = createNotesFolder({
    runner: {
      run: async (round, events) => {
        rounds.push(round);
        return next(events, round);
      },
      stop,
    },
    call: (async (name: string) => {
      asked.push(name);
      if (start.isDead) throw new AppFault('NOTES_UNAVAILABLE');
      return name === 'guides' ? [rules, images] : { records: [], readOnly: false };
    }) as never,
    folder: () => now,
    setFolder: async (path) => {
      now = { ...now, path };
    },
    askForFolder: ask,
    changed: (state) => told.push(state),
    now: () => new Date('2026-11-23T09:00:00.000Z'),
    log: () => undefined,
  });
  return {
    folder,
    asked,
    rounds,
    told,
    ask,
    stop,
    answer: (how: typeof next) => (next = how),
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  };
}

describe('the shared folder is looked at', () => {
  test('at the start with every guide, then each minute with what changed', async () => {
    const { folder, rounds, told, pass } = scene();
    folder.start();
    await pass(0);
    expect(rounds).toMatchObject([{ folder: '/notes', guides: [rules, images], changed: [rules, images], seen: {} }]);
    expect(told).toEqual([{ path: '/notes', managed: false, exchanged: '2026-11-23T09:00:00.000Z', error: null }]);
    await pass(60_000);
    expect(rounds[1]).toMatchObject({ changed: [], seen: { 'house-rules.json': '1', 'images.json': '1' } });
  });

  test('two seconds after a change, once for many', async () => {
    const { folder, rounds, pass } = scene();
    folder.start();
    await pass(0);
    for (let at = 0; at < 5; at += 1) {
      folder.noted([images]);
      await pass(300);
    }
    await pass(2_000);
    expect(rounds.slice(1)).toMatchObject([{ changed: [images] }]);
  });

  test('when the window comes to the front, but not at every glance', async () => {
    const { folder, rounds, pass } = scene();
    folder.start();
    await pass(0);
    folder.focused();
    await pass(10);
    expect(rounds).toHaveLength(1);
    await pass(5_000);
    folder.focused();
    await pass(10);
    expect(rounds).toHaveLength(2);
  });

  test('wholly now and then, whatever its files seem to be', async () => {
    const { folder, rounds, pass } = scene();
    folder.start();
    await pass(10 * 60_000 + 10);
    expect(rounds[10]).toMatchObject({ changed: [rules, images], seen: {} });
  });

  test('never where there is none', async () => {
    const { folder, rounds, pass } = scene({ path: '' });
    folder.start();
    folder.noted([rules]);
    folder.focused();
    await pass(600_000);
    expect(rounds).toEqual([]);
    await folder.stop();
  });
});

describe('a folder that does not answer', () => {
  test('is left alone for longer each time, and what it lacks is offered when it does', async () => {
    const { folder, rounds, told, answer, pass } = scene();
    answer(() => hung);
    folder.start();
    await pass(0);
    expect(told.at(-1)).toMatchObject({ exchanged: null, error: { code: 'SHARE_UNREACHABLE' } });
    folder.noted([rules]);
    folder.focused();
    await pass(59_000);
    expect(rounds).toHaveLength(1);
    await pass(1_000 + 120_000 + 240_000);
    expect(rounds).toHaveLength(4);
    answer((events, { changed }) => {
      for (const guide of changed) events.guide({ kind: 'guide', guide, error: null, written: true, seen: {} });
      return done;
    });
    await pass(480_000);
    expect(rounds[4]?.changed).toEqual(expect.arrayContaining([rules, images]));
    expect(told.at(-1)).toMatchObject({ error: null, exchanged: expect.any(String) });
    expect(rounds).toHaveLength(5);
  });

  test('because it is away is tried when the window comes to the front', async () => {
    const { folder, rounds, answer, pass } = scene();
    answer(() => away);
    folder.start();
    await pass(30_000);
    folder.focused();
    await pass(0);
    expect(rounds).toHaveLength(2);
  });

  test('or notes here that do not, are asked for longer apart each time', async () => {
    const { folder, asked, rounds, pass } = scene({ isDead: true });
    folder.start();
    await pass(200_000);
    expect([asked.length, rounds.length]).toEqual([3, 0]);
  });

  test('for one guide keeps the rhythm, says so, and offers that guide again', async () => {
    const { folder, rounds, told, answer, pass } = scene();
    answer((events, { changed }) => {
      for (const guide of changed)
        events.guide({ kind: 'guide', guide, error: guide === rules ? { code: 'NOTES_NEWER', data: {} } : null, written: false, seen: {} });
      return done;
    });
    folder.start();
    await pass(59_000);
    expect(rounds).toHaveLength(1);
    expect(told.at(-1)).toMatchObject({ error: { code: 'NOTES_NEWER' } });
    await pass(1_000);
    expect(rounds[1]).toMatchObject({ changed: [rules] });
  });
});

describe('a person', () => {
  test('chooses a folder, which is looked at at once and from the beginning', async () => {
    const { folder, rounds, pass } = scene();
    folder.start();
    await pass(0);
    expect(await folder.handlers['notes.share-folder'](undefined as never)).toEqual({
      path: '/other',
      managed: false,
      exchanged: null,
      error: null,
    });
    await pass(0);
    expect(rounds[1]).toMatchObject({ folder: '/other', changed: [rules, images], seen: {} });
  });

  test('changes their mind, or leaves the folder', async () => {
    const { folder, rounds, ask, pass } = scene();
    folder.start();
    await pass(0);
    ask.mockResolvedValueOnce(null);
    expect(await folder.handlers['notes.share-folder'](undefined as never)).toBeNull();
    expect(await folder.handlers['notes.leave-folder'](undefined as never)).toMatchObject({ path: '', exchanged: null });
    await pass(600_000);
    expect(rounds).toHaveLength(1);
  });

  test('cannot change what IT decides', async () => {
    const { folder, ask } = scene({ managed: true });
    await expect(folder.handlers['notes.share-folder'](undefined as never)).rejects.toMatchObject({ code: 'SETTING_MANAGED' });
    await expect(folder.handlers['notes.leave-folder'](undefined as never)).rejects.toMatchObject({ code: 'SETTING_MANAGED' });
    expect(ask).not.toHaveBeenCalled();
  });

  test('closes the app: what was changed last is left there, unless the folder keeps it waiting', async () => {
    const quick = scene();
    quick.folder.start();
    await quick.pass(0);
    quick.folder.noted([rules]);
    await quick.folder.stop();
    expect(quick.rounds[1]).toMatchObject({ changed: [rules] });

    const slow = scene();
    slow.folder.start();
    await slow.pass(0);
    slow.answer(() => new Promise(() => undefined));
    slow.folder.noted([rules]);
    const stopped = slow.folder.stop();
    await slow.pass(3_000);
    await stopped;
    expect(slow.stop).toHaveBeenCalled();
  });
});
