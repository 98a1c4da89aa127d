// A shared folder that a test brings into one state after the other while the app runs: editions signed now, each
// newer than the last, whole or spoilt in one place; and the clock of the app, which can be moved on by hours.
import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { encodeUtf8 } from '../../content/core/base/utf8.ts';
import type { EditionFile } from '../../content/core/pack/model.ts';
import { dayMs } from '../../content/core/publish/roles.ts';
import {
  type EditionChoice,
  type Entry,
  editionOf,
  type Files,
  firstRoots,
  listsOf,
  type RootChoice,
  rootOf,
  writeFiles,
} from './attack-scene.ts';
import { editionFiles, facebook, x } from './demo-share.ts';
import type { RunningApp } from './electron-app.ts';

/** Version of the edition that the app comes with: an hour old, so that there is room for many newer ones. */
export const firstVersion = Math.floor(Date.now() / 1000) - 3_600;

export const inDays = (days: number): Date => new Date(Date.now() + days * dayMs);

/** The words by which an edition is known on the page. */
export const wordsOf = (version: number): string => `Edition number ${version - firstVersion}.`;

/** Two guides, an image, the index. */
export const filesAt = (version: number, more = 0): readonly EditionFile[] =>
  editionFiles(facebook, [
    `# Page\n\n${wordsOf(version)}\n`,
    ...Array.from({ length: more + 1 }, (_, at) => `# Part ${at} of ${version}\n`),
  ]);

/** The directory and both channels as the app comes with them. */
export function firstFiles(): Files {
  const roots = (['directory', 'facebook', 'x'] as const).map(
    (name) => [`${name === 'directory' ? name : `channels/${name}`}/metadata/1.root.json`, firstRoots[name]] as const,
  );
  return new Map<string, Entry>([
    ...roots,
    ...editionOf('directory', { version: firstVersion, expires: inDays(400), files: listsOf() }),
    ...editionOf('facebook', { version: firstVersion, expires: inDays(45), files: filesAt(firstVersion) }),
    ...editionOf('x', { version: firstVersion, expires: inDays(45), files: editionFiles(x, ['# Account\n\nSecure it.\n']) }),
  ]);
}

export interface Offered {
  readonly version: number;
  /** Path below the share -> what lies there. */
  readonly files: Files;
  /** Path of a metadata file of the channel, or of the blob whose name ends so. */
  at(role: 'targets' | 'snapshot' | 'timestamp'): string;
  blob(end: string): string;
  bytes(file: string): Uint8Array;
}

export interface StateShare {
  readonly folder: string;
  /** Publishes a newer edition of the channel in place of what is there; `spoil` changes its files before. */
  offer(choice?: Partial<EditionChoice>, spoil?: (offered: Offered) => void): number;
  /** `N.root.json` of the channel for each choice, from 2 on. */
  roots(...choices: readonly (RootChoice | null)[]): void;
  /** Another list of channels. */
  list(choice: Parameters<typeof listsOf>[0]): void;
  /** Takes it away or denies it; the function returned undoes that. */
  away(how: 'gone' | 'denied'): () => void;
}

export function stateShare(folder: string): StateShare {
  let version = firstVersion;
  let roots: Files = new Map();
  let directory: Files = new Map();
  const write = (channel: Files): void => {
    for (const name of ['channels', 'directory']) rmSync(path.join(folder, name), { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFiles(folder, new Map([...firstFiles(), ...directory, ...roots, ...channel]));
  };
  write(new Map());
  return {
    folder,
    offer(choice = {}, spoil = () => undefined) {
      version = choice.version ?? version + 10;
      const own = version;
      const files = editionOf('facebook', { version, expires: inDays(45), files: filesAt(version), ...choice });
      const last = choice.snapshotVersion ?? own;
      const offered: Offered = {
        version,
        files,
        at: (role) => `channels/facebook/metadata/${role === 'timestamp' ? role : `${role === 'targets' ? own : last}.${role}`}.json`,
        blob: (end) => [...files.keys()].find((name) => name.endsWith(end)) as string,
        bytes: (file) => files.get(file) as Uint8Array,
      };
      spoil(offered);
      write(files);
      return version;
    },
    roots(...choices) {
      roots = new Map(
        choices.flatMap((choice, index) =>
          choice ? [[`channels/facebook/metadata/${index + 2}.root.json`, rootOf('facebook', { version: index + 2, ...choice })]] : [],
        ),
      );
    },
    list(choice) {
      version += 10;
      directory = editionOf('directory', { version, expires: inDays(400), files: listsOf(choice) });
    },
    away(how) {
      if (how === 'gone') {
        renameSync(folder, `${folder}-gone`);
        return () => renameSync(`${folder}-gone`, folder);
      }
      chmodSync(folder, 0o000);
      return () => chmodSync(folder, 0o755);
    },
  };
}

/** Turns a bit of the first signature of a metadata file. */
export const withBadSignature = (bytes: Uint8Array): Uint8Array =>
  encodeUtf8(
    Buffer.from(bytes)
      .toString()
      .replace(/"sig":\s*"(.)/, (whole, first) => whole.slice(0, -1) + (first === '0' ? '1' : '0')),
  );

/** The clock of the app and of its window, moved on. The process that reads the share keeps the real one. */
export async function moveClock({ app, page }: RunningApp, hours: number): Promise<void> {
  const ms = hours * 3_600_000;
  // Twice, because each goes to its process as text and can use nothing from here.
  await app.evaluate((_, by) => {
    const before = Date;
    const later = () => before.now() + by;
    globalThis.Date = new Proxy(before, {
      construct: (target, args) => Reflect.construct(target, args.length === 0 ? [later()] : args),
      get: (target, key) => (key === 'now' ? later : Reflect.get(target, key)),
    });
  }, ms);
  await page.evaluate((by) => {
    const before = Date;
    const later = () => before.now() + by;
    globalThis.Date = new Proxy(before, {
      construct: (target, args) => Reflect.construct(target, args.length === 0 ? [later()] : args),
      get: (target, key) => (key === 'now' ? later : Reflect.get(target, key)),
    });
  }, ms);
}
