// A share of two channels as a list of files in memory: the good edition that a reader holds, the newer one that is
// offered, and the ways to spoil the offer before it is written. Signing is our own here, by the specification's
// canonical form and not by the product's writer, so that what the writer refuses to make can be made.
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { canonicalJson } from '../../content/core/base/canonical-json.ts';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { encodeUtf8 } from '../../content/core/base/utf8.ts';
import type { EditionFile } from '../../content/core/pack/model.ts';
import { directoryFiles } from '../../content/core/publish/directory.ts';
import { rootSigned, type SigningRole, snapshotSigned, targetsSigned, timestampSigned } from '../../content/core/publish/metadata.ts';
import { dayMs } from '../../content/core/publish/roles.ts';
import type { RoleName } from '../../content/core/trust/metadata.ts';
import type { JsonObject, JsonValue } from '../../content/core/trust/read-json.ts';
import { sha256 } from '../../content/node/hash.ts';
import { makeSigner, type Signer } from '../../content/node/keys.ts';
import { editionFiles, facebook, x } from './demo-share.ts';
import { type Edit, now, nowVersion, same } from './signed-repository.ts';

const five = (): readonly Signer[] => Array.from({ length: 5 }, makeSigner);

/** Who may sign what; `strangers` may sign nothing. */
export const groups = { stewards: five(), facebook: five(), x: five(), strangers: five() } as const;

export type Group = keyof typeof groups;
export type RepositoryName = 'directory' | 'facebook' | 'x';

/** Versions: what readers hold, and what the spoilt share offers. */
export const heldVersion = nowVersion - 86_400;
export const offeredVersion = nowVersion - 60;

export const heldTexts = ['# Page\n\nOpen it.\n', '# Comments\n\nHide them.\n'];
export const offeredTexts = ['# Page\n\nOpen it now.\n', '# Comments\n\nHide them all.\n'];
const otherTexts = { held: ['# Account\n'], offered: ['# Account\n\nSecure it.\n'] };

/** What lies at a path: bytes, a link to somewhere, or something that is not a file. */
export type Entry = Uint8Array | { readonly link: string } | 'folder' | 'fifo';
export type Files = Map<string, Entry>;

export const folderOf = (repository: RepositoryName): string => (repository === 'directory' ? 'directory' : `channels/${repository}`);

