// A group whose keys lie in key files, as people have them, and a folder with its next guides.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeSeed, signerOfSeed, writeKeyFile } from '../../content/node/key-file.ts';
import type { Signer } from '../../content/node/keys.ts';
import { channel, firstBodies, type Group, makeGroup, sourcesOf } from './group.ts';
import { tempFolder } from './temp.ts';

export const passphrase = 'violet kettle under the stairs';

export interface GroupWithFiles extends Group {
  readonly folder: string;
  /** Key files of the first two editors and of the first three stewards. */
  readonly editorFiles: readonly string[];
  readonly stewardFiles: readonly string[];
}

export async function makeGroupWithFiles(): Promise<GroupWithFiles> {
  const folder = tempFolder();
  const make = async (name: string, role: 'editor' | 'steward', count: number) => {
    const seeds = Array.from({ length: 5 }, makeSeed);
    const files = seeds.slice(0, count).map((_, index) => path.join(folder, `${name}-${index + 1}.key`));
    for (const [index, file] of files.entries())
      await writeKeyFile(file, seeds[index] as Uint8Array, passphrase, {
        name: `${name} ${index + 1}`,
        force: null,
        role,
        made: '2026-11-22',
      });
    return { files, signers: seeds.map(signerOfSeed) as readonly Signer[] };
  };
  const editors = await make('editor', 'editor', 2);
  const stewards = await make('steward', 'steward', 3);
  const group = await makeGroup(firstBodies, { stewards: stewards.signers, editors: new Map([[channel, editors.signers]]) });
  return { ...group, folder, editorFiles: editors.files, stewardFiles: stewards.files };
}

/** Writes the sources of the channel's pack. */
export function writeSources(folder: string, bodies: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const { path: name, bytes } of sourcesOf(bodies)) writeFileSync(path.join(folder, name), bytes);
  return folder;
}
