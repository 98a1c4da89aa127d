// Kills the notes process at its real system calls: strace ends it as it enters the N-th call of a kind on files of the
// notes. Afterwards each guide is as before the call or as after it, and the call asked again makes it as after it. Long
// form: every such call of a save, a rewording, an import and a deletion among 40 notes; short: a few of each kind.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type NoteScene, noteCrashScene } from '../support/note-crash-scene.ts';
import { runKilled } from '../support/store-scene.ts';
import { type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';
import { hook, ofEachKind } from './note-crash.ts';
import { canStrace } from './store-strace.ts';

const kinds = ['openat', 'pwrite64', 'write', 'fsync', 'rename', 'unlink', 'mkdir', 'close'] as const;
type Kind = (typeof kinds)[number];

interface Point {
  readonly at: number;
  readonly kind: Kind;
  /** Counted for each thread, from the start of the process. */
  readonly when: number;
}

export async function noteStraceSuite(options: SuiteOptions): Promise<Figures> {
  const isLong = options.form === 'long';
  if (!canStrace) return { cases: 0, accepted: 0, crashes: 0, failures: ['strace is not here, or may not trace'], notes: {} };
  return inFolder(async (home) => {
    const scene = await noteCrashScene(home, isLong ? 40 : 4);
    const points = ofEachKind(scene).flatMap((at) => pointsOf(scene, home, at));
    const all = points.filter((_, index) => isLong || index % 5 === 0).slice(0, options.count ?? undefined);
    const failures: string[] = [];
    let [accepted, killed, crashes] = [0, 0, 0];
    for (const [done, { at, kind, when }] of all.entries()) {
      const what = `${scene.ops[at]?.what} ${at} killed at ${kind} ${when}`;
      const folder = scene.fresh(at);
      try {
        // Not with --seccomp-bpf: then nothing is injected (strace 6.1).
        const inject = [
          'strace',
          '-f',
          '-qq',
          '-o',
          '/dev/null',
          '-e',
          `trace=${kind}`,
          '-e',
          `inject=${kind}:signal=SIGKILL:when=${when}`,
        ];
        const { answer, killed: isKilled } = runKilled(scene.job, hook, scene.line(at, { store: folder }), inject);
        killed += Number(isKilled);
        const wrong = await scene.judge(at, folder, answer?.code === 'fine');
        if (wrong === null) accepted += 1;
        else failures.push(`${what}: ${wrong}`);
      } catch (thrown) {
        crashes += 1;
        failures.push(`${what}: threw ${String(thrown)}`);
      }
      options.onProgress?.(done + 1, all.length);
      if (failures.length > mostFailures) break;
    }
    return { cases: all.length, accepted, crashes, failures, notes: { killed } };
  });
}

/** One run is watched; the numbers of its calls on the notes are the points, whichever thread made them. */
function pointsOf(scene: NoteScene, home: string, at: number): readonly Point[] {
  const log = path.join(home, 'calls');
  const folder = scene.fresh(at);
  const command = ['strace', '-f', '-qq', '-y', '-o', log, '-e', `trace=${kinds.join()}`];
  const { answer } = runKilled(scene.job, hook, scene.line(at, { store: folder }), command);
  if (answer?.code !== 'fine') throw new Error(`the watched call ended in ${answer?.code}`);
  const counts = new Map<string, number>();
  const points = new Map<string, Point>();
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [, thread, name] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    const kind = kinds.find((one) => one === name);
    if (!thread || !kind) continue;
    const when = (counts.get(`${thread} ${kind}`) ?? 0) + 1;
    counts.set(`${thread} ${kind}`, when);
    if (line.includes(`${folder}/`) || line.includes(`${folder}>`)) points.set(`${kind} ${when}`, { at, kind, when });
  }
  return [...points.values()];
}
