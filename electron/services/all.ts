// Joins every group of the contract to what it needs. Opens the store and the settings at once, so that they are
// ready when the window asks; holds no rule of its own.
import * as electron from 'electron';
import { app, type BrowserWindow, shell } from 'electron';
import { AppFault } from '../../content/core/base/error.ts';
import { writeAtomic } from '../../content/node/atomic-write.ts';
import { now } from '../../content/node/clock.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { type Handlers, push } from '../ipc/serve.ts';
import type { Places } from '../places.ts';
import { openSettings, type SettingsKeeper, type SettingsView } from '../settings/keeper.ts';
import { policyFiles, readPolicy } from '../settings/policy.ts';
import { saveSettings } from '../settings/save.ts';
import { askAboutLink, askWhereToSavePdf, takePath } from '../windows/dialogs.ts';
import { parsePlace, type WindowPlace } from '../windows/place.ts';
import { appHandlers } from './app.ts';
import { clipboardHandlers, systemClipboard } from './clipboard.ts';
import { gapsHandlers, openGaps } from './gaps.ts';
import { type KeptFile, openKeptFile } from './kept-file.ts';
import { type Library, libraryHandlers, openLibrary } from './library.ts';
import { linkHandlers } from './link.ts';
import { type LocalLog, logHandlers } from './log.ts';
import { pageHandlers } from './page.ts';
import { openReading, readingHandlers } from './reading.ts';
import { importSeed, rememberSeed, seedIsKnown } from './seed.ts';
import { settingsHandlers } from './settings.ts';

export interface ServicePorts {
  readonly places: Places;
  readonly log: LocalLog;
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
  /** Everything a person typed or ticked is on disk when this resolves. */
  readonly flush: () => Promise<void>;
}

export function startServices(ports: ServicePorts): Services {
  const { places, log } = ports;
  const contents = () => ports.window()?.webContents ?? null;
  const kept = {
    now,
    log: (what: string, file: string, cause?: unknown) => log.note(`file-${what}`, { file }, cause),
  };
  const policyPlaces = ports.policyFile === null ? policyFiles(process.platform, places.resources, process.env) : [ports.policyFile];
  const { policy, problems } = readPolicy(policyPlaces);
  for (const { file, why, names } of problems) log.note('policy-ignored', { file, why, names: names.join(' ') });
  const settings = openSettings({
    folder: places.userData,
    policy,
    save: saveSettings,
    log: (what, names) => log.note(what, { names: names.join(' ') }),
    now: now(),
  });
  const library = openLibrary({
    openStore: () => openLocalStore(places.store),
    importSeed: () => importSeed(places, now()),
    seedIsKnown: () => seedIsKnown(places),
    rememberSeed: () => rememberSeed(places),
    log: (event, error, cause) => log.note(event, { ...error.data, error: error.code }, cause),
    changed: (state) => push(contents(), 'library.changed', state),
  });
  const reading = openReading(places.userData, kept);
  const gaps = openGaps(places.userData, kept);
  const place = openKeptFile<WindowPlace | null>({
    ...kept,
    file: `${places.userData}/window.json`,
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
    ...searchHandlers(),
    ...gapsHandlers(gaps, now),
    ...settingsHandlers(settings, (view) => {
      ports.settingsChanged(view);
      push(contents(), 'settings.changed', view);
    }),
    ...readingHandlers(reading, now),
    ...pageHandlers({
      ...pagePorts(ports.window),
      library: library.state,
      now,
    }),
    ...linkHandlers({
      externalLinks: () => settings.view().values.externalLinks,
      ask: (verdict, mayOpen) => askAboutLink(shownWindow(ports.window), verdict, mayOpen),
      copy: (text) => copy(text, ''),
      open: (href) => shell.openExternal(href),
      log: (event, facts) => log.note(event, facts),
    }),
    ...clipboardHandlers(copy),
    ...logHandlers(log, (folder) => void shell.openPath(folder)),
  };
  return {
    handlers,
    settings,
    library,
    place,
    flush: async () => {
      await Promise.all([reading.flush(), gaps.flush(), place.flush()]);
    },
  };
}

function searchHandlers(): Pick<Handlers, 'search.query' | 'search.warm'> {
  return {
    'search.query': () => {
      throw new AppFault('SEARCH_UNAVAILABLE');
    },
    'search.warm': () => null,
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
    toPdf: (options) => shownWindow(window).webContents.printToPDF(options),
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
