// Key cards named on the command line: files, or folders of them. A card that is not one stops the command with the
// file's name; nothing is half done then.
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type KeyCard, readCard } from '../core/publish/key-card.ts';
import type { GroupKey } from '../core/publish/root-group.ts';
import { sha256 } from '../node/hash.ts';
import { UsageError } from './arguments.ts';
import { printable, type Terminal } from './terminal.ts';

/** Throws `UsageError`. A folder stands for the files in it whose names end in `.card.json`. */
export function readCards(named: readonly string[]): readonly KeyCard[] {
  const files = named.flatMap((name) => {
    const stat = statSync(name, { throwIfNoEntry: false });
    if (!stat) throw new UsageError(`There is no key card "${name}".`);
    if (!stat.isDirectory()) return [name];
    const cards = readdirSync(name).filter((file) => file.endsWith('.card.json'));
    if (cards.length === 0) throw new UsageError(`There is no key card (*.card.json) in the folder "${name}".`);
    return cards.sort().map((file) => path.join(name, file));
  });
  return files.map(readCardFile);
}

export function readCardFile(file: string): KeyCard {
  const card = readCard(readFileSync(file), sha256);
  if (card.ok) return card.value;
  const { code, data } = card.error;
  if (code === 'APP_TOO_OLD') throw new UsageError(`${file} was made by a newer version of National Guides.`);
  throw new UsageError(`${file} is not a whole key card (${String(data.why)}). Ask for it again.`);
}

/** Who it is, and the words to compare by telephone. */
export function sayCards(cards: readonly KeyCard[], terminal: Terminal): void {
  if (cards.length === 0) return;
  terminal.out('Telephone each of these people and let them read out their six words before you sign:');
  for (const card of cards) terminal.out(`  ${printable(nameOf(card))}: ${card.fingerprint.join(' ')}`);
}

export function nameOf({ name, force, keyid }: Pick<GroupKey, 'name' | 'force' | 'keyid'>): string {
  return name === null ? `key ${keyid.slice(0, 8)}` : force === null ? name : `${name}, ${force}`;
}

/** Whether a file lies, or would lie, inside a share: what is there is read by everybody. */
export function isInShare(file: string): boolean {
  const marks = ['directory/metadata', 'staging/directory'];
  for (let folder = existing(path.resolve(path.dirname(file))); ; folder = path.dirname(folder)) {
    if (marks.some((mark) => statSync(path.join(folder, mark), { throwIfNoEntry: false })?.isDirectory())) return true;
    if (path.dirname(folder) === folder) return false;
  }
}

function existing(folder: string): string {
  let here = folder;
  while (!statSync(here, { throwIfNoEntry: false }) && path.dirname(here) !== here) here = path.dirname(here);
  return realpathSync(here);
}
