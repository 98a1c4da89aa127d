// Where the tools keep what does not belong in the clone. As root the cache must be readable by the
// unprivileged user that Electron runs as, so it cannot be in root's home.
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..');
export const isRoot = process.getuid?.() === 0;

function cacheRoot(): string {
  const chosen = process.env.NATIONAL_GUIDES_CACHE;
  if (chosen) return path.resolve(chosen);
  if (process.platform === 'win32')
    return path.join(process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'national-guides-tools');
  if (isRoot) return '/var/cache/national-guides';
  return path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'national-guides');
}

export const cache = cacheRoot();
/** Two clones on one machine must not overwrite each other's staged app. */
export const cloneKey = createHash('sha256').update(root).digest('hex').slice(0, 12);
export const dist = path.join(root, 'dist');
export const appOut = path.join(dist, 'app');
export const seedOut = path.join(dist, 'seed');
export const stageDir = path.join(cache, 'stage', cloneKey);
export const executableName = process.platform === 'win32' ? 'national-guides.exe' : 'national-guides';
