// A TUF repository of our own for the conformance tests: every part can be changed before it is published, what was
// published is served over HTTP on this machine, and every request is written down.
import { constants, createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { canonicalBytes } from './canonical.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonRecord = { [key: string]: Json };

export interface TestKey {
  keyid: string;
  readonly json: JsonRecord;
  readonly sign: (bytes: Uint8Array) => string;
}

export type KeyKind = 'ed25519' | 'rsa' | 'ecdsa' | 'ecdsa-sha2-nistp256';

const schemeOf = {
  ed25519: 'ed25519',
  rsa: 'rsassa-pss-sha256',
  ecdsa: 'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp256': 'ecdsa-sha2-nistp256',
} as const;

export function makeKey(kind: KeyKind = 'ed25519'): TestKey {
  const { publicKey, privateKey } =
    kind === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : kind === 'rsa'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const text =
    kind === 'ed25519'
      ? publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')
      : publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const json: JsonRecord = { keytype: kind, scheme: schemeOf[kind], keyval: { public: text } };
  return { keyid: createHash('sha256').update(canonicalBytes(json)).digest('hex'), json, sign: (bytes) => signed(kind, privateKey, bytes) };
}

function signed(kind: KeyKind, key: KeyObject, bytes: Uint8Array): string {
  if (kind === 'ed25519') return sign(undefined, bytes, key).toString('hex');
  if (kind !== 'rsa') return sign('sha256', bytes, key).toString('hex');
  return sign('sha256', bytes, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }).toString('hex');
}

export const day = 24 * 3600 * 1000;
/** The reference time of the tests. */
export const start = new Date('2026-11-22T12:00:00Z');
export const inDays = (days: number): string => `${new Date(start.getTime() + days * day).toISOString().slice(0, 19)}Z`;

export interface RoleChoice {
  readonly paths?: string[];
  readonly prefixes?: string[];
  readonly terminating?: boolean;
  readonly threshold?: number;
  readonly key?: TestKey;
}

export class Repository {
  /** The signed parts as they will be published next. */
  readonly roles = new Map<string, JsonRecord>();
  readonly signers = new Map<string, TestKey[]>();
  /** Everything published, by role, oldest first. */
  readonly published = new Map<string, Buffer[]>();
  readonly artifacts = new Map<string, Buffer>();
  /** Paths asked for, without the leading slash, as they came over the wire. */
  readonly requests: string[] = [];
  /** Files served in place of what is published, by path. */
  readonly overrides = new Map<string, Buffer | number>();
  /** Whether timestamp and snapshot say length and hash of what they name. */
  hashes = false;

  constructor() {
    const common = (type: string) => ({ _type: type, spec_version: '1.0.31', version: 0, expires: inDays(30) });
    this.roles.set('root', { ...common('root'), consistent_snapshot: true, keys: {}, roles: {} });
    this.roles.set('timestamp', { ...common('timestamp'), meta: { 'snapshot.json': { version: 1 } } });
    this.roles.set('snapshot', { ...common('snapshot'), meta: {} });
    this.roles.set('targets', { ...common('targets'), targets: {} });
    for (const role of ['root', 'timestamp', 'snapshot', 'targets']) this.setKeys(role, [makeKey()]);
    this.publish('root', 'targets', 'snapshot', 'timestamp');
  }

  role(name: string): JsonRecord {
    const found = this.roles.get(name);
    if (!found) throw new Error(`no role ${name}`);
    return found;
  }

  part(name: string, field: string): JsonRecord {
    return this.role(name)[field] as JsonRecord;
  }

  /** Names the keys of a top-level role in the root and signs with them from now on. */
  setKeys(role: string, keys: readonly TestKey[], threshold = 1, signers = keys): void {
    this.part('root', 'roles')[role] = { keyids: keys.map(({ keyid }) => keyid), threshold };
    for (const { keyid, json } of keys) this.part('root', 'keys')[keyid] = json;
    this.signers.set(role, [...signers]);
  }

  /** Signs the next version of each role, in this order, and names it in the role above. */
  publish(...names: readonly string[]): void {
    for (const name of names) {
      const role = this.role(name);
      role.version = (role.version as number) + 1;
      this.sign(name);
    }
  }

