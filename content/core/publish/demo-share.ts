// A complete share signed by keys that exist for a demonstration only, with the thresholds of real ones
// (trust.md 1.3). Every root says that it is a demonstration. Making keys is the caller's (no randomness here).
import type { Sha256Of } from '../base/hash.ts';
import type { ChannelId } from '../base/ids.ts';
import type { DirectoryEntry, EditionFile } from '../pack/model.ts';
import { directoryFiles, type Person } from './directory.ts';
import { draftEdition, draftTimestamp, type Repository, type Signable, signable, signedFile } from './edition.ts';
import { rootSigned } from './metadata.ts';
import type { SharePlan } from './plan-share.ts';
import { dayMs, thresholds, validDays } from './roles.ts';
import type { TufKey } from './tuf-key.ts';

export interface SigningKey {
  readonly keyid: string;
  readonly key: TufKey;
  /** Signature in hexadecimal. */
  sign(bytes: Uint8Array): string;
}

export interface DemoKeys {
  readonly stewards: readonly SigningKey[];
  readonly editors: ReadonlyMap<ChannelId, readonly SigningKey[]>;
}

export interface DemoChannel {
  readonly id: ChannelId;
  readonly title: string;
  readonly kind: 'channel' | 'subject';
  readonly retired: string | null;
  readonly files: readonly EditionFile[];
}

export interface DemoShareInput {
  readonly channels: readonly DemoChannel[];
  readonly keys: DemoKeys;
  /** Time of signing; its seconds become the version unless `version` says otherwise. */
  readonly now: Date;
  readonly version: number;
  /** Roots that readers already trust, by channel ("" for the directory): kept byte for byte. */
  readonly roots?: ReadonlyMap<string, readonly Uint8Array[]>;
  readonly sha256: Sha256Of;
}

export function demoShare(input: DemoShareInput): SharePlan {
  const { stewards, editors } = input.keys;
  const channels = new Map<ChannelId, Repository>();
  const firstRoots = new Map<ChannelId, Uint8Array>();
  const people: Person[] = stewards.map((signer, index) => person(signer, `Demonstration steward ${index + 1}`, 'steward', null));
  for (const channel of input.channels) {
    const group = editors.get(channel.id) ?? [];
    const roots = input.roots?.get(channel.id) ?? [makeRoot(input, group, [...group, ...stewards], channel)];
    firstRoots.set(channel.id, roots[0] as Uint8Array);
    channels.set(channel.id, repositoryOf(input, roots, channel.files, group, validDays.channelTimestamp));
    people.push(...group.map((signer, index) => person(signer, `Demonstration editor ${index + 1}`, 'editor', channel.id)));
  }
  const entries: DirectoryEntry[] = input.channels.map(({ id, title, kind, retired }) => ({
    id,
    title,
    kind,
    rootSha256: input.sha256(firstRoots.get(id) as Uint8Array),
    retired,
  }));
  const roots = input.roots?.get('') ?? [makeRoot(input, stewards, stewards, null)];
  const files = directoryFiles(entries, firstRoots, people);
  return { channels, directory: repositoryOf(input, roots, files, stewards, validDays.directoryTimestamp) };
}

function makeRoot(
  input: DemoShareInput,
  publishers: readonly SigningKey[],
  timestampers: readonly SigningKey[],
  channel: DemoChannel | null,
): Uint8Array {
  const { stewards } = input.keys;
  const role = (signers: readonly SigningKey[], threshold: number) => ({ keyids: signers.map(({ keyid }) => keyid), threshold });
  const signed = rootSigned({
    version: 1,
    issued: input.now,
    expires: new Date(input.now.getTime() + validDays.root * dayMs),
    keys: new Map([...stewards, ...publishers, ...timestampers].map(({ keyid, key }) => [keyid, key])),
    roles: {
      root: role(stewards, thresholds.root),
      targets: role(publishers, thresholds.targets),
      snapshot: role(publishers, thresholds.snapshot),
      timestamp: role(timestampers, thresholds.timestamp),
    },
    demo: true,
  });
  // Which channel a root is of is signed with it, so that no other repository takes it for its own.
  const of = channel && { channel: { id: channel.id, title: channel.title, kind: channel.kind } };
  const draft = signable({ ...signed, ...of });
  return signBy(draft, stewards, thresholds.root);
}

function repositoryOf(
  input: DemoShareInput,
  roots: readonly Uint8Array[],
  files: readonly EditionFile[],
  publishers: readonly SigningKey[],
  timestampDays: number,
): Repository {
  const { version, sha256 } = input;
  const draft = draftEdition(files, version, sha256);
  const snapshot = signBy(draft.snapshot, publishers, thresholds.snapshot);
  const timestamp = draftTimestamp({ version, file: snapshot }, version, timestampDays, sha256);
  return {
    roots,
    version,
    targets: signBy(draft.targets, publishers, thresholds.targets),
    snapshot,
    timestamp: signBy(timestamp, publishers, thresholds.timestamp),
    files,
  };
}

/** The first `count` of the signers: as many as are needed, as in life. */
export function signBy(draft: Signable, signers: readonly SigningKey[], count: number): Uint8Array {
  return signedFile(
    draft,
    signers.slice(0, count).map(({ keyid, sign }) => ({ keyid, sig: sign(draft.bytes) })),
  );
}

function person(signer: SigningKey, name: string, role: Person['role'], channel: ChannelId | null): Person {
  return { name, force: null, role, channel, keyid: signer.keyid, public: signer.key.keyval.public };
}
