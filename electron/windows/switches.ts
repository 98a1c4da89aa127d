// Command-line switches with which somebody else could look into or steer a running app. A start with one of
// them is refused (exit code 3). The two that the end-to-end tests attach by are allowed in a test build only.
export const refusedExitCode = 3;

// Ways in (inspector, debugging port, foreign code) and ways to take a guard away.
const refused = new Set([
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
  'debug-port',
  'js-flags',
  'experimental-network-inspection',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'remote-debugging-targets',
  'auto-open-devtools-for-tabs',
  'load-extension',
  'disable-web-security',
  'disable-site-isolation-trials',
  'disable-features',
  'enable-blink-features',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'ignore-certificate-errors',
  'single-process',
  'no-zygote',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-setuid-sandbox',
  'disable-gpu-sandbox',
  'no-sandbox',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
  'proxy-server',
  'proxy-pac-url',
  'host-rules',
  'host-resolver-rules',
]);

// Playwright attaches by these. The main process's inspector and the window's protocol, both on a free port.
const forTests = new Set(['inspect', 'remote-debugging-port']);

/**
 * The first switch that may not be given, or null.
 * @param args the process's arguments without the executable
 * @param testBuild whether this is an unpacked app that the tests staged (see `isTestBuild`)
 */
export function refusedSwitch(args: readonly string[], testBuild: boolean, platform: string): string | null {
  for (const arg of args) {
    // Chromium ends its switches there.
    if (arg === '--') return null;
    const name = switchName(arg, platform);
    if (name === null || !refused.has(name)) continue;
    if (testBuild && forTests.has(name) && /=0$/.test(arg)) continue;
    return name;
  }
  return null;
}

/** Chromium takes one dash for two and, on Windows, a slash and any case. */
function switchName(arg: string, platform: string): string | null {
  const match = (platform === 'win32' ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/).exec(arg);
  return match?.[1] === undefined ? null : match[1].toLowerCase().replaceAll('_', '-');
}

/**
 * A test build is a loose app folder with the mark that .ci/lib/stage.ts puts beside it. What ships is an
 * archive, and its executable runs nothing else (fuse OnlyLoadAppFromAsar), so it can never be one.
 */
export function isTestBuild(appPath: string, markExists: boolean): boolean {
  return markExists && !/\.asar$/i.test(appPath);
}

/** Name of the mark in `resources`. */
export const testMark = 'test-build';