  /** Publishes a role as it stands, its version included. */
  sign(name: string): void {
    const role = this.role(name);
    const bytes = canonicalBytes(role);
    const signatures = (this.signers.get(name) ?? []).map((key) => ({ keyid: key.keyid, sig: key.sign(bytes) }));
    const file = Buffer.from(JSON.stringify({ signatures, signed: role }, null, 1));
    this.published.set(name, [...(this.published.get(name) ?? []), file]);
    const link: JsonRecord = { version: role.version as number };
    if (this.hashes) Object.assign(link, { length: file.length, hashes: { sha256: sha256(file) } });
    if (name === 'snapshot') this.part('timestamp', 'meta')['snapshot.json'] = link;
    else if (name !== 'root' && name !== 'timestamp') this.part('snapshot', 'meta')[`${name}.json`] = link;
  }

  newest(name: string): Buffer {
    return this.published.get(name)?.at(-1) ?? Buffer.alloc(0);
  }

  addTarget(role: string, path: string, content: string): void {
    const bytes = Buffer.from(content);
    this.part(role, 'targets')[path] = { length: bytes.length, hashes: { sha256: sha256(bytes) } };
    this.artifacts.set(path, bytes);
  }

  /** Names `role` in `delegator`, each time with a key of its own unless one is given. */
  delegate(
    delegator: string,
    role: string,
    { paths, prefixes, terminating = false, threshold = 1, key = makeKey() }: RoleChoice = {},
  ): void {
    const holder = this.role(delegator);
    holder.delegations ??= { keys: {}, roles: [] };
    const delegations = holder.delegations as { keys: JsonRecord; roles: Json[] };
    delegations.keys[key.keyid] = key.json;
    const choice: JsonRecord = prefixes ? { path_hash_prefixes: prefixes } : { paths: paths ?? ['*'] };
    delegations.roles.push({ name: role, keyids: [key.keyid], threshold, terminating, ...choice });
    this.addDelegate(role, key);
  }

  addDelegate(role: string, key: TestKey): void {
    if (!this.roles.has(role))
      this.roles.set(role, { _type: 'targets', spec_version: '1.0.31', version: 0, expires: inDays(30), targets: {} });
    this.signers.set(role, [...(this.signers.get(role) ?? []), key]);
  }

  /** What a server would answer: bytes, or a status. */
  answer(path: string): Buffer | number {
    this.requests.push(path);
    const override = this.overrides.get(path);
    if (override !== undefined) return override;
    if (path.startsWith('targets/')) return this.artifact(path.slice('targets/'.length));
    const [, digits, encoded = ''] = /^metadata\/(?:(\d+)\.)?(.*)\.json$/.exec(path) ?? [];
    const versions = this.published.get(decodeURIComponent(encoded)) ?? [];
    const bare = encoded === 'timestamp' || (encoded !== 'root' && this.role('root').consistent_snapshot !== true);
    if (bare === (digits !== undefined)) return 404;
    const wanted = digits === undefined ? versions.at(-1) : versions.find((file) => versionOf(file) === Number(digits));
    return wanted ?? 404;
  }

  private artifact(path: string): Buffer | number {
    const parts = path.split('/');
    const last = parts.pop() ?? '';
    const [, digest, name = ''] =
      this.role('root').consistent_snapshot === true ? (/^([0-9a-f]+)\.(.*)$/.exec(last) ?? []) : [last, '', last];
    const found = this.artifacts.get(decodeURIComponent([...parts, name].join('/')));
    return digest === undefined || !found ? 404 : found;
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const versionOf = (file: Buffer): number => (JSON.parse(file.toString()) as { signed: { version: number } }).signed.version;

/** In `overrides`, in place of a status: the connection ends without an answer. */
export const hangUp = -1;

export interface Served {
  readonly url: string;
  readonly close: () => void;
}

/** Serves `metadata/` and `targets/`, also below a folder `test_…` of any name. */
export function serve(repository: Repository): Promise<Served> {
  const server = http.createServer((request, response) => {
    const answer = repository.answer((request.url ?? '').replace(/^\/(?:test_[^/]*\/)?/, ''));
    if (answer === hangUp) {
      request.socket.destroy();
      return;
    }
    response.writeHead(typeof answer === 'number' ? answer : 200);
    response.end(typeof answer === 'number' ? '' : answer);
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }),
    ),
  );
}
