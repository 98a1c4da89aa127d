// Puts the built app and the runtime together as an unpacked app that can be started, with the same layout
// as a packaged one: the executable, and the app and its seed under `resources`.
import { chmodSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { appOut, executableName, isRoot, root, seedOut, stageDir } from './places.ts';
import type { Runtime } from './runtime.ts';

export interface Staged {
  /** Start this: as root a wrapper that changes to an unprivileged user, else the app's own executable. */
  readonly command: string;
  readonly dir: string;
  /** Folder under which a run may keep its user data; writable by whoever the app runs as. */
  readonly home: string;
}

/** Another seed than the bundled guides, for tests and measurements with other people's documents. */
export interface Variant {
  readonly name: string;
  /** Folder with the share to carry, and the file with its directory's first root. */
  readonly seed: string;
  readonly pinnedRoot: string;
  /** Changes when the seed does. */
  readonly stamp: string;
}

/** @param built stamp of the build: nothing is copied when the stage already holds it. */
export function stageApp(runtime: Runtime, built: string, variant?: Variant): Staged {
  const dir = variant ? `${stageDir}-${variant.name}` : stageDir;
  const stamp = path.join(dir, '.stamp');
  const wanted = `${runtime.source} ${runtime.version} ${built} ${variant?.stamp ?? ''}`;
  const home = `${dir}-home`;
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    rmSync(stamp, { force: true });
    stageRuntime(runtime, dir);
    const resources = path.join(dir, 'resources');
    rmSync(path.join(resources, 'app'), { recursive: true, force: true });
    rmSync(path.join(resources, 'seed'), { recursive: true, force: true });
    const { name, productName, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, string>;
    mkdirSync(path.join(resources, 'app', 'dist'), { recursive: true });
    writeFileSync(path.join(resources, 'app', 'package.json'), JSON.stringify({ name, productName, version, main: 'dist/app/main.cjs' }));
    cpSync(appOut, path.join(resources, 'app', 'dist', 'app'), { recursive: true });
    cpSync(variant?.seed ?? seedOut, path.join(resources, 'seed'), { recursive: true });
    // Lets the end-to-end tests attach (electron/windows/switches.ts); an archive, as it ships, ignores it.
    writeFileSync(path.join(resources, 'test-build'), '');
    if (variant) cpSync(variant.pinnedRoot, path.join(resources, 'app', 'dist', 'app', 'root', '1.root.json'));
    writeFileSync(stamp, wanted);
  }
  return { command: runnable(dir, home), dir, home };
}

/** Makes `home` and returns what to start: as root a wrapper that changes to an unprivileged user. */
export function runnable(dir: string, home: string): string {
  mkdirSync(home, { recursive: true });
  if (isRoot) chmodSync(home, 0o1777);
  return isRoot ? asNobody(dir, home) : path.join(dir, executableName);
}

/** Makes `dir` a copy of the runtime without any app. */
export function stageRuntime(runtime: Runtime, dir: string): void {
  const mark = path.join(dir, '.runtime');
  const wanted = runtime.dir;
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  rmSync(dir, { recursive: true, force: true });
  linkTree(runtime.dir, dir);
  writeFileSync(mark, wanted);
}

// Hard links: the runtime is 250 MB and the same for every clone.
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else
      try {
        linkSync(source, target);
      } catch {
        cpSync(source, target);
      }
  }
}

// The user "nobody" exists everywhere and owns nothing, which is what a sandboxed test run should be.
function asNobody(dir: string, home: string): string {
  const wrapper = path.join(dir, 'run-as-nobody');
  const lines = [
    '#!/bin/sh',
    '# Chromium keeps its sandbox only for ordinary users.',
    `exec runuser -u nobody -- env HOME="${home}" XDG_CONFIG_HOME="${home}/config" XDG_RUNTIME_DIR="${home}" "${path.join(dir, executableName)}" "$@"`,
    '',
  ];
  writeFileSync(wrapper, lines.join('\n'), { mode: 0o755 });
  return wrapper;
}
