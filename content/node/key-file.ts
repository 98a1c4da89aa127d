// A person's private key in a file: its 32 bytes sealed under a passphrase (scrypt, then AES-256-GCM with everything
// else in the file as associated data). Made once, readable by its owner only, never written over anything. A wrong
// passphrase is told from a damaged file by a checksum over what is not secret.
import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, randomBytes, scrypt } from 'node:crypto';
import { closeSync, linkSync, openSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from '../core/base/canonical-json.ts';
import { AppFault } from '../core/base/error.ts';
import { encodeUtf8 } from '../core/base/utf8.ts';
import { type KeyCard, makeCard } from '../core/publish/key-card.ts';
import { normalPassphrase } from '../core/publish/passphrase.ts';
import { isObject, type JsonObject, readJsonObject } from '../core/trust/read-json.ts';
import { flushFolder, renameInto, temporaryName, writeNew } from './atomic-write.ts';
import { errnoOf } from './faults.ts';
import { sha256 } from './hash.ts';
import { type Signer, signerOf } from './keys.ts';

/** Version of the file. */
export const keyFileFormat = 1;

// The design's numbers (trust.md 1.3): 32 MB and a tenth of a second for each guess. Other numbers in a file would let
// it ask for any amount of memory, so format 1 knows these only.
const kdf = { name: 'scrypt', N: 2 ** 15, r: 8, p: 1 } as const;
const cipherName = 'aes-256-gcm';
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const seedBytes = 32;
/** 128 * N * r, and Node asks for some room above. */
const scryptMemory = 2 * 128 * kdf.N * kdf.r;
/** A key file has about 700 bytes; more is something else. */
const fileLimit = 16 * 1024;

/** What stands in the file for everybody to see. */
export type KeyOwner = Pick<KeyCard, 'name' | 'force' | 'role' | 'made'>;

export interface OpenedKey {
  readonly signer: Signer;
  /** The private key: 32 bytes. For the paper copy; never kept. */
  readonly seed: Uint8Array;
  readonly card: KeyCard;
}

/** A new private key. */
export const makeSeed = (): Uint8Array => new Uint8Array(randomBytes(seedBytes));

/** The signer that 32 secret bytes make (RFC 8032: the seed). */
export function signerOfSeed(seed: Uint8Array): Signer {
  const d = Buffer.from(seed).toString('base64url');
  // PKCS 8 (RFC 8410) is the form in which Node takes a seed without its public half.
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(d, 'base64url')]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return signerOf(privateKey, createPublicKey(privateKey));
}

/**
 * Seals `seed` into `file`, which must not exist; its folder must. Whether the passphrase is a good one is the
 * caller's to ask (`passphraseFault`). Throws KEY_THERE, or the system's error with nothing left behind.
 */
export async function writeKeyFile(file: string, seed: Uint8Array, passphrase: string, owner: KeyOwner): Promise<KeyCard> {
  const card = makeCard({ ...owner, public: signerOfSeed(seed).key.keyval.public }, sha256);
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const header: JsonObject = {
    format: keyFileFormat,
    use: 'National Guides signing key: keep it secret',
    name: card.name,
    force: card.force,
    role: card.role,
    made: card.made,
    public: card.public,
    kdf: { ...kdf, salt: salt.toString('hex') },
    cipher: { name: cipherName, nonce: nonce.toString('hex') },
  };
  const cipher = createCipheriv(cipherName, await keyFrom(passphrase, salt), nonce);
  cipher.setAAD(encodeUtf8(canonicalJson(header)));
  const sealed = Buffer.concat([cipher.update(seed), cipher.final(), cipher.getAuthTag()]).toString('hex');
  const whole = { ...header, sealed };
  const check = sha256(encodeUtf8(canonicalJson(whole)));
  await writeSecretOnce(file, encodeUtf8(`${JSON.stringify({ ...whole, check }, null, 2)}\n`));
  return card;
}

/** KEY_PASSPHRASE, KEY_DAMAGED (also for what is no key file), APP_TOO_OLD (a newer format), or the system's error. */
export async function openKeyFile(file: string, passphrase: string): Promise<Signer> {
  return (await openKey(file, passphrase)).signer;
}

