// From a started process to an open window: services first (their files are read while Chromium starts), then the
// window, then everything that can wait.
import { type App, type BrowserWindow, Menu, nativeTheme, screen, session } from 'electron';
import { AppFault } from '../content/core/base/error.ts';
import type { Command } from './ipc/contract.ts';
import { push, serve } from './ipc/serve.ts';
import type { Launch } from './launch.ts';
import type { Places } from './places.ts';
import { type Services, startServices } from './services/all.ts';
import type { Notes } from './services/log.ts';
import { firstTextMs, runSmoke } from './services/smoke.ts';
import { backgroundFor, systemThemeFor } from './windows/background.ts';
import { openMainWindow } from './windows/main-window.ts';
import { menuTemplate, watchContextMenu } from './windows/menu.ts';
import { openingFor } from './windows/place.ts';
import { handleScheme } from './windows/scheme.ts';

type Start = Extract<Launch, { kind: 'start' }>;

/** Ours alone: nothing that belongs to Electron's default session ever touches it. */
const partition = 'persist:guides';

export function startApp(app: App, launch: Start, places: Places, notes: Notes): void {
  let window: BrowserWindow | null = null;
  const contents = () => window?.webContents ?? null;
  const send = (command: Command): void => push(contents(), 'command', command);
  const services = startServices({
    places,
    notes,
    smokeTest: launch.smokeTest,
    policyFile: launch.policyFile,
    window: () => window,
    settingsChanged: ({ values }) => {
      nativeTheme.themeSource = systemThemeFor(values.theme);
      window?.setBackgroundColor(backgroundFor(values.theme, nativeTheme.shouldUseDarkColors));
    },
  });
  serve(services.handlers, { window: contents, failed: (call, thrown) => failed(notes, call, thrown) });

  const open = (): void => {
    const { theme } = services.settings.view().values;
    nativeTheme.themeSource = systemThemeFor(theme);
    let shownAt = Number.NaN;
    const opened = openMainWindow({
      session: ownSession(places, services),
      preload: places.preload,
      icon: places.icon,
      background: backgroundFor(theme, nativeTheme.shouldUseDarkColors),
      opening: openingFor(
        services.place.get(),
        screen.getAllDisplays().map(({ workArea }) => workArea),
      ),
      testBuild: launch.testBuild,
      moved: services.place.set,
      lost: (why) => notes.note('window', `page-${why}`),
    });
    window = opened;
    opened.once('show', () => {
      shownAt = Date.now();
    });
    opened.once('closed', () => {
      window = null;
    });
    const clock = { contents: opened.webContents, shownAt: () => shownAt, createdAt: process.getCreationTime() ?? Date.now() };
    if (launch.smokeTest) void smoke(app, services, clock);
    if (launch.reportStart) void firstTextMs(clock).then((ms) => process.stdout.write(`${JSON.stringify({ firstTextMs: ms })}\n`));
    // While the page's process loads its files, and before the window shows: a menu that comes later would move the page.
    opened.webContents.once('did-navigate', () => setMenus(opened));
    opened.webContents.once('did-finish-load', () => void services.rest());
  };
  const setMenus = (opened: BrowserWindow): void => {
    const showLog = () => void services.handlers['log.show']({});
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ send, showLog, testBuild: launch.testBuild })));
    watchContextMenu(
      opened.webContents,
      { send, copy: (text) => void services.handlers['clipboard.write']({ text, html: '' }) },
      (template) => Menu.buildFromTemplate(template).popup({ window: opened }),
    );
  };

  // Ours is made later: Electron's own would be built before the window, for nothing.
  Menu.setApplicationMenu(null);
  void app.whenReady().then(open);
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  keepWords(app, services);
}

// What a person or a newer query called off is no fault.
function failed(notes: Notes, call: string, thrown: unknown): void {
  if (!(thrown instanceof AppFault) || thrown.code !== 'CANCELLED') notes.fault(call, thrown);
}

let own: Electron.Session | null = null;
function ownSession(places: Places, services: Services): Electron.Session {
  if (own) return own;
  own = session.fromPartition(partition);
  handleScheme(own, { root: places.renderer, image: services.library.image });
  return own;
}

// What was typed in the last moment is written before the process ends.
function keepWords(app: App, services: Services): void {
  let kept = false;
  // After the window closed: its last place counts as well.
  app.on('will-quit', (event) => {
    if (kept) return;
    event.preventDefault();
    void services.stop().finally(() => {
      kept = true;
      app.quit();
    });
  });
}

async function smoke(app: App, services: Services, clock: Parameters<typeof firstTextMs>[0]): Promise<void> {
  const result = await runSmoke({ ...clock, library: services.library.state, runtime: `Electron ${process.versions.electron}` });
  process.stdout.write(`${JSON.stringify(result)}\n`);
  await services.stop();
  app.exit(result.ok ? 0 : 1);
}
