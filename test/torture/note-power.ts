// Cuts the power while notes are saved, reworded, deleted and taken in: the process's writes are recorded, and of what was
// not flushed at the cut any part is dropped or zeroed, in any order. What was answered before the cut is there, what
// was under way is there or not, no file is half-written, and the call under way can be asked again.
import path from 'node:path';
import { type Files, noteCrashScene } from '../support/note-crash-scene.ts';
import { afterCut, type DiskOp } from '../support/power-loss.ts';
import { jobServer } from '../support/store-scene.ts';
import { chanceOf, type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';
import { ofEachKind } from './note-crash.ts';

/** States of the forms. */
const states = { short: 100, long: 5_000 } as const;

interface Recording {
  readonly at: number;
  readonly before: Files;
  readonly ops: readonly DiskOp[];
}

export async function notePowerSuite(options: SuiteOptions): Promise<Figures> {
  return inFolder(async (home) => {
    const scene = await noteCrashScene(home, options.form === 'long' ? 40 : 4);
    const server = jobServer(scene.job, path.join(import.meta.dirname, 'store-power-hook.cjs'));
    const recordings: Recording[] = [];
    for (const at of ofEachKind(scene)) {
      const { code, seen } = await server.run(scene.line(at, { store: scene.fresh(at) }));
      if (code !== 'fine') throw new Error(`call ${at} ended in ${code}`);
      recordings.push({ at, before: scene.states[at] as Files, ops: seen.map((text) => JSON.parse(text) as DiskOp) });
    }
    // Its claims are a dead process's from now on.
    await server.stopped();
    const chance = chanceOf(options.seed);
    const failures: string[] = [];
    const count = options.count ?? states[options.form];
    let [accepted, crashes, answered] = [0, 0, 0];
    for (let done = 0; done < count; done += 1) {
      const { at, before, ops } = recordings[done % recordings.length] as Recording;
      // Every fourth cut comes after the answer.
      const cut = chance.in100(25) ? ops.length : 1 + chance.int(ops.length);
      const wasAnswered = cut === ops.length;
      const what = `state ${done}: ${scene.ops[at]?.what} ${at} cut at ${cut} of ${ops.length}`;
      try {
        const folder = scene.put(afterCut(before, ops, cut, chance));
        const wrong = await scene.judge(at, folder, wasAnswered);
        if (wrong === null) accepted += 1;
        else failures.push(`${what}: ${wrong}`);
        answered += Number(wasAnswered);
      } catch (thrown) {
        crashes += 1;
        failures.push(`${what}: threw ${String(thrown)}`);
      }
      options.onProgress?.(done + 1, count);
      if (failures.length > mostFailures) break;
    }
    return {
      cases: count,
      accepted,
      crashes,
      failures,
      notes: { answered, operations: recordings.reduce((sum, one) => sum + one.ops.length, 0) },
    };
  });
}