/** The same, with the secret itself and the card. */
export async function openKey(file: string, passphrase: string): Promise<OpenedKey> {
  const { header, card, salt, nonce, sealed } = await readKeyFile(file);
  const decipher = createDecipheriv(cipherName, await keyFrom(passphrase, salt), nonce);
  decipher.setAAD(encodeUtf8(canonicalJson(header)));
  decipher.setAuthTag(sealed.subarray(seedBytes));
  let seed: Buffer;
  try {
    seed = Buffer.concat([decipher.update(sealed.subarray(0, seedBytes)), decipher.final()]);
  } catch (error) {
    throw new AppFault('KEY_PASSPHRASE', { file: path.basename(file) }, error);
  }
  const signer = signerOfSeed(seed);
  if (signer.key.keyval.public !== card.public) throw damaged(file, 'public');
  return { signer, seed: new Uint8Array(seed), card };
}

/** The public half, without the passphrase. Faults as `openKeyFile`, but for the passphrase's. */
export async function readKeyCard(file: string): Promise<KeyCard> {
  return (await readKeyFile(file)).card;
}

interface SealedKey {
  readonly header: JsonObject;
  readonly card: KeyCard;
  readonly salt: Buffer;
  readonly nonce: Buffer;
  /** The sealed seed and its tag. */
  readonly sealed: Buffer;
}

async function readKeyFile(file: string): Promise<SealedKey> {
  const parsed = readJsonObject(await readFile(file), fileLimit, 'key');
  if (!parsed.ok) throw damaged(file, 'json');
  const { check, sealed, ...header } = parsed.value;
  // Its rules may differ, so nothing else is looked at.
  if (typeof header.format === 'number' && header.format > keyFileFormat)
    throw new AppFault('APP_TOO_OLD', { file: path.basename(file), why: 'format' });
  if (header.format !== keyFileFormat || typeof sealed !== 'string') throw damaged(file, 'format');
  if (check !== checksum({ ...header, sealed })) throw damaged(file, 'check');
  const { name, force, role, made, public: key } = header;
  if (typeof name !== 'string' || typeof made !== 'string' || typeof key !== 'string') throw damaged(file, 'owner');
  if (!/^[0-9a-f]{64}$/.test(key)) throw damaged(file, 'public');
  const salt = isObject(header.kdf) ? hex(header.kdf.salt, saltBytes) : null;
  const nonce = isObject(header.cipher) ? hex(header.cipher.nonce, nonceBytes) : null;
  const box = hex(sealed, seedBytes + tagBytes);
  const sameKdf = isObject(header.kdf) && Object.entries(kdf).every(([field, value]) => (header.kdf as JsonObject)[field] === value);
  if (!salt || !nonce || !box || !sameKdf || !isObject(header.cipher) || header.cipher.name !== cipherName) throw damaged(file, 'sealing');
  const owner: KeyOwner = {
    name,
    force: typeof force === 'string' ? force : null,
    role: role === 'steward' || role === 'editor' ? role : null,
    made,
  };
  return { header, card: makeCard({ ...owner, public: key }, sha256), salt, nonce, sealed: box };
}

function checksum(value: JsonObject): string | null {
  try {
    return sha256(encodeUtf8(canonicalJson(value)));
  } catch {
    // Numbers that have no canonical form.
    return null;
  }
}

function hex(value: unknown, bytes: number): Buffer | null {
  return typeof value === 'string' && value.length === bytes * 2 && /^[0-9a-f]+$/.test(value) ? Buffer.from(value, 'hex') : null;
}

const damaged = (file: string, why: string) => new AppFault('KEY_DAMAGED', { file: path.basename(file), why });

function keyFrom(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  const { N, r, p } = kdf;
  return new Promise((resolve, reject) => {
    scrypt(normalPassphrase(passphrase), salt, 32, { N, r, p, maxmem: scryptMemory }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/**
 * Writes a file that only its owner may read, whole or not at all, and never over another. Throws KEY_THERE, or the
 * system's error with nothing left behind.
 */
export async function writeSecretOnce(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryName(file);
  try {
    writeNew(temporary, bytes, 0o600);
    await nameOnce(temporary, file);
    flushFolder(path.dirname(file));
  } finally {
    rmSync(temporary, { force: true });
  }
}

async function nameOnce(temporary: string, file: string): Promise<void> {
  const there = (error: unknown) => new AppFault('KEY_THERE', { file: path.basename(file) }, error);
  try {
    // A hard link never replaces; USB sticks know none, there the name is claimed first and filled by a rename.
    linkSync(temporary, file);
    return;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') throw there(error);
  }
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    throw errnoOf(error) === 'EEXIST' ? there(error) : error;
  }
  await renameInto(temporary, file);
}
