// Starts the real app for an end-to-end test: staged as packaged, with its sandbox on, in a fresh user data folder
// and on a display of its own where there is none. NATIONAL_GUIDES_APP names another executable to test.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { ensureBuilt } from '../../.ci/lib/build.ts';
import { ensureDisplay, ensureLibraries } from '../../.ci/lib/display.ts';
import { ensureRuntime } from '../../.ci/lib/runtime.ts';
import { type Staged, stageApp, type Variant } from '../../.ci/lib/stage.ts';

export interface LaunchOptions {
  /** Kept when given, for a second start with what the first one left; else fresh and removed on close. */
  readonly userDataDir?: string;
  readonly args?: readonly string[];
  /** Machine policy: an object is written as JSON, a string as it is. */
  readonly policy?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  /** Another seed than the bundled guides. */
  readonly variant?: Variant;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userDataDir: string;
  /** The app's own process (not the test's). */
  readonly pid: number;
  close(): Promise<void>;
}

let staging: Promise<Staged> | undefined;

/** Builds and stages once for each test process; nothing is done when it is current. */
export function stagedApp(variant?: Variant): Promise<Staged> {
  const make = async (): Promise<Staged> => {
    const runtime = await ensureRuntime();
    ensureLibraries(runtime, process.platform === 'linux' && !process.env.DISPLAY);
    const chosen = process.env.NATIONAL_GUIDES_APP;
    if (chosen && !variant)
      return { command: chosen, dir: path.dirname(chosen), home: openFolder(path.join(tmpdir(), 'national-guides-e2e')) };
    return stageApp(runtime, await ensureBuilt(), variant);
  };
  if (variant) return make();
  staging ??= make();
  return staging;
}

/** A folder that the unprivileged user of a run as root can write to as well. */
export function openFolder(dir: string): string {
  mkdirSync(dir, { recursive: true });
  chmodSync(dir, 0o777);
  return dir;
}

export async function freshUserDataDir(): Promise<string> {
  const { home } = await stagedApp();
  return openFolder(mkdtempSync(path.join(home, 'e2e-')));
}

let display: Promise<Awaited<ReturnType<typeof ensureDisplay>>> | undefined;
let users = 0;

/** The environment with a display; call the returned `release` when done, so that no display outlives the tests. */
export async function displayEnv(): Promise<{ readonly env: Record<string, string>; release(): void }> {
  users += 1;
  display ??= ensureDisplay();
  const { env, stop } = await display;
  const all = Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    env: Object.fromEntries(all),
    release: () => {
      users -= 1;
      if (users > 0) return;
      stop();
      display = undefined;
    },
  };
}

/** Arguments of every start: no graphics card is needed, and the user data folder is the test's. */
export function launchArgs(userDataDir: string, options: Pick<LaunchOptions, 'args' | 'policy'> = {}): string[] {
  const policy: string[] = [];
  if (options.policy !== undefined) {
    const file = path.join(userDataDir, 'test-policy.json');
    writeFileSync(file, typeof options.policy === 'string' ? options.policy : JSON.stringify(options.policy), { mode: 0o644 });
    policy.push(`--policy-file=${file}`);
  }
  return [`--user-data-dir=${userDataDir}`, '--disable-gpu', ...policy, ...(options.args ?? [])];
}

export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const staged = await stagedApp(options.variant);
  const userDataDir = options.userDataDir ?? openFolder(mkdtempSync(path.join(staged.home, 'e2e-')));
  const screen = await displayEnv();
  try {
    const { app, page } = await attached(staged.command, launchArgs(userDataDir, options), { ...screen.env, ...options.env });
    // Ours, not Playwright's: a window that stays empty is never tried again.
    await page.waitForSelector('html[data-first-text]', { timeout: 20_000 });
    let closed = false;
    return {
      app,
      page,
      userDataDir,
      pid: await pidOf(app),
      close: async () => {
        if (closed) return;
        closed = true;
        try {
          await app.close();
        } finally {
          screen.release();
          if (options.userDataDir === undefined) rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
        }
      },
    };
  } catch (error) {
    screen.release();
    throw error;
  }
}

/**
 * The process with its first window. Started again where Playwright does not get hold of it: on a busy machine it was seen
 * to lose the first messages of a process whose window was long open. Each time is said in the log.
 */
async function attached(executablePath: string, args: string[], env: Record<string, string>) {
  for (let attempt = 1; ; attempt += 1) {
    let app: ElectronApplication | null = null;
    try {
      // Else Playwright adds the switch that turns the sandbox off.
      app = await _electron.launch({ executablePath, chromiumSandbox: true, args, env, timeout: 15_000 });
      return { app, page: await app.firstWindow({ timeout: 10_000 }) };
    } catch (error) {
      console.warn(`start ${attempt} was not taken hold of: ${String(error).split('\n')[0]}`);
      app?.process().kill('SIGKILL');
      if (attempt === 2) throw error;
    }
  }
}

/** Asked again where no answer comes: on a machine that is busy, Playwright was seen to lose one. */
async function pidOf(app: ElectronApplication): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const late = new Promise<null>((resolve) => setTimeout(resolve, 4_000, null).unref());
    const pid = await Promise.race([app.evaluate(() => process.pid), late]);
    if (pid !== null) return pid;
    if (attempt === 3) throw new Error('the app does not say its process id');
  }
}
