// Lets each call on files fail once with each of five errors of the system while notes are saved, reworded, deleted and
// taken in. The call is answered with a code that says so, or as if nothing had been; nothing that was there is lost, and
// asked again it succeeds. Short form: a call of each kind, every second point.
import { noteCrashScene } from '../support/note-crash-scene.ts';
import { jobServer } from '../support/store-scene.ts';
import { type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';
import { dropClaims, hook, ofEachKind } from './note-crash.ts';

const errnos = ['EIO', 'ENOSPC', 'EACCES', 'EBUSY', 'EMFILE'] as const;
const codes = ['fine', 'NO_SPACE', 'STORE_DENIED', 'STORE_DAMAGED', 'STORE_MISSING'];

export async function noteFaultSuite(options: SuiteOptions): Promise<Figures> {
  const isLong = options.form === 'long';
  return inFolder(async (home) => {
    const scene = await noteCrashScene(home, isLong ? 40 : 4);
    const server = jobServer(scene.job, hook);
    const failures: string[] = [];
    const notes = new Map<string, number>();
    const cases: { readonly at: number; readonly point: number; readonly errno: string }[] = [];
    let [accepted, crashes] = [0, 0];
    try {
      for (const at of ofEachKind(scene)) {
        const { seen } = await server.run(scene.line(at, { store: scene.fresh(at) }));
        for (const [which, errno] of errnos.entries())
          for (let point = 1; point <= seen.length; point += 1) if (isLong || (point + which) % 5 === 0) cases.push({ at, point, errno });
      }
      const all = cases.slice(0, options.count ?? undefined);
      for (const [done, { at, point, errno }] of all.entries()) {
        const folder = scene.fresh(at);
        const { code, seen } = await server.run(scene.line(at, { store: folder, fail: point, code: errno }));
        dropClaims(folder);
        const what = `${scene.ops[at]?.what} ${at}, ${errno} at call ${point} (${seen[point - 1]})`;
        notes.set(code, (notes.get(code) ?? 0) + 1);
        if (!codes.includes(code)) crashes += 1;
        const wrong = codes.includes(code) ? await scene.judge(at, folder, code === 'fine') : `ended in ${code}`;
        if (wrong === null) accepted += 1;
        else failures.push(`${what}: ${wrong}`);
        options.onProgress?.(done + 1, all.length);
        if (failures.length > mostFailures) break;
      }
      return { cases: all.length, accepted, crashes, failures, notes: Object.fromEntries(notes) };
    } finally {
      server.stop();
    }
  });
}
