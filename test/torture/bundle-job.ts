// Opens bundles in a process that may do nothing but read: one file for each line of its input, and says on one line each
// what came of it, how long it took and how much memory the process has ever had.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { sha256 } from '../../content/node/hash.ts';
import { openBundle } from '../../content/node/suggestion-bundle.ts';

export interface BundleLine {
  readonly file: string;
  /** Instead of the file itself: each bit of it turned, or each of its beginnings, from this one in steps. */
  readonly damage?: { readonly kind: 'bits' | 'lengths'; readonly from: number; readonly step: number };
}

export interface BundleSaid {
  /** Null: it was taken. */
  readonly refusal: string | null;
  /** Of `suggestion.json`, where it was taken. */
  readonly digest: string | null;
  /** Of all damaged ones: how many there were, and where those lie that were taken for another one. */
  readonly tried: number;
  readonly taken: readonly number[];
  /** How many were taken for what they are: not every bit of a packed file tells something. */
  readonly same: number;
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  readonly peakBytes: number;
}

async function open({ file, damage }: BundleLine): Promise<Pick<BundleSaid, 'refusal' | 'digest' | 'tried' | 'taken' | 'same'>> {
  const bytes = readFileSync(file);
  if (!damage) {
    const read = await openBundle(bytes);
    return { refusal: read.ok ? null : read.error, digest: read.ok ? read.value.digest : null, tried: 1, taken: [], same: 0 };
  }
  const most = damage.kind === 'bits' ? bytes.length * 8 : bytes.length;
  const right = contentsOf(await openBundle(bytes));
  if (right === null) throw new Error('the undamaged one is refused');
  const taken: number[] = [];
  let [tried, same] = [0, 0];
  for (let at = damage.from; at < most; at += damage.step) {
    const copy = damage.kind === 'bits' ? Buffer.from(bytes) : bytes.subarray(0, at);
    if (damage.kind === 'bits') copy[at >> 3] = (copy[at >> 3] as number) ^ (1 << (at & 7));
    tried += 1;
    const contents = contentsOf(await openBundle(copy));
    if (contents === right) same += 1;
    else if (contents !== null) taken.push(at);
  }
  return { refusal: null, digest: null, tried, taken, same };
}

/** Null for what was refused. */
const contentsOf = (read: Awaited<ReturnType<typeof openBundle>>): string | null =>
  read.ok ? [read.value.digest, ...[...read.value.evidence].map(([digest, bytes]) => `${digest} ${sha256(bytes)}`)].join() : null;

void (async () => {
  for await (const line of createInterface({ input: process.stdin })) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    const said = await open(JSON.parse(line) as BundleLine);
    const { user, system } = process.cpuUsage(used);
    const milliseconds = performance.now() - began;
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    console.log(JSON.stringify({ ...said, milliseconds, cpuMilliseconds: (user + system) / 1000, peakBytes } satisfies BundleSaid));
  }
})();
