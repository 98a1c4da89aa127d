import { EventEmitter } from 'node:events';
import { describe, expect, test, vi } from 'vitest';

const made = vi.hoisted(() => [] as { options: Record<string, unknown> }[]);
vi.mock('electron', () => ({
  BrowserWindow: class extends EventEmitter {
    readonly options: Record<string, unknown>;
    webContents = new EventEmitter();
    show = vi.fn();
    maximize = vi.fn();
    loadURL = vi.fn(async () => undefined);
    isDestroyed = () => false;
    isMaximized = () => true;
    getNormalBounds = () => ({ x: 1, y: 2, width: 3, height: 4 });
    constructor(options: Record<string, unknown>) {
      super();
      this.options = options;
      made.push(this);
    }
  },
}));
const { openMainWindow, webPreferences } = await import('../../../electron/windows/main-window.ts');

const moved = vi.fn();
const ports = {
  session: {} as never,
  preload: '/app/preload.cjs',
  icon: '/app/icon.png',
  background: '#123456',
  opening: { width: 800, height: 600, maximised: true },
  testBuild: false,
  moved,
  lost: vi.fn(),
};

describe('the window', () => {
  const window = openMainWindow(ports) as unknown as EventEmitter & Record<'show' | 'maximize' | 'loadURL', ReturnType<typeof vi.fn>>;

  test('is made hidden, in the colour of the theme, and loads our page', () => {
    expect(made[0]?.options).toMatchObject({ show: false, backgroundColor: '#123456', width: 800, minWidth: 480 });
    expect(window.loadURL).toHaveBeenCalledWith('guides://app/index.html');
    expect(window.show).not.toHaveBeenCalled();
  });

  test('is shown with its first paint, maximised if it was', () => {
    window.emit('ready-to-show');
    expect(window.maximize).toHaveBeenCalled();
    expect(window.show).toHaveBeenCalled();
  });

  test.each(['resize', 'move', 'maximize', 'unmaximize', 'close'])('tells its place when it is %s', (event) => {
    moved.mockReset();
    window.emit(event);
    expect(moved).toHaveBeenCalledWith({ x: 1, y: 2, width: 3, height: 4, maximised: true });
  });
});

describe('a page that was lost', () => {
  type Fake = EventEmitter & { webContents: EventEmitter; loadURL: ReturnType<typeof vi.fn> };
  const fresh = () => {
    const window = openMainWindow(ports) as unknown as Fake;
    window.loadURL.mockClear();
    return window;
  };

  test('to an empty one is loaded again', () => {
    const window = fresh();
    window.webContents.emit('did-navigate', {}, 'guides://app/index.html');
    expect(window.loadURL).not.toHaveBeenCalled();
    window.webContents.emit('did-navigate', {}, 'about:blank');
    expect(window.loadURL).toHaveBeenCalledWith('guides://app/index.html');
    expect(ports.lost).toHaveBeenCalledWith('left');
  });

  test('with its process is loaded again, but not for ever', () => {
    const window = fresh();
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(window.loadURL).not.toHaveBeenCalled();
    for (let count = 0; count < 10; count += 1) window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.loadURL).toHaveBeenCalledTimes(3);
  });
});

test('a page is sandboxed, isolated, without Node, and every guard is said out loud', () =>
  expect(webPreferences(ports)).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  }));