/** The specification's canonical form (4.2.1): only the quote and the backslash are escaped. Written from its text. */
export function tufCanonical(value: JsonValue): string {
  if (typeof value === 'string') return `"${value.replace(/[\\"]/g, '\\$&')}"`;
  if (Array.isArray(value)) return `[${value.map(tufCanonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const object = value as JsonObject;
  return `{${Object.keys(object)
    .sort()
    .map((key) => `${tufCanonical(key)}:${tufCanonical(object[key] as JsonValue)}`)
    .join()}}`;
}

export interface Signature {
  readonly keyid: string;
  readonly sig: string;
}

export function signaturesOf(signed: JsonObject, signers: readonly Pick<Signer, 'keyid' | 'sign'>[]): Signature[] {
  const bytes = encodeUtf8(tufCanonical(signed));
  return signers.map(({ keyid, sign }) => ({ keyid, sig: sign(bytes) }));
}

/** A metadata file, spelled as the product spells it where it can be. */
export function sealed(signed: JsonObject, signers: readonly Pick<Signer, 'keyid' | 'sign'>[]): Uint8Array {
  const file = { signatures: signaturesOf(signed, signers), signed };
  try {
    return encodeUtf8(canonicalJson(file));
  } catch {
    return encodeUtf8(JSON.stringify(file));
  }
}

export interface RootChoice {
  readonly version?: number;
  /** Who may sign editions; the repository's own group unless told. */
  readonly editors?: readonly Signer[];
  readonly stewards?: readonly Signer[];
  readonly signers?: readonly Pick<Signer, 'keyid' | 'sign'>[];
  readonly thresholds?: Partial<Record<RoleName, number>>;
  readonly expires?: Date;
  readonly edit?: Edit;
}

export function rootOf(repository: RepositoryName, choice: RootChoice = {}): Uint8Array {
  const stewards = choice.stewards ?? groups.stewards;
  const editors = choice.editors ?? (repository === 'directory' ? stewards : groups[repository]);
  const role = (signers: readonly Signer[], threshold: number): SigningRole => ({
    keyids: [...new Set(signers.map(({ keyid }) => keyid))],
    threshold,
  });
  const { root = 3, targets = 2, snapshot = 2, timestamp = 1 } = choice.thresholds ?? {};
  const signed = rootSigned({
    version: choice.version ?? 1,
    issued: now,
    expires: choice.expires ?? new Date(now.getTime() + 1100 * dayMs),
    keys: new Map([...stewards, ...editors].map(({ keyid, key }) => [keyid, key])),
    roles: {
      root: role(stewards, root),
      targets: role(editors, targets),
      snapshot: role(editors, snapshot),
      timestamp: role([...editors, ...stewards], timestamp),
    },
    demo: true,
  });
  const of = repository === 'directory' ? {} : { channel: { id: repository, title: `The ${repository} channel`, kind: 'channel' } };
  return sealed((choice.edit ?? same)({ ...signed, ...of }), choice.signers ?? stewards.slice(0, 3));
}

type SignedRole = Exclude<RoleName, 'root'>;

export interface EditionChoice {
  readonly version?: number;
  readonly snapshotVersion?: number;
  readonly timestampVersion?: number;
  readonly files?: readonly EditionFile[];
  readonly expires?: Date;
  readonly edit?: Partial<Record<SignedRole, Edit>>;
  readonly signers?: Partial<Record<SignedRole, readonly Pick<Signer, 'keyid' | 'sign'>[]>>;
}

/** The files of one edition below the repository's folder. Names follow what points at them, not what they say. */
export function editionOf(repository: RepositoryName, choice: EditionChoice = {}): Files {
  const version = choice.version ?? offeredVersion;
  const snapshotVersion = choice.snapshotVersion ?? version;
  const expires = choice.expires ?? new Date(now.getTime() + 45 * dayMs);
  const group = repository === 'directory' ? groups.stewards : groups[repository];
  const list = choice.files ?? filesOf(repository);
  const seal = (role: SignedRole, signed: JsonObject, count: number) =>
    sealed((choice.edit?.[role] ?? same)(signed), choice.signers?.[role] ?? group.slice(0, count));
  const entries = list.map(({ name, bytes }) => ({ name, length: bytes.length, sha256: sha256(bytes) }));
  const targets = seal('targets', targetsSigned(version, expires, entries), 2);
  const snapshot = seal('snapshot', snapshotSigned(snapshotVersion, expires, version), 2);
  const link = { version: snapshotVersion, file: snapshot };
  const timestamp = seal('timestamp', timestampSigned(choice.timestampVersion ?? snapshotVersion, expires, link, sha256), 1);
  const at = folderOf(repository);
  return new Map<string, Entry>([
    ...list.map(({ name, bytes }) => [`${at}/targets/${sha256(bytes)}.${name}`, bytes] as const),
    [`${at}/metadata/${version}.targets.json`, targets],
    [`${at}/metadata/${snapshotVersion}.snapshot.json`, snapshot],
    [`${at}/metadata/timestamp.json`, timestamp],
  ]);
}

export const firstRoots = { directory: rootOf('directory'), facebook: rootOf('facebook'), x: rootOf('x') } as const;

/** A repository's content: a channel's guides, or the directory's lists. */
export function filesOf(repository: RepositoryName, state: 'held' | 'offered' = 'offered'): readonly EditionFile[] {
  if (repository === 'directory') return listsOf();
  if (repository === 'x') return editionFiles(x, otherTexts[state]);
  return editionFiles(facebook, state === 'held' ? heldTexts : offeredTexts);
}

export interface ListsChoice {
  readonly roots?: Partial<Record<'facebook' | 'x', Uint8Array>>;
  readonly channels?: readonly ('facebook' | 'x')[];
  readonly retired?: Partial<Record<'facebook' | 'x', string>>;
}

export function listsOf(choice: ListsChoice = {}): readonly EditionFile[] {
  const ids = choice.channels ?? (['facebook', 'x'] as const);
  const roots = new Map(ids.map((id) => [id as string as ChannelId, choice.roots?.[id] ?? firstRoots[id]]));
  const entries = ids.map((id) => ({
    id: id as string as ChannelId,
    title: `The ${id} channel`,
    kind: 'channel' as const,
    rootSha256: sha256(choice.roots?.[id] ?? firstRoots[id]),
    retired: choice.retired?.[id] ?? null,
  }));
  return directoryFiles(entries, roots, []);
}

/** Writes a share. Named pipes are made by the system's own command: Node has none. */
export function writeFiles(share: string, files: ReadonlyMap<string, Entry>): void {
  for (const [name, entry] of files) {
    const file = path.join(share, ...name.split('/'));
    mkdirSync(path.dirname(file), { recursive: true });
    if (entry instanceof Uint8Array) writeFileSync(file, entry);
    else if (entry === 'folder') mkdirSync(file);
    else if (entry === 'fifo') execFileSync('mkfifo', [file]);
    else symlinkSync(entry.link, file);
  }
}

const second = (['directory', 'facebook'] as const).map(
  (name) => [`${folderOf(name)}/metadata/2.root.json`, rootOf(name, { version: 2 })] as const,
);

function whole(version: number, state: 'held' | 'offered'): Files {
  const names = ['directory', 'facebook', 'x'] as const;
  return new Map([
    ...names.map((name) => [`${folderOf(name)}/metadata/1.root.json`, firstRoots[name]] as const),
    ...names.flatMap((name) => [...editionOf(name, { version, files: filesOf(name, state) })]),
  ]);
}

/** What the reader's store was filled from: complete, good, a day older, before the second roots. */
export const heldShare: ReadonlyMap<string, Entry> = whole(heldVersion, 'held');
/** What the share has now, unspoilt: second roots (of the same people) and a newer edition everywhere. */
export const offeredShare: ReadonlyMap<string, Entry> = new Map([...heldShare, ...whole(offeredVersion, 'offered'), ...second]);
