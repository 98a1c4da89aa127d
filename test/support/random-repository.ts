// Random TUF repositories and random faults in them, for comparing clients. A repository goes through states; each is
// served whole. Faults have names, so that a difference between clients can be told from one that nobody explained.
import { decodeUtf8, encodeUtf8 } from '../../content/core/base/utf8.ts';
import { rootSigned, snapshotSigned, targetsSigned, timestampSigned } from '../../content/core/publish/metadata.ts';
import { dayMs } from '../../content/core/publish/roles.ts';
import type { RoleName } from '../../content/core/trust/metadata.ts';
import type { JsonObject, JsonValue } from '../../content/core/trust/read-json.ts';
import { sha256 } from '../../content/node/hash.ts';
import { makeSigner, type Signer } from '../../content/node/keys.ts';
import { sealed, signaturesOf } from './attack-scene.ts';
import type { Served } from './other-clients.ts';
import type { Chance } from './torture.ts';

type Role = Exclude<RoleName, 'root'>;
type Group = { readonly signers: readonly Signer[]; readonly threshold: number };
type Groups = Readonly<Record<RoleName, Group>>;
/** Keys are the same for all cases: only who holds what is random. */
const pool: readonly Signer[] = Array.from({ length: 10 }, makeSigner);
const strangers: readonly Signer[] = Array.from({ length: 3 }, makeSigner);

const signedEdits: Readonly<Record<string, (signed: JsonObject, chance: Chance) => JsonObject>> = {
  'version lower': (signed) => ({ ...signed, version: (signed.version as number) - 1 }),
  'version higher': (signed) => ({ ...signed, version: (signed.version as number) + 1 }),
  'version below one': (signed, chance) => ({ ...signed, version: -chance.int(2) }),
  'version is no number': (signed) => ({ ...signed, version: '3' }),
  expired: (signed) => ({ ...signed, expires: date(-10) }),
  'expires is no date': (signed, chance) => ({ ...signed, expires: chance.pick(['never', '', 'tomorrow', '2999']) }),
  'expires in another form': (signed, chance) => ({
    ...signed,
    expires: chance.pick(['2999-01-01', '2999-01-01T00:00:00.000Z', '2999-01-01T00:00:00+01:00']),
  }),
  'no expires': ({ expires: _, ...signed }) => signed,
  'specification 2': (signed) => ({ ...signed, spec_version: '2.0.0' }),
  'specification in another form': (signed, chance) => ({ ...signed, spec_version: chance.pick(['1', '1.', '1.a', '1.0.0.0', '']) }),
  'specification older': (signed) => ({ ...signed, spec_version: '1.0' }),
  'another type': (signed, chance) => ({ ...signed, _type: chance.pick(['root', 'mirrors', 'Targets']) }),
  'unknown field': (signed, chance) => ({ ...signed, [chance.pick(['extra', 'constructor', '7', 'ünknown'])]: { a: [1, null] } }),
};
const rawEdits: Readonly<Record<string, (bytes: Uint8Array, chance: Chance) => Uint8Array | null>> = {
  missing: () => null,
  cut: (bytes, chance) => bytes.slice(0, chance.int(bytes.length)),
  'bit flipped': (bytes, chance) => {
    const at = chance.int(bytes.length);
    return bytes.map((byte, index) => (index === at ? byte ^ (1 << chance.int(7)) : byte));
  },
  'indented anew': (bytes) => encodeUtf8(JSON.stringify(JSON.parse(decodeUtf8(bytes) ?? ''), null, 1)),
  'byte order mark': (bytes) => encodeUtf8(`\uFEFF${decodeUtf8(bytes)}`),
  'signature taken away': (bytes) => signatures(bytes, (list) => list.slice(1)),
  'signature twice': (bytes) => signatures(bytes, (list) => [...list, ...list.slice(0, 1)]),
  'a stranger’s signature beside': (bytes) =>
    signatures(bytes, (list, signed) => [...list, ...signaturesOf(signed, strangers.slice(0, 1))]),
  'signed by strangers': (bytes) => signatures(bytes, (_, signed) => signaturesOf(signed, strangers)),
  'signature in capitals': (bytes) => signatures(bytes, (list) => list.map(({ keyid, sig }) => ({ keyid, sig: sig.toUpperCase() }))),
};
const rootFaults = [
  'threshold above the keys',
  'one key under two ids',
  'a key of another kind',
  'signed by the old only',
  'signed by the new only',
  'root skips a version',
  'root expired',
  'threshold 0',
  'no role for timestamp',
] as const;
const linkFaults = ['wrong hash', 'wrong length', 'role missing', 'links by version only'] as const;

