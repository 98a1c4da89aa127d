// A key card: the public half of a person's key with their name, as a file that may be sent to anybody. Reading one
// checks that key id and words belong to the key; that the key belongs to the person, only a telephone call can.

import type { Sha256Of } from '../base/hash.ts';
import { ok, type Result } from '../base/result.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import { isObject, readJsonObject, refuse } from '../trust/read-json.ts';
import { fingerprintOf } from './fingerprint.ts';
import { keyIdOf } from './tuf-key.ts';

/** Version of a card's file. */
export const cardFormat = 1;

export interface KeyHolder {
  readonly name: string;
  readonly force: string | null;
  readonly keyid: string;
  /** 32 bytes in lower-case hexadecimal: what signatures are counted by. */
  readonly public: string;
}

export interface KeyCard extends KeyHolder {
  readonly format: typeof cardFormat;
  readonly fingerprint: readonly string[];
  /** What the person means to use it for; groups decide, not the card. */
  readonly role: 'steward' | 'editor' | null;
  /** ISO time. */
  readonly made: string;
}

/** A person's or a force's name fits in one line of a table. */
export const longestName = 80;

/** One line, not empty, no control or direction characters: it is shown to every reader. */
export function isPersonName(text: string): boolean {
  return text !== '' && text.length <= longestName && text.trim() === text && !/[\p{C}\p{Zl}\p{Zp}\\]/u.test(text);
}

export interface CardInput {
  readonly name: string;
  readonly force: string | null;
  readonly public: string;
  readonly role: KeyCard['role'];
  readonly made: string;
}

export function makeCard(input: CardInput, sha256: Sha256Of): KeyCard {
  const keyid = keyIdOf({ keytype: 'ed25519', scheme: 'ed25519', keyval: { public: input.public } }, sha256);
  return { format: cardFormat, ...input, keyid, fingerprint: fingerprintOf(input.public, sha256) };
}

/** As people see it in an editor: one field a line. */
export function cardBytes(card: KeyCard): Uint8Array<ArrayBuffer> {
  return encodeUtf8(`${JSON.stringify(card, null, 2)}\n`);
}

/** A card is a few hundred bytes; more is something else. */
const cardLimit = 8 * 1024;

/** INCOMPLETE (cut), TOO_LARGE, APP_TOO_OLD, or MALFORMED with `why` the field that is wrong. */
export function readCard(bytes: Uint8Array, sha256: Sha256Of): Result<KeyCard> {
  const file = 'card';
  const parsed = readJsonObject(bytes, cardLimit, file);
  if (!parsed.ok) return parsed;
  const { format, name, force, public: key, keyid, fingerprint, role = null, made } = parsed.value;
  if (typeof format === 'number' && format > cardFormat) return refuse('APP_TOO_OLD', file, 'format');
  // A key file has a public half too; taking it for a card would teach people to send it around.
  if (format !== cardFormat || isObject(parsed.value.kdf)) return refuse('MALFORMED', file, 'format');
  if (typeof key !== 'string' || !/^[0-9a-f]{64}$/.test(key)) return refuse('MALFORMED', file, 'public');
  if (typeof name !== 'string' || !isPersonName(name)) return refuse('MALFORMED', file, 'name');
  if (force !== null && (typeof force !== 'string' || !isPersonName(force))) return refuse('MALFORMED', file, 'force');
  if (role !== null && role !== 'steward' && role !== 'editor') return refuse('MALFORMED', file, 'role');
  if (typeof made !== 'string' || Number.isNaN(Date.parse(made))) return refuse('MALFORMED', file, 'made');
  const card = makeCard({ name, force, public: key, role, made }, sha256);
  if (keyid !== card.keyid) return refuse('MALFORMED', file, 'keyid');
  if (!Array.isArray(fingerprint) || fingerprint.join(' ') !== card.fingerprint.join(' ')) return refuse('MALFORMED', file, 'fingerprint');
  return ok(card);
}

export function holderOf({ name, force, keyid, public: key }: KeyHolder): KeyHolder {
  return { name, force, keyid, public: key };
}
