// A folder that is one pack, or a folder of packs -> the packs' sources. A pack is a folder with `pack.yml`; in
// lenient mode a folder without any is one pack of that name.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/guide/model.ts';
import { readSourceFolder, type SourceFile } from '../node/source-folder.ts';
import { UsageError } from './arguments.ts';

export interface PackSources {
  /** Name of the pack's folder. */
  readonly name: string;
  /** Prefix of this pack's paths in messages: below the folder that was given; "" or ending in "/". */
  readonly prefix: string;
  readonly files: readonly SourceFile[];
}

export interface ReadPacks {
  readonly packs: readonly PackSources[];
  /** Files in no pack, links, unreadable things … with paths below the folder that was given. */
  readonly problems: readonly Problem[];
}

const packFile = 'pack.yml';

/** Throws the system's error when the folder cannot be read. */
export function readPacks(folder: string, mode: 'strict' | 'lenient'): ReadPacks {
  const name = path.basename(path.resolve(folder));
  const { files, problems } = readSourceFolder(folder);
  const names = new Set(files.filter((file) => /^[^/]+\/pack\.yml$/.test(file.path)).map((file) => file.path.split('/')[0] ?? ''));
  if (existsSync(path.join(folder, packFile)) || (names.size === 0 && mode === 'lenient'))
    return { packs: [{ name, prefix: '', files }], problems };
  const found: Problem[] = [...problems];
  const packs = new Map<string, SourceFile[]>([...names].map((pack) => [pack, []]));
  for (const file of files) {
    const [first = '', ...rest] = file.path.split('/');
    const pack = packs.get(first);
    if (pack) pack.push({ path: rest.join('/'), bytes: file.bytes });
    // A README beside the packs is for their authors.
    else if (!/^README\.md$/i.test(file.path))
      found.push(
        problem(file.path, mode === 'strict' ? 'error' : 'warning', 'pack-stray', 'Left out: it lies in no pack (a folder with pack.yml).'),
      );
  }
  if (packs.size === 0)
    found.push(
      problem('.', 'error', 'pack-none', `There is no ${packFile} here or one folder below; --lenient makes one pack of any folder.`),
    );
  return { packs: [...packs].map(([pack, inside]) => ({ name: pack, prefix: `${pack}/`, files: inside })), problems: found };
}

/** The channel's pack from a folder that is one, or that holds packs. Throws `UsageError` and the system's errors. */
export function packOfChannel(folder: string, channel: string): { readonly pack: PackSources; readonly others: readonly PackSources[] } {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`There is no folder "${folder}".`);
  const { packs } = readPacks(folder, 'strict');
  const channelOf = ({ files }: PackSources) => {
    const yml = files.find(({ path: file }) => file === packFile);
    return /^channel:\s*["']?([a-z0-9-]+)/m.exec(yml ? Buffer.from(yml.bytes).toString('utf8') : '')?.[1];
  };
  const [only] = packs;
  const pack = packs.find((one) => channelOf(one) === channel) ?? (packs.length === 1 ? only : undefined);
  if (!pack) throw new UsageError(`There is no pack of the channel "${channel}" in "${folder}".`);
  return { pack, others: packs.filter((one) => one !== pack) };
}

function problem(file: string, severity: Problem['severity'], rule: string, message: string): Problem {
  return { severity, rule, file, line: 0, field: null, message };
}
