// What a force's IT decides for a machine: `mandatory` values win over the person's choice, `defaults` only over
// ours. Read once at start from files that only an administrator can write. A broken or hostile file is ignored
// and said in the log: a slip in it must not keep anybody from reading.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { type Chosen, isRecord, keepValid } from './settings-file.ts';

export interface Policy {
  readonly mandatory: Chosen;
  readonly defaults: Chosen;
}

export interface PolicyProblem {
  readonly file: string;
  readonly why: 'not-readable' | 'not-a-file' | 'too-large' | 'not-json' | 'format' | 'values';
  /** Names of settings whose values did not fit. */
  readonly names: readonly string[];
}

export const policyFormat = 1;

/** The settings need a few thousand bytes at most; this leaves room for comments kept under other keys. */
const maxBytes = 64 * 1024;

/** Where policy may stand, weakest first: beside the installed app, then the machine's own folder. */
export function policyFiles(platform: string, resources: string, env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const machine =
    platform === 'win32'
      ? path.win32.join(env.ProgramData ?? 'C:\\ProgramData', 'NationalGuides', 'policy.json')
      : '/etc/national-guides/policy.json';
  return [path.join(resources, 'policy.json'), machine];
}

/** Later files win, setting by setting. Files that are not there are no problem. */
export function readPolicy(files: readonly string[]): { readonly policy: Policy; readonly problems: readonly PolicyProblem[] } {
  const problems: PolicyProblem[] = [];
  let policy: Policy = { mandatory: {}, defaults: {} };
  for (const file of files) {
    const read = readBounded(file);
    if (read === null) continue;
    const parsed = typeof read === 'string' ? parsePolicy(read) : { why: read.why, names: [] };
    if ('why' in parsed) {
      problems.push({ file, ...parsed });
      continue;
    }
    if (parsed.dropped.length > 0) problems.push({ file, why: 'values', names: parsed.dropped });
    policy = {
      mandatory: { ...policy.mandatory, ...parsed.policy.mandatory },
      defaults: { ...policy.defaults, ...parsed.policy.defaults },
    };
  }
  return { policy, problems };
}

type Parsed = { readonly policy: Policy; readonly dropped: readonly string[] } | Pick<PolicyProblem, 'why' | 'names'>;

export function parsePolicy(text: string): Parsed {
  let raw: unknown;
  try {
    // Windows' Notepad puts a byte order mark in front.
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { why: 'not-json', names: [] };
  }
  if (!isRecord(raw) || raw.format !== policyFormat) return { why: 'format', names: [] };
  const { mandatory = {}, defaults = {} } = raw;
  if (!isRecord(mandatory) || !isRecord(defaults)) return { why: 'format', names: [] };
  const [must, may] = [keepValid(mandatory), keepValid(defaults)];
  return { policy: { mandatory: must.chosen, defaults: may.chosen }, dropped: [...new Set([...must.dropped, ...may.dropped])] };
}

// A pipe or a device in its place must not hold up the start, and a huge file must not fill memory.
function readBounded(file: string): string | null | { readonly why: PolicyProblem['why'] } {
  let handle: number;
  try {
    // O_NONBLOCK (0 on Windows): opening a pipe nobody writes to would wait for ever.
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : { why: 'not-readable' };
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { why: 'not-a-file' };
    const { size } = stat;
    if (size > maxBytes) return { why: 'too-large' };
    const bytes = Buffer.alloc(size);
    return bytes.subarray(0, readSync(handle, bytes, 0, size, 0)).toString('utf8');
  } catch {
    return { why: 'not-readable' };
  } finally {
    closeSync(handle);
  }
}
