// Joins every group of the contract to what it needs. Opens the store and the settings at once, so that they are
// ready when the window asks; holds no rule of its own.

import path from 'node:path';
import * as electron from 'electron';
import { app, type BrowserWindow, shell, utilityProcess } from 'electron';
import { AppFault } from '../../content/core/base/error.ts';
import { writeAtomic } from '../../content/node/atomic-write.ts';
import { now } from '../../content/node/clock.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { type Handlers, push } from '../ipc/serve.ts';
import type { Places } from '../places.ts';
import { openSettings, type SettingsKeeper, type SettingsView } from '../settings/keeper.ts';
import { policyFiles, readPolicy } from '../settings/policy.ts';
import { askAboutLink, askWhereToSavePdf, takePath } from '../windows/dialogs.ts';
import { parsePlace, type WindowPlace } from '../windows/place.ts';
import { appHandlers } from './app.ts';
import { clipboardHandlers, systemClipboard } from './clipboard.ts';
import { joinCopies } from './copies-join.ts';
import { gapsHandlers, openGaps } from './gaps.ts';
import { type KeptFile, openKeptFile } from './kept-file.ts';
import { type Library, libraryHandlers, openLibrary } from './library.ts';
import { linkHandlers } from './link.ts';
import { logHandlers, type Notes } from './log.ts';
import { joinNotes } from './notes-join.ts';
import { pageHandlers } from './page.ts';
import { openReading, readingHandlers } from './reading.ts';
import { createSearchService, searchHandlers } from './search.ts';
import { importSeed, rememberSeed, seedIsKnown } from './seed.ts';
import { settingsHandlers } from './settings.ts';
import { joinSuggestions } from './suggestions-join.ts';
import { joinSync } from './sync-join.ts';

export interface ServicePorts {
  readonly places: Places;
  readonly notes: Notes;
  readonly smokeTest: boolean;
  readonly policyFile: string | null;
  readonly window: () => BrowserWindow | null;
  readonly settingsChanged: (view: SettingsView) => void;
}

export interface Services {
  readonly handlers: Handlers;
  readonly settings: SettingsKeeper;
  readonly library: Library;
  readonly place: KeptFile<WindowPlace | null>;
  /** The first page is painted: brings in what is newer, and begins to look at the shares. Never rejects. */
  readonly rest: () => Promise<void>;
  /** Everything a person typed or ticked is on disk, and no process is left, when this resolves. */
  readonly stop: () => Promise<void>;
}

