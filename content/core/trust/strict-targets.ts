// The parts of a targets file that only strict mode reads: every hash of a file, and delegations (4.5). Parsed by
// us, in the order of the file: a library that keeps roles in an object puts names like "7" before all others.
import { Key } from '@tufjs/models';
import { isObject, isWhole, type JsonObject, type JsonValue } from './read-json.ts';

export interface StrictFile {
  readonly length: number;
  /** Algorithm -> digest in lower-case hexadecimal. */
  readonly hashes: ReadonlyMap<string, string>;
}

interface Signers {
  readonly keyids: readonly string[];
  readonly threshold: number;
}

export interface DelegatedRole extends Signers {
  readonly name: string;
  readonly terminating: boolean;
  /** What target paths the role is asked for: patterns, or the beginnings of their SHA-256. */
  readonly by: 'pattern' | 'hash';
  readonly parts: readonly string[];
}

export interface SuccinctRoles extends Signers {
  readonly bits: number;
  readonly prefix: string;
}

export interface Delegations {
  readonly keys: ReadonlyMap<string, Key>;
  readonly roles: readonly DelegatedRole[];
  readonly succinct: SuccinctRoles | null;
}

export interface StrictTargets {
  readonly files: ReadonlyMap<string, StrictFile>;
  readonly delegations: Delegations | null;
}

/** Thrown for a shape that 4.5 does not allow; the caller makes a code of it. */
export class ShapeError extends Error {}

export function strictTargetsOf(signed: JsonObject): StrictTargets {
  const { targets, delegations } = signed;
  if (!isObject(targets)) throw new ShapeError('targets');
  return {
    files: new Map(Object.entries(targets).map(([path, entry]) => [path, fileOf(entry)])),
    delegations: delegations === undefined ? null : delegationsOf(delegations),
  };
}

function fileOf(entry: JsonValue): StrictFile {
  if (!isObject(entry) || !isObject(entry.hashes)) throw new ShapeError('file');
  const { length } = entry;
  if (!isWhole(length, 0)) throw new ShapeError('length');
  const hashes = Object.entries(entry.hashes).map(([name, digest]) => [name, textOf(digest)] as const);
  if (hashes.length === 0) throw new ShapeError('hashes');
  return { length, hashes: new Map(hashes) };
}

function delegationsOf(value: JsonValue): Delegations {
  if (!isObject(value) || !isObject(value.keys)) throw new ShapeError('delegations');
  const { keys, roles, succinct_roles } = value;
  // TAP 15: the two ways exclude each other.
  if ((roles === undefined) === (succinct_roles === undefined)) throw new ShapeError('roles');
  const list = roles === undefined ? [] : listOf(roles).map(roleOf);
  if (new Set(list.map(({ name }) => name)).size !== list.length) throw new ShapeError('names');
  return {
    keys: new Map(Object.entries(keys).map(([keyid, key]) => [keyid, Key.fromJSON(keyid, key as Parameters<typeof Key.fromJSON>[1])])),
    roles: list,
    succinct: succinct_roles === undefined ? null : succinctOf(succinct_roles),
  };
}

function roleOf(value: JsonValue): DelegatedRole {
  if (!isObject(value)) throw new ShapeError('role');
  const { name, terminating, paths, path_hash_prefixes } = value;
  // A delegated role with the name of a top-level role would stand in that role's file.
  if (typeof name !== 'string' || name === '' || ['root', 'timestamp', 'snapshot', 'targets'].includes(name)) throw new ShapeError('name');
  if (typeof terminating !== 'boolean') throw new ShapeError('terminating');
  if ((paths === undefined) === (path_hash_prefixes === undefined)) throw new ShapeError('paths');
  return {
    ...signersOf(value),
    name,
    terminating,
    by: paths === undefined ? 'hash' : 'pattern',
    parts: listOf(paths ?? path_hash_prefixes).map(textOf),
  };
}

function succinctOf(value: JsonValue): SuccinctRoles {
  if (!isObject(value)) throw new ShapeError('succinct');
  const { bit_length: bits, name_prefix: prefix } = value;
  // TAP 15: 1 to 32 bits.
  if (!isWhole(bits, 1) || bits > 32) throw new ShapeError('bits');
  return { ...signersOf(value), bits, prefix: textOf(prefix) };
}

function signersOf(value: JsonObject): Signers {
  const keyids = listOf(value.keyids).map(textOf);
  const { threshold } = value;
  if (new Set(keyids).size !== keyids.length) throw new ShapeError('keyids');
  if (!isWhole(threshold, 1)) throw new ShapeError('threshold');
  return { keyids, threshold };
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (!Array.isArray(value)) throw new ShapeError('list');
  return value as readonly JsonValue[];
}

function textOf(value: JsonValue | undefined): string {
  if (typeof value !== 'string') throw new ShapeError('text');
  return value;
}
