// A small world for the model: two replicas of a share in real folders, a channel's group whose people change, and
// readers with real stores and clocks of their own. Knows everything that was ever published; says what is wrong.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { importShare } from '../../content/node/import-share.ts';
import { makeSigner, type Signer } from '../../content/node/keys.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { readState } from '../../content/node/store-state.ts';
import { editionOf, firstRoots, folderOf, groups, listsOf, rootOf, writeFiles } from './attack-scene.ts';
import { editionFiles, facebook } from './demo-share.ts';
import { nowVersion } from './signed-repository.ts';

const channel = folderOf('facebook');
/** Newcomers are taken from here, so that a run makes no keys. */
const reserve: readonly Signer[] = Array.from({ length: 10 }, makeSigner);
const faces = [...groups.facebook, ...reserve];

interface Reader {
  readonly store: string;
  /** Seconds that this PC's clock is wrong by. */
  clock: number;
  version: number;
  root: number;
  floors: readonly number[];
}

export class World {
  readonly broken: string[] = [];
  readonly published = new Map<number, readonly string[]>();
  /** Who signed what of this version, and who were editors under each root. */
  readonly #signed = new Map<number, readonly Signer[]>();
  readonly #editorsOf = new Map<number, readonly Signer[]>();
  readonly #folder: string;
  readonly #copies: { readonly of: number; readonly folder: string }[] = [];
  readonly #readers: Reader[];
  #time = nowVersion;
  #editors: readonly Signer[] = groups.facebook;
  #rootVersion = 1;
  imports = 0;
  accepted = 0;