export function startServices(ports: ServicePorts): Services {
  const { places, notes } = ports;
  const contents = () => ports.window()?.webContents ?? null;
  const kept = {
    now,
    log: (what: string, file: string, cause?: unknown) => {
      notes.note('kept-file', `file-${what}`, { file });
      if (cause !== undefined) notes.fault('kept-file', cause);
    },
  };
  const policyPlaces = ports.policyFile === null ? policyFiles(process.platform, places.resources, process.env) : [ports.policyFile];
  const { policy, problems } = readPolicy(policyPlaces);
  for (const { file, why, names } of problems) notes.note('policy', `policy-${why}`, { file, names: names.join(',') });
  const settings = openSettings({
    folder: places.userData,
    policy,
    // Loaded at the first change: see .ci/lib/build.ts.
    save: async (folder, file) => (await import('../settings/save.ts')).saveSettings(folder, file),
    log: (what, names) => notes.note('settings', what, { names: names.join(',') }),
    now: now(),
  });
  const search = createSearchService({
    fork: () => utilityProcess.fork(path.join(places.workers, 'search.cjs'), [], { serviceName: 'search', stdio: 'ignore' }),
    storeDir: places.store,
    machineDir: places.machineStore,
    cacheDir: places.searchCache,
    log: (event, facts) => notes.note('search', event, facts),
    progress: (state) => push(contents(), 'search.progress', state),
  });
  const settingsChanged = (view: SettingsView): void => {
    ports.settingsChanged(view);
    push(contents(), 'settings.changed', view);
  };
  const { service: ownNotes, handlers: noteCalls } = joinNotes({
    ...{ places, notes, settings, settingsChanged, smokeTest: ports.smokeTest },
    onFocus: (told) => void app.on('browser-window-focus', told),
    push: ({ name, value }) => push(contents(), name, value),
    window: () => shownWindow(ports.window),
    own: () => {
      // Folders are this PC's and the force's.
      const { shares: _, notesFolder: __, ...choices } = settings.view().values;
      return { 'reading.json': reading.get(), 'settings.json': choices, 'searches-without-results.json': gaps.get() };
    },
  });
  const suggestionCalls = joinSuggestions({
    ...{ places, notes, settings },
    service: ownNotes,
    window: () => shownWindow(ports.window),
  });
  const { sync, handlers: syncCalls } = joinSync({
    ...{ places, notes, settings, policy, settingsChanged },
    library: () => library,
    window: () => shownWindow(ports.window),
    changed: (state) => push(contents(), 'sync.changed', state),
  });
  const library: Library = openLibrary({
    openStore: () => openLocalStore([places.store, places.machineStore]),
    // Two imports at once would be in each other's way: once rounds are planned, all go through the sync process.
    importSeed: () => importSeed(places, now(), sync.isStarted() ? (seed) => sync.importFrom({ id: 'seed', path: seed }) : undefined),
    mended: (isWhole) => sync.mended(isWhole),
    seedIsKnown: () => seedIsKnown(places),
    rememberSeed: () => rememberSeed(places),
    log: (event, error) => notes.note(`library-${event}`, error.code, error.data),
    changed: (state) => {
      search.reload();
      ownNotes.reload();
      push(contents(), 'library.changed', state);
    },
  });
  const reading = openReading(places.userData, kept);
  const gaps = openGaps(places.userData, kept);
  const place = openKeptFile<WindowPlace | null>({
    ...kept,
    file: path.join(places.userData, 'window.json'),
    format: 1,
    parse: parsePlace,
    empty: null,
  });
  const copy = systemClipboard(electron);
  const handlers: Handlers = {
    ...appHandlers({
      library,
      settings: settings.view,
      reading: reading.get,
      app: { version: app.getVersion(), runtime: `Electron ${process.versions.electron}`, platform: process.platform },
      now,
      openFirst: ports.smokeTest,
    }),
    ...libraryHandlers(library),
    ...searchHandlers(search),
    ...gapsHandlers(gaps, now),
    ...settingsHandlers(settings, settingsChanged),
    ...readingHandlers(reading, now),
    ...pageHandlers({
      ...pagePorts(ports.window),
      library: library.state,
      now,
    }),
    ...joinCopies({ places, library: () => library, window: () => shownWindow(ports.window), now }),
    ...linkHandlers({
      externalLinks: () => settings.view().values.externalLinks,
      ask: (verdict, mayOpen) => askAboutLink(shownWindow(ports.window), verdict, mayOpen),
      copy: (text) => copy(text, ''),
      open: (href) => shell.openExternal(href),
      log: (event, facts) => notes.note('link', event, facts),
    }),
    ...clipboardHandlers(copy),
    ...syncCalls,
    ...noteCalls,
    ...suggestionCalls,
    ...logHandlers(notes, places.logs, (folder) => void shell.openPath(folder)),
  };
  return {
    handlers,
    settings,
    library,
    place,
    rest: async () => {
      await library.ready;
      // A smoke test is over in a moment, and must not write beside an open window.
      if (!ports.smokeTest) {
        void ownNotes.start();
        sync.start();
      }
      await library.refresh();
    },
    stop: async () => {
      sync.stop();
      await Promise.all([ownNotes.stop(), reading.flush(), gaps.flush(), place.flush()]);
      search.stop();
    },
  };
}

function shownWindow(window: () => BrowserWindow | null): BrowserWindow {
  const shown = window();
  if (!shown) throw new AppFault('UNEXPECTED', { what: 'no window' });
  return shown;
}

function pagePorts(window: () => BrowserWindow | null): Omit<Parameters<typeof pageHandlers>[0], 'library' | 'now'> {
  return {
    print: () =>
      new Promise((resolve) => {
        shownWindow(window).webContents.print({}, (printed, reason) => resolve(printed ? '' : reason || 'failed'));
      }),
    toPdf: async (options) => {
      const shown = shownWindow(window);
      const before = shown.getBackgroundColor();
      // Chromium fills the sheet's margins with the window's colour, which is not white in any theme.
      shown.setBackgroundColor('#FFFFFF');
      try {
        return await shown.webContents.printToPDF(options);
      } finally {
        shown.setBackgroundColor(before);
      }
    },
    choosePdf: async (suggested) => {
      const token = await askWhereToSavePdf(shownWindow(window), suggested);
      return token === null ? null : takePath(token);
    },
    write: writeAtomic,
    // The page says which guide it shows; the answer is only looked up, never shown or run.
    shown: async () =>
      String(await shownWindow(window).webContents.executeJavaScript("document.querySelector('article[data-guide]')?.dataset.guide ?? ''")),
  };
}
