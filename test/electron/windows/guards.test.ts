import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { guardContents, guardEverything, guardSession, mayLoad, schemeOf, silentSwitches } from '../../../electron/windows/guards.ts';

const blocked = vi.fn();
beforeEach(() => blocked.mockReset());

describe('a page', () => {
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn(), setWebRTCIPHandlingPolicy: vi.fn() });
  guardContents(contents as never, blocked);

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('may not leave (%s)', (name) => {
    const event = { url: 'https://evil.example/path?q=word', preventDefault: vi.fn() };
    contents.emit(name, event);
    expect(event.preventDefault).toHaveBeenCalled();
    expect(JSON.stringify(blocked.mock.calls)).toContain('https');
    expect(JSON.stringify(blocked.mock.calls)).not.toContain('word');
  });

  test('may not embed another', () => {
    const event = { preventDefault: vi.fn() };
    contents.emit('will-attach-webview', event);
    expect(event.preventDefault).toHaveBeenCalled();
  });

  test('may not open a window', () => {
    const [[handler]] = contents.setWindowOpenHandler.mock.calls as [[(details: { url: string }) => unknown]];
    expect(handler({ url: 'guides://app/index.html' })).toEqual({ action: 'deny' });
  });
});

describe('a session', () => {
  const handlers: Record<string, (...args: never[]) => unknown> = {};
  const keep = (name: string) => (handler: (...args: never[]) => unknown) => {
    handlers[name] = handler;
  };
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setSpellCheckerEnabled: vi.fn(),
    protocol: { handle: vi.fn() },
    webRequest: { onBeforeRequest: keep('load') },
  });
  guardSession(session as never, blocked);
  const call = (name: string, ...args: unknown[]) => handlers[name]?.(...(args as never[]));

  test.each([
    'geolocation',
    'notifications',
    'media',
    'midi',
    'midiSysex',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'clipboard-read',
    'display-capture',
    'window-management',
    'hid',
    'serial',
    'usb',
    'idle-detection',
    'storage-access',
    'fileSystem',
    'speaker-selection',
    'deprecated-sync-clipboard-read',
    'mediaKeySystem',
    'keyboardLock',
    'unknown',
    'top-level-storage-access',
    'something-of-next-year',
  ])('may not have %s', (permission) => {
    const decide = vi.fn();
    call('request', {}, permission, decide);
    expect(decide).toHaveBeenCalledWith(false);
    expect(call('check', {}, permission)).toBe(false);
  });

  test('may copy', () => {
    const decide = vi.fn();
    call('request', {}, 'clipboard-sanitized-write', decide);
    expect(decide).toHaveBeenCalledWith(true);
    expect(call('check', {}, 'clipboard-sanitized-write')).toBe(true);
  });

  test('may have no device', () => expect(call('device')).toBe(false));

  test('may download nothing', () => {
    const event = { preventDefault: vi.fn() };
    session.emit('will-download', event);
    expect(event.preventDefault).toHaveBeenCalled();
  });

  test('may load from our scheme only, and the rest is logged without its address', () => {
    const decide = vi.fn();
    call('load', { url: 'guides://app/main.js', resourceType: 'script' }, decide);
    expect(decide).toHaveBeenLastCalledWith({ cancel: false });
    expect(blocked).not.toHaveBeenCalled();
    call('load', { url: 'https://evil.example/word', resourceType: 'image' }, decide);
    expect(decide).toHaveBeenLastCalledWith({ cancel: true });
    expect(blocked).toHaveBeenCalledWith('request', { scheme: 'https', what: 'image' });
  });

  test('finds nothing behind other schemes', () =>
    expect(session.protocol.handle.mock.calls.map(([scheme]) => scheme)).toEqual(['file', 'http', 'https']));

  test('checks no spelling, which would fetch word lists', () => expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false));
});

test('every page and session to come is guarded', () => {
  const app = new EventEmitter();
  guardEverything(app as never, blocked);
  expect(app.eventNames()).toEqual(expect.arrayContaining(['web-contents-created', 'session-created', 'login', 'certificate-error']));
  const decide = vi.fn();
  app.emit('certificate-error', { preventDefault: () => undefined }, {}, '', '', {}, decide);
  expect(decide).toHaveBeenCalledWith(false);
});

test.each([
  ['guides://app/x.js', true],
  ['guides://image/a/b.png', true],
  ['guides://application/x.js', false],
  ['guides://app', false],
  ['https://guides://app/', false],
  ['file:///etc/passwd', false],
  ['data:text/html,x', false],
  ['blob:guides://app/1', false],
  ['ws://127.0.0.1/', false],
  ['chrome://version', false],
  ['', false],
])('a request to %s may go: %s', (url, may) => expect(mayLoad(url)).toBe(may));

test.each([
  ['HTTPS://a/b', 'https'],
  ['\\\\server\\share', ''],
  ['', ''],
])('of %s the log keeps "%s"', (url, scheme) => expect(schemeOf(url)).toBe(scheme));

test('names are looked up nowhere', () => expect(silentSwitches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']));
