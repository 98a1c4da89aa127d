// Every bit of every metadata file of a share of two channels flipped, and every shorter length of it: none may be
// believed, unless what was signed still says the same. Goes straight to core/trust, which sees each file as an update
// of a reader who trusts everything before it.

import type { Result } from '../../content/core/base/result.ts';
import { decodeUtf8 } from '../../content/core/base/utf8.ts';
import type { JsonObject } from '../../content/core/trust/read-json.ts';
import {
  startTrust,
  type TrustedState,
  updateRoot,
  updateSnapshot,
  updateTargets,
  updateTimestamp,
} from '../../content/core/trust/state.ts';
import { sha256 } from '../../content/node/hash.ts';
import { folderOf, offeredShare, offeredVersion, type RepositoryName, tufCanonical } from '../support/attack-scene.ts';
import { options } from '../support/signed-repository.ts';
import { type Chance, chanceOf, type Figures, mostFailures, type SuiteOptions } from '../support/torture.ts';

interface Step {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly offer: (bytes: Uint8Array) => Result<TrustedState>;
}

/** Mutants of the short form: a few seconds' worth. */
const shortCases = 5_000;

function stepsOf(repository: RepositoryName, mode: 'product' | 'strict'): readonly Step[] {
  const file = (name: string) => offeredShare.get(`${folderOf(repository)}/metadata/${name}.json`) as Uint8Array;
  const trust = options({ mode });
  const must = (result: Result<TrustedState>): TrustedState => {
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  const steps: Step[] = [{ name: '1.root', bytes: file('1.root'), offer: (bytes) => startTrust(bytes, trust) }];
  let state = must(startTrust(file('1.root'), trust));
  const add = (name: string, update: (from: TrustedState, bytes: Uint8Array) => Result<TrustedState>) => {
    const before = state;
    steps.push({ name, bytes: file(name), offer: (bytes) => update(before, bytes) });
    state = must(update(before, file(name)));
  };
  if (repository !== 'x') add('2.root', updateRoot);
  add('timestamp', updateTimestamp);
  add(`${offeredVersion}.snapshot`, updateSnapshot);
  add(`${offeredVersion}.targets`, updateTargets);
  return steps.map((step) => ({ ...step, name: `${repository} ${step.name} (${mode})` }));
}

/** The signed part's canonical form; null where there is none. */
function meaning(bytes: Uint8Array): string | null {
  try {
    const { signed } = JSON.parse(decodeUtf8(bytes) ?? '') as { signed: JsonObject };
    return sha256(Buffer.from(tufCanonical(signed)));
  } catch {
    return null;
  }
}

/** Which mutants of a file of `length` bytes: all, or a fair share of `wanted` from the whole. */
function* mutants(bytes: Uint8Array, wanted: number | null, chance: Chance): Generator<readonly [string, Uint8Array]> {
  const copy = Uint8Array.from(bytes);
  const flipped = (bit: number): Uint8Array => {
    copy.set(bytes);
    copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
    return copy;
  };
  const bits = bytes.length * 8;
  if (wanted === null) {
    for (let bit = 0; bit < bits; bit += 1) yield [`bit ${bit}`, flipped(bit)];
    for (let length = 0; length < bytes.length; length += 1) yield [`length ${length}`, bytes.subarray(0, length)];
    return;
  }
  for (let count = 0; count < wanted; count += 1) {
    // One in nine is a length, as in the whole.
    const at = chance.int(bits + bytes.length);
    yield at < bits ? [`bit ${at}`, flipped(at)] : [`length ${at - bits}`, bytes.subarray(0, at - bits)];
  }
}

export async function flipSuite(form: SuiteOptions): Promise<Figures> {
  const steps = (['directory', 'facebook', 'x'] as const).flatMap((name) =>
    (['product', 'strict'] as const).flatMap((mode) => stepsOf(name, mode)),
  );
  const total = steps.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const wanted = form.count ?? (form.form === 'short' ? shortCases : null);
  const chance = chanceOf(form.seed);
  const failures: string[] = [];
  let [cases, accepted, equal, crashes] = [0, 0, 0, 0];
  for (const step of steps) {
    const own = meaning(step.bytes);
    const share = wanted === null ? null : Math.ceil((wanted * step.bytes.length) / total);
    for (const [what, bytes] of mutants(step.bytes, share, chance)) {
      cases += 1;
      try {
        if (step.offer(bytes).ok) {
          if (meaning(bytes) === own) equal += 1;
          else {
            accepted += 1;
            if (failures.length < mostFailures) failures.push(`${step.name}: ${what} was believed`);
          }
        }
      } catch (thrown) {
        crashes += 1;
        if (failures.length < mostFailures) failures.push(`${step.name}: ${what} threw ${String(thrown)}`);
      }
    }
    form.onProgress?.(steps.indexOf(step) + 1, steps.length);
  }
  return { cases, accepted, crashes, failures, notes: { 'same meaning': equal, files: steps.length, bytes: total } };
}
