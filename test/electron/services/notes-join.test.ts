import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { AppFault } from '../../../content/core/base/error.ts';
import { contract } from '../../../electron/ipc/contract.ts';
import { placesOf } from '../../../electron/places.ts';
import { tempFolder } from '../../support/temp.ts';

const child = vi.hoisted(() => ({ postMessage: vi.fn(), on: vi.fn(), kill: vi.fn() }));
vi.mock('electron', () => ({ utilityProcess: { fork: vi.fn(() => child) }, dialog: {}, BrowserWindow: class {} }));
const { utilityProcess } = await import('electron');
const { joinNotes } = await import('../../../electron/services/notes-join.ts');

const joined = (smokeTest: boolean) => {
  const places = placesOf('/app', '/resources', tempFolder());
  const notes = { note: vi.fn(), fault: vi.fn() };
  const window = () => {
    throw new Error('no window');
  };
  const settings = { view: () => ({ values: { notesFolder: '' }, managed: [] }) };
  const ports = { settings, settingsChanged: () => undefined, onFocus: () => undefined, own: () => ({}) };
  return { places, ...joinNotes({ places, notes, push: () => undefined, window, smokeTest, ...ports } as never) };
};

describe('the notes process in the app', () => {
  test('answers every call about notes', async () => {
    const { handlers } = joined(false);
    const wanted = Object.keys(contract).filter((name) => name.startsWith('notes.') || name === 'data.export');
    expect(Object.keys(handlers).sort()).toEqual(wanted.sort());
  });

  test('is told its folders, when the page is painted', async () => {
    const { service, places, handlers } = joined(false);
    expect(utilityProcess.fork).not.toHaveBeenCalled();
    const started = service.start();
    expect(utilityProcess.fork).not.toHaveBeenCalled();
    const counts = Promise.resolve(handlers['notes.counts']({})).catch((fault: AppFault) => fault.code);
    await started;
    expect(utilityProcess.fork).toHaveBeenCalledWith(
      path.join(places.workers, 'notes.cjs'),
      [],
      expect.objectContaining({ serviceName: 'notes' }),
    );
    expect(child.postMessage).toHaveBeenCalledWith({
      kind: 'start',
      notesDir: path.join(places.userData, 'notes'),
      storeDirs: [places.store, places.machineStore],
      dataDir: places.userData,
    });
    vi.useFakeTimers();
    const stopped = service.stop();
    await vi.runAllTimersAsync();
    await stopped;
    vi.useRealTimers();
    expect(await counts).toBe('NOTES_UNAVAILABLE');
    expect(child.kill).toHaveBeenCalledOnce();
  });

  test('is not started in a smoke test, which may run beside an open window', async () => {
    vi.mocked(utilityProcess.fork).mockClear();
    const { service } = joined(true);
    await service.start();
    await expect(service.call('counts', {})).rejects.toMatchObject({ code: 'NOTES_UNAVAILABLE' });
    expect(utilityProcess.fork).not.toHaveBeenCalled();
  });
});
