// The one window: sandboxed, without Node, showing only guides://app. It is made before anything else is ready
// and shown with its first paint, in the colour of the theme.
import { BrowserWindow, type Session, type WebPreferences } from 'electron';
import { type Opening, type WindowPlace, windowSize } from './place.ts';
import { startPage } from './scheme.ts';

export interface WindowPorts {
  readonly session: Session;
  readonly preload: string;
  readonly icon: string;
  readonly background: string;
  readonly opening: Opening;
  readonly testBuild: boolean;
  /** Called with each new place and once more before the window closes. */
  readonly moved: (place: WindowPlace) => void;
  /** The page was lost and is loaded again: for the log. */
  readonly lost: (why: string) => void;
}

/** A page that dies more often than this is not saved by loading it once more. */
const mostReloads = 3;

/** Every guard said out loud, also where it is the default: a default may change. */
export function webPreferences({ session, preload, testBuild }: Pick<WindowPorts, 'session' | 'preload' | 'testBuild'>): WebPreferences {
  return {
    session,
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    enableWebSQL: false,
    autoplayPolicy: 'document-user-activation-required',
    devTools: testBuild,
    v8CacheOptions: 'code',
  };
}

export function openMainWindow(ports: WindowPorts): BrowserWindow {
  const { maximised, ...bounds } = ports.opening;
  const window = new BrowserWindow({
    ...bounds,
    minWidth: windowSize.minWidth,
    minHeight: windowSize.minHeight,
    show: false,
    backgroundColor: ports.background,
    icon: ports.icon,
    title: 'National Guides',
    webPreferences: webPreferences(ports),
  });
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  const tell = (): void => {
    if (!window.isDestroyed()) ports.moved({ ...window.getNormalBounds(), maximised: window.isMaximized() });
  };
  // Linux says neither `resized` nor `moved`; whoever keeps the place gathers what comes often.
  for (const event of ['resize', 'move', 'maximize', 'unmaximize', 'close'] as const) window.on(event as 'close', tell);
  keepOnPage(window, ports.lost);
  void window.loadURL(startPage);
  return window;
}

// An empty page is reached without asking anybody, and a process may die: both times ours is loaded again.
function keepOnPage(window: BrowserWindow, lost: WindowPorts['lost']): void {
  let reloads = 0;
  const again = (why: string): void => {
    reloads += 1;
    lost(why);
    if (reloads <= mostReloads && !window.isDestroyed()) void window.loadURL(startPage);
  };
  window.webContents.on('did-navigate', (_event, url) => {
    if (!url.startsWith('guides://app/')) again('left');
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') again(reason);
  });
}