type Sig = { keyid: string; sig: string };
function signatures(bytes: Uint8Array, make: (list: Sig[], signed: JsonObject) => Sig[]): Uint8Array {
  const file = JSON.parse(decodeUtf8(bytes) ?? '') as { signatures: Sig[]; signed: JsonObject };
  return encodeUtf8(JSON.stringify({ signatures: make(file.signatures, file.signed), signed: file.signed }));
}

/** From what is pointed at to what points. */
const order: readonly Role[] = ['targets', 'snapshot', 'timestamp'];

/** Days from now, to the second; far enough that no run of the suite reaches it. */
const date = (days: number) => `${new Date(Date.now() + days * dayMs).toISOString().slice(0, 19)}Z`;

export interface RandomCase {
  readonly firstRoot: Uint8Array;
  /** What is served at each refresh, and the faults that came with it. */
  readonly states: readonly { readonly served: Served; readonly faults: readonly string[] }[];
}

export function randomCase(chance: Chance): RandomCase {
  const isConsistent = chance.in100(85);
  let groups = randomGroups(chance);
  const files = new Map<string, Uint8Array>();
  const made = new Map<string, Uint8Array>();
  const highest: Record<Role, number> = { timestamp: 2, snapshot: 2, targets: 2 };
  const versions = { ...highest };
  let rootVersion = 1;
  const first = sealed(
    rootPart(1, groups, isConsistent, (signed) => signed),
    groups.root.signers,
  );
  const states: { served: Served; faults: string[] }[] = [];
  for (let count = 2 + chance.int(2); count > 0; count -= 1) {
    const faults: string[] = [];
    // A fault in four states of five, and seldom two.
    const wanted = chance.in100(20) ? 0 : chance.in100(80) ? 1 : 2;
    const rotates = chance.in100(30);
    const planned = Array.from({ length: wanted }, () => chance.pick(['signed', 'signed', 'raw', 'raw', 'root', 'link', 'back']));
    if (rotates || planned.includes('root')) {
      const fault = planned.includes('root') ? chance.pick(rootFaults) : null;
      if (fault) faults.push(fault);
      const next = chance.in100(50) ? groups : randomGroups(chance);
      files.set(`${rootVersion + 1}.root.json`, nextRoot(rootVersion + 1, groups, next, isConsistent, fault));
      if (next !== groups) faults.push('keys change');
      groups = next;
      rootVersion += 1;
    }
    const role = chance.pick(['timestamp', 'snapshot', 'targets'] as const);
    // What is changed gets a new version, and so does what points at it: one version never means two files.
    const changed = chance.pick(['targets', 'snapshot', 'timestamp'] as const);
    const least = Math.min(order.indexOf(changed), order.indexOf(role));
    for (const name of order.slice(least)) versions[name] = highest[name] += 1 + chance.int(2);
    if (planned.includes('back')) {
      const older = chance.pick(order);
      versions[older] = Math.max(2, versions[older] - 1 - chance.int(4));
      faults.push(`${older} goes back`);
    }
    const edit = planned.includes('signed') ? chance.pick(Object.keys(signedEdits)) : null;
    const raw = planned.includes('raw') ? chance.pick(Object.keys(rawEdits)) : null;
    const link = planned.includes('link') ? chance.pick(linkFaults) : null;
    for (const name of [edit, raw]) if (name) faults.push(`${role}: ${name}`);
    if (link) faults.push(link);
    writeState({ files, made, groups, versions, isConsistent, role, edit, raw, link, chance });
    states.push({ served: new Map(files), faults });
  }
  return { firstRoot: first, states };
}

function randomGroups(chance: Chance): Groups {
  const group = (most: number): Group => {
    const start = chance.int(pool.length);
    const signers = Array.from({ length: 1 + chance.int(most) }, (_, at) => pool[(start + at) % pool.length] as Signer);
    return { signers, threshold: 1 + chance.int(signers.length) };
  };
  return { root: group(4), targets: group(3), snapshot: group(3), timestamp: group(2) };
}

function rootPart(version: number, groups: Groups, isConsistent: boolean, edit: (signed: JsonObject) => JsonObject): JsonObject {
  const role = ({ signers, threshold }: Group) => ({ keyids: signers.map(({ keyid }) => keyid), threshold });
  const keys = new Map(Object.values(groups).flatMap(({ signers }) => signers.map(({ keyid, key }) => [keyid, key] as const)));
  const roles = {
    root: role(groups.root),
    targets: role(groups.targets),
    snapshot: role(groups.snapshot),
    timestamp: role(groups.timestamp),
  };
  const signed = rootSigned({ version, issued: new Date(), expires: new Date(date(1000)), keys, roles, demo: false });
  return edit({ ...signed, consistent_snapshot: isConsistent });
}

