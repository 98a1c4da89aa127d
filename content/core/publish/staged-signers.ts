// Who signed a draft, counted by public key, and the finished files when there are enough. Signature files that are
// bad, doubled or of strangers are named and passed over; they stop nobody.
import type { RoleName, RootMetadata } from '../trust/metadata.ts';
import { isObject, readJsonObject } from '../trust/read-json.ts';
import { keysOf } from '../trust/verify.ts';
import { type FileSignature, metadataFile } from './metadata.ts';
import { type StagedDraft, type StagedRole, stagedFormat } from './staged.ts';

/** Whether `signature` (hexadecimal) by an Ed25519 public key (hexadecimal) is good for `bytes`. */
export type VerifySignature = (publicKey: string, bytes: Uint8Array, signature: string) => boolean;

/** One condition that must be met: so many different people of `role`, by the root `by`. */
export interface SignerCount {
  readonly role: StagedRole;
  /** The root that is published, or for a draft of a root also that new one. */
  readonly by: 'published' | 'new';
  readonly threshold: number;
  /** Public keys that may sign. */
  readonly keys: readonly string[];
  /** Public keys whose good signature is here. */
  readonly signers: readonly string[];
}

export interface CountedSigners {
  readonly counts: readonly SignerCount[];
  readonly isComplete: boolean;
  /** Public keys with a good signature for every part that they may sign. */
  readonly signers: readonly string[];
  /** Files passed over: `name`, `shape`, `key` (a stranger's), `signature` (not good for this draft), `twice`. */
  readonly ignored: readonly { readonly file: string; readonly why: string }[];
  /** Good signatures by role, as they go into the metadata file. */
  readonly signatures: ReadonlyMap<StagedRole, readonly FileSignature[]>;
}

/**
 * Who signed, by public key: one person under two key ids counts once (trust.md 6.6).
 * @param files signature files by name, and whatever else begins with `sig`: it is named among the ignored.
 * @param trustedRoot the published root; null for a repository that has none yet (its draft root vouches for itself).
 */
export function countSigners(
  draft: StagedDraft,
  files: ReadonlyMap<string, Uint8Array>,
  trustedRoot: RootMetadata | null,
  verify: VerifySignature,
): CountedSigners {
  const roots: readonly (readonly [SignerCount['by'], RootMetadata])[] = [
    ...(trustedRoot ? ([['published', trustedRoot]] as const) : []),
    ...(draft.kind === 'root' ? ([['new', draft.root]] as const) : []),
  ];
  const good = new Map<StagedRole, Map<string, string>>([...draft.parts.keys()].map((role) => [role, new Map()]));
  const ignored: { file: string; why: string }[] = [];
  const seen = new Set<string>();
  const may = new Set(roots.flatMap(([, root]) => [...draft.parts.keys()].flatMap((role) => keysOf(root, role))));
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const read = readSignatureFile(file, bytes);
    const why = typeof read === 'string' ? read : judge(read);
    if (why !== null) ignored.push({ file, why });
  }

  function judge(file: SignatureFile): string | null {
    if (!may.has(file.public)) return 'key';
    if (seen.has(file.public)) return 'twice';
    for (const [role, { bytes }] of draft.parts) {
      const signature = file.signatures.get(role);
      if (signature === undefined || !verify(file.public, bytes, signature)) return 'signature';
    }
    seen.add(file.public);
    for (const role of draft.parts.keys()) good.get(role)?.set(file.public, file.signatures.get(role) as string);
    return null;
  }

  const counts = roots.flatMap(([by, root]) =>
    [...draft.parts.keys()].map((role): SignerCount => {
      const keys = keysOf(root, role);
      return { role, by, threshold: root.roles[role].threshold, keys, signers: keys.filter((key) => good.get(role)?.has(key)) };
    }),
  );
  const signatures = new Map(
    [...good].map(
      ([role, signed]) =>
        [
          role,
          fileSignatures(
            role,
            signed,
            roots.map(([, root]) => root),
          ),
        ] as const,
    ),
  );
  const isComplete = counts.length > 0 && counts.every(({ signers, threshold }) => signers.length >= threshold);
  return { counts, isComplete, signers: [...seen], ignored, signatures };
}

/** Under each key id by which a root knows the signer, so that readers of either root find it. */
function fileSignatures(role: RoleName, signed: ReadonlyMap<string, string>, roots: readonly RootMetadata[]): FileSignature[] {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const root of roots)
    for (const keyid of root.roles[role].keyids) {
      const key = (root.keys.get(keyid)?.keyVal.public ?? '').toLowerCase();
      const sig = signed.get(key);
      // Under one id in one root only: other readers refuse a person who seems to sign twice.
      if (sig === undefined || found.has(keyid) || taken.has(`${root.version} ${key}`)) continue;
      taken.add(`${root.version} ${key}`);
      found.set(keyid, sig);
    }
  return [...found].map(([keyid, sig]) => ({ keyid, sig }));
}

interface SignatureFile {
  readonly public: string;
  readonly signatures: ReadonlyMap<string, string>;
}

/** A few signatures; more is none of ours. */
const signatureBytes = 8 * 1024;

function readSignatureFile(file: string, bytes: Uint8Array): SignatureFile | 'name' | 'shape' {
  const [, keyid] = /^sig\.([0-9a-f]{64})\.json$/.exec(file) ?? [];
  // Copies by a replicator ("sig.….sync-conflict-….json") are somebody's second thoughts, not a signature.
  if (keyid === undefined) return 'name';
  const parsed = readJsonObject(bytes, signatureBytes, file);
  if (!parsed.ok) return 'shape';
  const { format, public: key, signatures } = parsed.value;
  if (format !== stagedFormat || parsed.value.keyid !== keyid || !isObject(signatures)) return 'shape';
  if (typeof key !== 'string' || !/^[0-9a-f]{64}$/.test(key)) return 'shape';
  const map = new Map<string, string>();
  for (const [role, sig] of Object.entries(signatures)) {
    if (typeof sig !== 'string' || !/^[0-9a-f]{128}$/.test(sig)) return 'shape';
    map.set(role, sig);
  }
  return { public: key, signatures: map };
}

/** The finished metadata files by role, with every good signature; null while there are too few. */
export function assemble(draft: StagedDraft, counted: CountedSigners): ReadonlyMap<StagedRole, Uint8Array> | null {
  if (!counted.isComplete) return null;
  return new Map([...draft.parts].map(([role, { signed }]) => [role, metadataFile(signed, counted.signatures.get(role) ?? [])]));
}
