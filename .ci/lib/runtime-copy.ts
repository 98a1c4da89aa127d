// electron-builder expects a runtime folder as Electron's own zip has it: executable called "electron".
import { cpSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, executableName } from './places.ts';
import type { Runtime } from './runtime.ts';

/** A temporary copy; the caller removes it. */
export function runtimeAsElectron(runtime: Runtime): string {
  const dir = mkdtempSync(path.join(cache, 'dist-'));
  cpSync(runtime.dir, dir, { recursive: true, verbatimSymlinks: true });
  renameSync(path.join(dir, executableName), path.join(dir, executableName.replace('national-guides', 'electron')));
  writeFileSync(path.join(dir, 'version'), runtime.version);
  return dir;
}
