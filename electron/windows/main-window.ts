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
}

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
  for (const event of ['resized', 'moved', 'maximize', 'unmaximize', 'close'] as const) window.on(event as 'close', tell);
  void window.loadURL(startPage);
  return window;
}
