// One attack on a share, carried out: a store that holds the older good edition meets the spoilt offer through the
// real import. Says the code that came out, and everything that must hold whatever the code was.
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { RoleName } from '../../content/core/trust/metadata.ts';
import { type ImportReport, importShare } from '../../content/node/import-share.ts';
import { readState } from '../../content/node/store-state.ts';
import {
  type EditionChoice,
  type Entry,
  editionOf,
  type Files,
  firstRoots,
  folderOf,
  heldShare,
  heldTexts,
  heldVersion,
  offeredShare,
  offeredTexts,
  offeredVersion,
  type RepositoryName,
  type RootChoice,
  rootOf,
  writeFiles,
} from './attack-scene.ts';
import { facebook } from './demo-share.ts';
import { readable } from './imports.ts';
import { now } from './signed-repository.ts';

/** The offered share, to be spoilt. */
export class Offer {
  readonly files: Files = new Map(offeredShare);
  /** The reader's clock and the app's pinned root. */
  now: Date = now;
  pinnedRoot: Uint8Array = firstRoots.directory;

  /** Path of the offered metadata file of a role. */
  at(repository: RepositoryName, role: RoleName): string {
    const name = role === 'root' ? '2.root' : role === 'timestamp' ? role : `${offeredVersion}.${role}`;
    return `${folderOf(repository)}/metadata/${name}.json`;
  }

  bytes(file: string): Uint8Array {
    const entry = this.files.get(file);
    if (!(entry instanceof Uint8Array)) throw new Error(`no file ${file}`);
    return entry;
  }

  /** Replaces one file; null takes it away. */
  change(file: string, make: (bytes: Uint8Array) => Entry | null): void {
    const entry = make(this.bytes(file));
    if (entry === null) this.files.delete(file);
    else this.files.set(file, entry);
  }

  /** Another edition in place of the offered one. Blobs of both stay. */
  edition(repository: RepositoryName, choice: EditionChoice): void {
    for (const role of ['targets', 'snapshot', 'timestamp'] as const) this.files.delete(this.at(repository, role));
    for (const [name, entry] of editionOf(repository, choice)) this.files.set(name, entry);
  }

  /** `N.root.json` for each choice, from 2 on. */
  roots(repository: RepositoryName, ...choices: readonly RootChoice[]): void {
    choices.forEach((choice, index) => {
      this.files.set(`${folderOf(repository)}/metadata/${index + 2}.root.json`, rootOf(repository, { version: index + 2, ...choice }));
    });
  }

  /** Path of the offered blob of a name. */
  blob(name: string, repository: RepositoryName = 'facebook'): string {
    const folder = `${folderOf(repository)}/targets/`;
    const metadata = JSON.parse(Buffer.from(this.bytes(this.at(repository, 'targets'))).toString()) as {
      signed: { targets: Record<string, { hashes: { sha256: string } }> };
    };
    return `${folder}${metadata.signed.targets[name]?.hashes.sha256}.${name}`;
  }
}

/** Name, what must come of it, and the spoiling. The result is a code, or the outcome and its warnings. */
export type Attack = readonly [
  name: string,
  expected: string,
  spoil: (offer: Offer) => void,
  where?: 'facebook' | 'directory',
  floors?: 'floors fall',
];

/** A store that took in the held edition: made once, copied for each attack. */
export async function heldStore(folder: string): Promise<string> {
  const [share, store] = [path.join(folder, 'held-share'), path.join(folder, 'held-store')];
  writeFiles(share, heldShare);
  const report = await importShare({ store, share, pinnedRoot: firstRoots.directory, now });
  if (resultOf(report, 'facebook') !== 'imported') throw new Error(`the fixture is wrong: ${JSON.stringify(report)}`);
  return store;
}

/** What became of the channel, or of the directory. */
export function resultOf(report: ImportReport, where: 'facebook' | 'directory'): string {
  if (where === 'directory')
    return report.directory.error?.code ?? ['fine', ...report.directory.warnings.map((warning) => warning.code)].join(' ');
  const found = report.channels.find(({ channel }) => channel === facebook);
  if (!found) return report.error?.code ?? 'absent';
  return found.error?.code ?? [found.outcome, ...found.warnings.map(({ code }) => code)].join(' ');
}

export interface Ground {
  /** Scratch folder of this attack, empty. */
  readonly folder: string;
  /** From `heldStore`. */
  readonly store: string;
  /** Tries the same on a PC that held nothing. */
  readonly onNewPc: boolean;
  /** Where readers see what was written to a folder: a mount, a network share; the folder itself by default. */
  readonly seenAt?: (folder: string) => string;
}

export interface Verdict {
  readonly result: string;
  /** What must never be, and was. */
  readonly broken: readonly string[];
}

export async function carryOut(attack: Attack, ground: Ground): Promise<Verdict> {
  const [, expected, spoil, where = 'facebook', mayFall] = attack;
  const offer = new Offer();
  spoil(offer);
  const written = path.join(ground.folder, 'share');
  mkdirSync(written);
  writeFiles(written, offer.files);
  const share = ground.seenAt?.(written) ?? written;
  const [store, fresh] = [path.join(ground.folder, 'store'), path.join(ground.folder, 'fresh')];
  cpSync(ground.store, store, { recursive: true });
  const before = floors(store);
  const broken: string[] = [];
  const input = { share, pinnedRoot: offer.pinnedRoot, now: offer.now };
  const report = await importShare({ ...input, store });
  const result = resultOf(report, where);
  if (JSON.stringify(report).includes('UNEXPECTED')) broken.push('a code that nobody foresaw');

  const texts = (await readable(store)).filter((text) => !text.startsWith('# Account'));
  // Row by row of trust.md 1.4: reading goes on from the last good edition, or from a wholly verified newer one.
  const held = report.channels.find(({ channel }) => channel === facebook)?.version ?? heldVersion;
  if (!equal(texts, held === heldVersion ? heldTexts : offeredTexts)) broken.push(`reads ${JSON.stringify(texts)}`);
  const after = floors(store);
  for (const [name, floor] of before) if (!mayFall && (after.get(name) ?? 0) < floor) broken.push(`floor of ${name} fell`);

  // A PC that held nothing believes nothing more: it reads what was signed for it, or nothing.
  const first = ground.onNewPc ? await importShare({ ...input, store: fresh }) : null;
  if (JSON.stringify(first).includes('UNEXPECTED')) broken.push('a code that nobody foresaw on a new PC');
  const seen = existsSync(fresh) ? (await readable(fresh)).filter((text) => !text.startsWith('# Account')) : [];
  if (![[], heldTexts, offeredTexts].some((known) => equal(seen, known))) broken.push(`a new PC reads ${JSON.stringify(seen)}`);
  if (expected !== result) broken.push(`${result} instead of ${expected}`);
  return { result, broken };
}

/** Versions below which the store takes nothing, by repository and role. */
function floors(store: string): Map<string, number> {
  const state = readState(store);
  const list = [['directory', state.directory.floors] as const, ...state.channels.map(({ id, floors: own }) => [id, own] as const)];
  return new Map(list.flatMap(([id, own]) => Object.entries(own).map(([role, version]) => [`${id} ${role}`, version as number])));
}

const equal = (one: readonly string[], two: readonly string[]) => JSON.stringify(one) === JSON.stringify(two);
