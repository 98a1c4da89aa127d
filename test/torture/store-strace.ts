// Kills an import at its real system calls: strace ends the process as it enters the N-th call of a kind on files of the
// store or the share. Afterwards each channel is wholly old or new, and the next import brings the new one and leaves
// nothing temporary (trust.md goal B1). Long form: every such call of a pack of 30 files; short: a few of each kind.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runKilled, type StoreScene, storeScene } from '../support/store-scene.ts';
import { type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

const kinds = ['openat', 'pwrite64', 'write', 'fsync', 'rename', 'unlink', 'mkdir', 'close'] as const;
type Kind = (typeof kinds)[number];

export const canStrace = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true']).status === 0;

interface Point {
  readonly kind: Kind;
  /** Counted for each thread, from the start of the process. */
  readonly when: number;
}

export async function storeStraceSuite(options: SuiteOptions): Promise<Figures> {
  const isLong = options.form === 'long';
  if (!canStrace) return { cases: 0, accepted: 0, crashes: 0, failures: ['strace is not here, or may not trace'], notes: {} };
  return inFolder(async (home) => {
    const scene = await storeScene(home, isLong ? 27 : 6);
    const points = pointsOf(scene, home);
    const all = (isLong ? points : spread(points)).slice(0, options.count ?? undefined);
    const failures: string[] = [];
    const notes = new Map<string, number>(kinds.map((kind) => [kind, all.filter((point) => point.kind === kind).length]));
    let [accepted, killed, crashes] = [0, 0, 0];
    for (const [at, { kind, when }] of all.entries()) {
      const what = `killed at ${kind} ${when}`;
      const store = scene.fresh('case');
      try {
        // Not with --seccomp-bpf: then nothing is injected (strace 6.1).
        const inject = ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${kind}`];
        const before = [...inject, '-e', `inject=${kind}:signal=SIGKILL:when=${when}`];
        if (runKilled(scene.job, scene.hook, scene.line({ store }), before).killed) killed += 1;
        const mixture = await scene.mixture(store);
        if (mixture !== null) failures.push(`${what}: ${mixture}`);
        const { fault } = await scene.heal(store);
        if (fault === null) accepted += 1;
        else failures.push(`${what}: ${fault}`);
      } catch (thrown) {
        crashes += 1;
        failures.push(`${what}: threw ${String(thrown)}`);
      }
      rmSync(store, { recursive: true, force: true });
      options.onProgress?.(at + 1, all.length);
      if (failures.length > mostFailures) break;
    }
    return { cases: all.length, accepted, crashes, failures, notes: { killed, ...Object.fromEntries(notes) } };
  });
}

/** One import is watched; the numbers of its calls on our files are the points, whichever thread made them. */
function pointsOf(scene: StoreScene, home: string): readonly Point[] {
  const log = path.join(home, 'calls');
  const store = scene.fresh('watched');
  const command = ['strace', '-f', '-qq', '-y', '-o', log, '-e', `trace=${kinds.join()}`];
  const { answer } = runKilled(scene.job, scene.hook, scene.line({ store }), command);
  if (answer?.code !== 'fine') throw new Error(`the watched import ended in ${answer?.code}`);
  rmSync(store, { recursive: true });
  const counts = new Map<string, number>();
  const points = new Map<string, Point>();
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [, thread, name] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    const kind = kinds.find((one) => one === name);
    if (!thread || !kind) continue;
    const when = (counts.get(`${thread} ${kind}`) ?? 0) + 1;
    counts.set(`${thread} ${kind}`, when);
    if (line.includes(`${store}/`) || line.includes(`${scene.share.folder}/`)) points.set(`${kind} ${when}`, { kind, when });
  }
  return [...points.values()];
}

/** The first, a middle and the last call of each kind. */
function spread(points: readonly Point[]): readonly Point[] {
  return kinds.flatMap((kind) => {
    const ours = points.filter((point) => point.kind === kind);
    return [...new Set([ours[0], ours[Math.floor(ours.length / 2)], ours.at(-1)])].flatMap((point) => point ?? []);
  });
}