  constructor(folder: string) {
    this.#folder = folder;
    this.#readers = [0, 1, 2].map((index) => ({
      store: path.join(folder, `store-${index}`),
      clock: 0,
      version: 0,
      root: 0,
      floors: [0, 0, 0],
    }));
    this.#editorsOf.set(1, this.#editors);
    for (const replica of [0, 1]) {
      writeFiles(
        this.#at(replica),
        new Map([
          ['directory/metadata/1.root.json', firstRoots.directory],
          [`${channel}/metadata/1.root.json`, firstRoots.facebook],
          ...editionOf('directory', {
            version: nowVersion,
            files: listsOf({ channels: ['facebook'] }),
            expires: new Date((nowVersion + 4000 * 86_400) * 1000),
          }),
        ]),
      );
    }
    this.publish(0, 'good');
    this.copy(0, 1, 100);
  }

  #at(replica: number): string {
    return path.join(this.#folder, `replica-${replica}`);
  }

  /** Signed by those who may, or by too few, or by people who may not: only the first counts as published. */
  publish(replica: number, how: 'good' | 'too few' | 'strangers'): void {
    this.#time += 60;
    const version = this.#time;
    const texts = [`# Edition ${version}\n\nBy ${how}.\n`, `# More of ${version}\n`];
    const people = how === 'strangers' ? groups.strangers : this.#editors;
    const signers = { targets: people.slice(0, how === 'too few' ? 1 : 2), snapshot: people.slice(0, 2), timestamp: people.slice(0, 1) };
    if (how === 'good') this.published.set(version, texts);
    this.#signed.set(version, people.slice(0, 2));
    writeFiles(
      this.#at(replica),
      editionOf('facebook', { version, files: editionFiles(facebook, texts), signers, expires: new Date((version + 45 * 86_400) * 1000) }),
    );
  }

  /** Some editors lost their keys: the stewards put others in their place, who publish next. */
  rotate(replica: number, lost: number): void {
    const left = this.#editors.slice(lost);
    const fresh = faces.filter((face) => !this.#editors.includes(face)).slice(0, lost);
    this.#editors = [...left, ...fresh];
    this.#rootVersion += 1;
    this.#editorsOf.set(this.#rootVersion, this.#editors);
    writeFiles(
      this.#at(replica),
      new Map([
        [`${channel}/metadata/${this.#rootVersion}.root.json`, rootOf('facebook', { version: this.#rootVersion, editors: this.#editors })],
      ]),
    );
    this.publish(replica, 'good');
  }

  /** Keeps a copy of a replica, to go back to. */
  keep(replica: number): void {
    const folder = path.join(this.#folder, `kept-${this.#copies.length}`);
    cpSync(this.#at(replica), folder, { recursive: true });
    this.#copies.push({ of: replica, folder });
  }

  rollBack(replica: number, which: number): void {
    const copy = this.#copies[which % Math.max(1, this.#copies.length)];
    if (!copy) return;
    rmSync(this.#at(replica), { recursive: true });
    cpSync(copy.folder, this.#at(replica), { recursive: true });
  }

  /** Some of the files of one replica come to the other: in hundredths, taken evenly. */
  copy(from: number, to: number, percent: number): void {
    let count = 0;
    for (const folder of ['metadata', 'targets']) {
      const [source, target] = [from, to].map((replica) => path.join(this.#at(replica), channel, folder)) as [string, string];
      mkdirSync(target, { recursive: true });
      for (const name of readdirSync(source)) {
        count += percent;
        if (count < 100) continue;
        count -= 100;
        cpSync(path.join(source, name), path.join(target, name));
      }
    }
  }

  damage(replica: number, which: number, how: 'cut' | 'zeroes' | 'gone' | 'bit'): void {
    const folder = path.join(this.#at(replica), channel, which % 2 === 0 ? 'metadata' : 'targets');
    const names = readdirSync(folder);
    const file = path.join(folder, names[which % names.length] ?? '');
    const bytes = readFileSync(file);
    if (how === 'gone') rmSync(file);
    else if (how === 'cut') writeFileSync(file, bytes.subarray(0, bytes.length >> 1));
    else if (how === 'zeroes') writeFileSync(file, Buffer.alloc(bytes.length));
    else if (bytes.length > 0)
      writeFileSync(
        file,
        bytes.map((byte, at) => (at === which % bytes.length ? byte ^ 1 : byte)),
      );
  }

  pass(days: number): void {
    this.#time += days * 86_400;
  }

  setClock(reader: number, days: number): void {
    const found = this.#readers[reader];
    if (found) found.clock = days * 86_400;
  }

  /** @param stopAfter the import is stopped after so many files; it never ends by itself. */
  async sync(which: number, replica: number, stopAfter: number | null): Promise<void> {
    const reader = this.#readers[which] as Reader;
    const now = new Date((this.#time + reader.clock) * 1000);
    const stop = (done: number) => {
      if (stopAfter !== null && done > stopAfter) throw new Error('stopped');
    };
    const report = await importShare({
      store: reader.store,
      share: this.#at(replica),
      pinnedRoot: firstRoots.directory,
      now,
      onProgress: stop,
    });
    this.imports += 1;
    if (report.changed) this.accepted += 1;
    if (stopAfter === null && JSON.stringify(report).includes('UNEXPECTED'))
      this.broken.push(`reader ${which}: a code that nobody foresaw: ${JSON.stringify(report)}`);
    await this.#check(which, reader);
  }

  /** A new root resets what its keys no longer vouch for (5.3.11), and nothing else. */
  #vouches(root: number, version: number, threshold = 2): boolean {
    const editors = this.#editorsOf.get(root) ?? [];
    return (this.#signed.get(version) ?? []).slice(0, threshold).every((signer) => editors.includes(signer));
  }

  async #check(which: number, reader: Reader): Promise<void> {
    const local = await openLocalStore(reader.store);
    const [held] = local.held();
    const state = readState(reader.store).channels[0];
    const version = held?.seal.version ?? 0;
    const root = state?.set ? rootVersionOf(reader.store, state.set) : 0;
    const floors = state ? [state.floors.timestamp, state.floors.snapshot, state.floors.targets] : [0, 0, 0];
    if (reader.version > 0 && !held) this.broken.push(`reader ${which} lost edition ${reader.version}`);
    if (root < reader.root) this.broken.push(`reader ${which} went back to root ${root} from ${reader.root}`);
    if (version < reader.version && this.#vouches(root, reader.version))
      this.broken.push(`reader ${which} went back from ${reader.version} to ${version}`);
    if (floors.some((floor, at) => floor < (reader.floors[at] ?? 0) && this.#vouches(root, reader.floors[at] ?? 0, at === 0 ? 1 : 2)))
      this.broken.push(`reader ${which}: a floor fell to ${floors.join()}`);
    if (held) {
      const texts: string[] = [];
      for (const { id } of held.guides) texts.push((await local.openGuide(id)).source);
      if (JSON.stringify(texts) !== JSON.stringify(this.published.get(version)))
        this.broken.push(`reader ${which} reads ${JSON.stringify(texts)} at ${version}`);
    }
    Object.assign(reader, { version, root, floors });
  }
}

/** The newest root of the stored set, which holds the whole chain and was verified when it was written. */
function rootVersionOf(store: string, set: string): number {
  const text = readFileSync(path.join(store, 'metadata', `${set}.set`), 'utf8');
  return Math.max(0, ...Array.from(text.matchAll(/"_type":"root".*?"version":(\d+)/gs), ([, version]) => Number(version)));
}
