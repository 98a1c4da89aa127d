// Key cards as files, without the key files they belong to: what the stewards' commands are given.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { cardBytes, type KeyCard, makeCard } from '../../content/core/publish/key-card.ts';
import { sha256 } from '../../content/node/hash.ts';
import { makeSigner } from '../../content/node/keys.ts';

export function newCard(name: string, publicKey: string = makeSigner().key.keyval.public): KeyCard {
  return makeCard({ name, force: 'Test Police', public: publicKey, role: null, made: '2026-11-22T12:00:00.000Z' }, sha256);
}

/** Writes a card for each name into `folder`. @returns the files. */
export function writeCards(folder: string, names: readonly string[]): readonly string[] {
  return names.map((name) => writeCard(folder, newCard(name)));
}

export function writeCard(folder: string, card: KeyCard): string {
  const file = path.join(folder, `${card.name.replaceAll(' ', '-')}.card.json`);
  writeFileSync(file, cardBytes(card));
  return file;
}