function nextRoot(
  version: number,
  old: Groups,
  next: Groups,
  isConsistent: boolean,
  fault: (typeof rootFaults)[number] | null,
): Uint8Array {
  const role = (name: string, change: (role: JsonObject) => JsonValue) => (signed: JsonObject) => ({
    ...signed,
    roles: { ...(signed.roles as JsonObject), [name]: change((signed.roles as JsonObject)[name] as JsonObject) },
  });
  const [person] = next.timestamp.signers;
  const twin = (signed: JsonObject): JsonObject => ({
    ...role('timestamp', () => ({ keyids: [person?.keyid ?? '', 'f'.repeat(64)], threshold: 2 }))(signed),
    keys: { ...(signed.keys as JsonObject), ['f'.repeat(64)]: person?.key as unknown as JsonObject },
  });
  const edits: Partial<Record<(typeof rootFaults)[number], (signed: JsonObject) => JsonObject>> = {
    'threshold above the keys': role('targets', (from) => ({ ...from, threshold: 9 })),
    'one key under two ids': twin,
    'a key of another kind': (signed) => ({
      ...signed,
      keys: { ...(signed.keys as JsonObject), other: { keytype: 'sphincs', scheme: 'sphincs', keyval: { public: 'zz' } } },
    }),
    'root skips a version': (signed) => ({ ...signed, version: version + 1 }),
    'root expired': (signed) => ({ ...signed, expires: date(-10) }),
    'threshold 0': role('timestamp', (from) => ({ ...from, threshold: 0 })),
    'no role for timestamp': (signed) => ({
      ...signed,
      roles: Object.fromEntries(Object.entries(signed.roles as JsonObject).filter(([name]) => name !== 'timestamp')),
    }),
  };
  const both = [...new Set([...old.root.signers, ...next.root.signers])];
  const signers = fault === 'signed by the old only' ? old.root.signers : fault === 'signed by the new only' ? next.root.signers : both;
  return sealed(rootPart(version, next, isConsistent, (fault && edits[fault]) ?? ((signed) => signed)), signers);
}

interface StatePlan {
  readonly files: Map<string, Uint8Array>;
  /** Every file that was ever signed, by role and version. */
  readonly made: Map<string, Uint8Array>;
  readonly groups: Groups;
  readonly versions: Readonly<Record<Role, number>>;
  readonly isConsistent: boolean;
  /** The role that `edit` and `raw` change. */
  readonly role: Role;
  readonly edit: string | null;
  readonly raw: string | null;
  readonly link: (typeof linkFaults)[number] | null;
  readonly chance: Chance;
}

function writeState(plan: StatePlan): void {
  const { files, made, groups, versions, role, chance, link } = plan;
  const expires = new Date(date(30));
  const put = (name: Role, signed: JsonObject, bind: boolean): Uint8Array => {
    const file = name === 'timestamp' || !plan.isConsistent ? `${name}.json` : `${versions[name]}.${name}.json`;
    const known = made.get(`${name} ${versions[name]}`);
    if (known) {
      files.set(file, known);
      return known;
    }
    const edited = plan.edit && role === name ? (signedEdits[plan.edit] ?? ((same) => same))(signed, chance) : signed;
    const bytes = sealed(edited, groups[name].signers);
    const spoilt = plan.raw && role === name ? (rawEdits[plan.raw] ?? (() => null))(bytes, chance) : bytes;
    made.set(`${name} ${versions[name]}`, bind && spoilt ? spoilt : bytes);
    if (spoilt) files.set(file, spoilt);
    else files.delete(file);
    return bind && spoilt ? spoilt : bytes;
  };
  // Half of the time what points at a spoilt file was signed over the spoilt one.
  const bind = chance.in100(50);
  const names = Array.from({ length: 1 + chance.int(3) }, (_, at) => ({
    name: `f${versions.targets}-${at}`,
    length: at,
    sha256: sha256(encodeUtf8(String(at))),
  }));
  const targets = put('targets', targetsSigned(versions.targets, expires, names), bind);
  const snapshotPart = snapshotSigned(versions.snapshot, expires, versions.targets) as { meta: JsonObject } & JsonObject;
  const wrong = link === 'wrong hash' ? 'a'.repeat(64) : null;
  const targetsLink = {
    version: versions.targets,
    length: targets.length + (link === 'wrong length' ? 1 : 0),
    hashes: { sha256: wrong ?? sha256(targets) },
  };
  const meta =
    link === 'role missing' ? {} : { 'targets.json': link === 'links by version only' ? { version: versions.targets } : targetsLink };
  const snapshot = put('snapshot', { ...snapshotPart, meta }, bind);
  const stamp = timestampSigned(versions.timestamp, expires, { version: versions.snapshot, file: snapshot }, sha256);
  put(
    'timestamp',
    link === 'links by version only' ? { ...stamp, meta: { 'snapshot.json': { version: versions.snapshot } } } : stamp,
    false,
  );
}
