// Ends the notes process at each of its calls that change a file while it saves, rewords, deletes and takes in 200 notes.
// Afterwards every file can be read, each guide is as before the call or as after it, and the call asked again, as the main
// process does, makes it as after it. At every point the process is dead from there on, which means that no later call has
// any effect; of every tenth call, and of the import, each point is a real SIGKILL too. Short form: some calls of each kind.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type NoteScene, noteCrashScene } from '../support/note-crash-scene.ts';
import { jobServer, runKilled } from '../support/store-scene.ts';
import { type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

export const hook = path.join(import.meta.dirname, 'store-crash-hook.cjs');
/** Of the long form: the number. */
export const notesOf = (form: SuiteOptions['form']): number => (form === 'long' ? 200 : 8);

interface Case {
  readonly at: number;
  readonly way: 'killed' | 'dead';
  /** Counted in changes for `killed`, in calls for `dead`. */
  readonly point: number;
}

type Server = ReturnType<typeof jobServer>;

export async function noteCrashSuite(options: SuiteOptions): Promise<Figures> {
  return inFolder(async (home) => {
    const scene = await noteCrashScene(home, notesOf(options.form));
    const server = jobServer(scene.job, hook);
    const failures: string[] = [];
    const notes = new Map<string, number>();
    let [accepted, crashes] = [0, 0];
    try {
      const all = (await casesOf(scene, server, options.form === 'long')).slice(0, options.count ?? undefined);
      for (const [done, one] of all.entries()) {
        const kind = scene.ops[one.at]?.what ?? '';
        const what = `${kind} ${one.at} ${one.way} at ${one.point}`;
        try {
          const wrong = await oneCase(scene, server, one);
          if (wrong === null) accepted += 1;
          else failures.push(`${what}: ${wrong}`);
          for (const name of [kind, one.way]) notes.set(name, (notes.get(name) ?? 0) + 1);
        } catch (thrown) {
          crashes += 1;
          failures.push(`${what}: threw ${String(thrown)}`);
        }
        options.onProgress?.(done + 1, all.length);
        if (failures.length > mostFailures) break;
      }
      return { cases: all.length, accepted, crashes, failures, notes: { calls: scene.ops.length, ...Object.fromEntries(notes) } };
    } finally {
      server.stop();
    }
  });
}

async function oneCase(scene: NoteScene, server: Server, { at, way, point }: Case): Promise<string | null> {
  const folder = scene.fresh(at);
  if (way === 'killed') {
    const { killed } = runKilled(scene.job, hook, scene.line(at, { store: folder, kill: point }));
    return killed ? scene.judge(at, folder, false) : 'was not killed';
  }
  const { code } = await server.run(scene.line(at, { store: folder, fail: point, code: 'EIO', ever: true }));
  dropClaims(folder);
  return scene.judge(at, folder, code === 'fine');
}

/** A process that lives on keeps others waiting for some seconds where it could not remove its claim; nobody waits here. */
export function dropClaims(folder: string): void {
  for (const name of readdirSync(folder)) if (name.endsWith('.claim')) rmSync(path.join(folder, name));
}

/** Every change that each call makes, in the order of the calls. */
async function casesOf(scene: NoteScene, server: Server, isLong: boolean): Promise<readonly Case[]> {
  const cases: Case[] = [];
  const all = scene.ops.map((_, at) => at);
  const real = isLong ? all.filter((at) => at % 10 === 9 || scene.ops[at]?.what === 'import') : ofEachKind(scene);
  for (const at of isLong ? all : ofEachKind(scene)) {
    const { code, seen } = await server.run(scene.line(at, { store: scene.fresh(at) }));
    if (code !== 'fine') throw new Error(`call ${at} ended in ${code}`);
    const changes = seen.flatMap((call, index) => (isChange(call) ? [index + 1] : []));
    for (const point of changes) cases.push({ at, way: 'dead', point });
    // The short form takes every third.
    const kills = changes.map((_, index) => index + 1).filter((point) => real.includes(at) && (isLong || point % 3 === 2));
    for (const point of kills) cases.push({ at, way: 'killed', point });
  }
  return cases;
}

/** As the hook counts them for a kill. */
const isChange = (call: string): boolean => /^store (?:open-new|write|fsync|rename|rm|mkdir|close|truncate)$/.test(call);

/** The last call of each. */
export function ofEachKind({ ops }: NoteScene): readonly number[] {
  return (['save', 'edit', 'import', 'delete'] as const).map((kind) => ops.findLastIndex(({ what }) => what === kind));
}
