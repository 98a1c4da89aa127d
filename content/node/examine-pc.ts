// Looks at this PC as IT would: the policy file that names the shares, room on the disk, the store.
import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppFault, asAppError } from '../core/base/error.ts';
import type { Finding } from './examine-share.ts';
import { errnoOf } from './faults.ts';
import { readState } from './store-state.ts';

/** The app's own limit for the file. */
const policyBytes = 64 * 1024;
/** One pack may have 512 MB and needs twice that while it is copied; most have a hundredth of it. */
const lowBytes = 1024 * 1024 * 1024;
const tooLittleBytes = 100 * 1024 * 1024;

/** Where the app looks for machine policy, beside its own folder. */
export function machinePolicy(platform: string, env: Readonly<Record<string, string | undefined>>): string {
  return platform === 'win32'
    ? path.win32.join(env.ProgramData ?? 'C:\\ProgramData', 'NationalGuides', 'policy.json')
    : '/etc/national-guides/policy.json';
}

/** The shares that a policy file names, and whether the app would take it. */
export function examinePolicy(file: string): { readonly finding: Finding; readonly shares: readonly string[] } {
  const say = (verdict: Finding['verdict'], found: string, more = {}, shares: readonly string[] = []) => ({
    finding: { check: 'policy', verdict, found, data: { file, ...more } } as const,
    shares,
  });
  let raw: unknown;
  try {
    if (statSync(file).size > policyBytes) return say('fault', 'too-large');
    raw = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return say('fault', 'not-json');
    const errno = errnoOf(thrown);
    return errno === 'ENOENT' ? say('hint', 'none') : say('fault', 'not-readable', { errno });
  }
  const policy = recordOf(raw);
  if (policy?.format !== 1) return say('fault', 'format');
  const named = [recordOf(policy.mandatory)?.shares, recordOf(policy.defaults)?.shares].find((list) => list !== undefined);
  if (named === undefined) return say('hint', 'no-shares');
  const isList = Array.isArray(named) && named.every((share): share is string => typeof share === 'string' && path.isAbsolute(share));
  return isList ? say('good', 'read', { shares: named.length }, named) : say('fault', 'values', { names: 'shares' });
}

export function examineStore(store: string): readonly Finding[] {
  const findings: Finding[] = [];
  try {
    const { channels } = readState(store);
    const held = channels.filter(({ edition }) => edition !== null).length;
    findings.push({ check: 'store', verdict: held > 0 ? 'good' : 'hint', found: held > 0 ? 'held' : 'empty', data: { held } });
  } catch (thrown) {
    const { code, data } = asAppError(thrown);
    findings.push({ check: 'store', verdict: 'fault', found: code, data });
  }
  try {
    const { bavail, bsize } = statfsSync(existing(store));
    const megabytes = Math.floor((bavail * bsize) / 1024 / 1024);
    const verdict = bavail * bsize < tooLittleBytes ? 'fault' : bavail * bsize < lowBytes ? 'hint' : 'good';
    findings.push({ check: 'space', verdict, found: verdict === 'good' ? 'enough' : 'low', data: { megabytes } });
  } catch (thrown) {
    findings.push({ check: 'space', verdict: 'fault', found: 'not-readable', data: { errno: errnoOf(thrown) } });
  }
  return findings;
}

/** The folder itself, or the nearest above it that is there. */
function existing(folder: string): string {
  let here = path.resolve(folder);
  while (!existsSync(here)) {
    const above = path.dirname(here);
    if (above === here) throw new AppFault('STORE_MISSING');
    here = above;
  }
  return here;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}
