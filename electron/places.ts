// Where this app keeps what, and where its own files lie. A person's words and the browser engine's files are
// kept apart, so that clearing the one never touches the other.
import path from 'node:path';

export interface Places {
  /** Folder of everything below. On Windows never in the roaming profile: the store may be large. */
  readonly userData: string;
  /** Chromium's own: code cache, local state. Disposable. */
  readonly browser: string;
  readonly store: string;
  /** Filled by IT for all users of a PC; only ever read. */
  readonly machineStore: string;
  readonly searchCache: string;
  readonly logs: string;
  /** Of the installed app. */
  readonly resources: string;
  readonly seed: string;
  readonly pinnedRoot: string;
  readonly renderer: string;
  readonly preload: string;
  readonly workers: string;
  readonly icon: string;
}

export const appFolderName = 'National Guides';

/** @param app folder with the built app (`dist/app`); @param userData folder chosen by `userDataFolder` */
export function placesOf(
  app: string,
  resources: string,
  userData: string,
  platform: string = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Places {
  return {
    userData,
    browser: path.join(userData, 'browser'),
    store: path.join(userData, 'store'),
    machineStore: machineStoreFolder(platform, env),
    searchCache: path.join(userData, 'search-cache'),
    logs: path.join(userData, 'logs'),
    resources,
    seed: path.join(resources, 'seed'),
    pinnedRoot: path.join(app, 'root', '1.root.json'),
    renderer: path.join(app, 'renderer'),
    preload: path.join(app, 'preload.cjs'),
    workers: path.join(app, 'workers'),
    icon: path.join(app, 'icons', '256x256.png'),
  };
}

/** Beside the machine's policy. */
export function machineStoreFolder(platform: string, env: Readonly<Record<string, string | undefined>>): string {
  return platform === 'win32'
    ? path.win32.join(env.ProgramData ?? 'C:\\ProgramData', 'NationalGuides', 'store')
    : '/var/lib/national-guides/store';
}

/**
 * @param chosen value of --user-data-dir, or ""
 * @param appData Electron's per-user folder: `~/.config` on Linux
 */
export function userDataFolder(
  chosen: string,
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  appData: string,
): string {
  if (chosen !== '') return path.resolve(chosen);
  if (platform === 'win32' && env.LOCALAPPDATA) return path.win32.join(env.LOCALAPPDATA, appFolderName);
  return path.join(appData, appFolderName);
}
