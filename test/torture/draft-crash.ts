// Ends the process at each call that changes a file while 500 words are typed into one draft, by two windows in turn. The
// draft can be read at every point, as before the word or as after it, and typing goes on. At every point the process is
// dead from there on, which means that no later call has any effect; at every 25th word each point is a real SIGKILL too.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type DraftLine, type Files, filesIn, judged, putFiles, writerOf } from '../support/draft-scene.ts';
import { buildJob, jobServer, runKilled } from '../support/store-scene.ts';
import { type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

const hook = path.join(import.meta.dirname, 'store-crash-hook.cjs');
const isChange = (call: string): boolean => /^store (?:open-new|write|fsync|rename|rm|mkdir|close|truncate)$/.test(call);

export async function draftCrashSuite(options: SuiteOptions): Promise<Figures> {
  // The number.
  const words = options.count ?? (options.form === 'long' ? 500 : 12);
  const everyKill = options.form === 'long' ? 25 : 6;
  return inFolder(async (home) => {
    const job = await buildJob(home, 'draft-crash-job.ts');
    const server = jobServer(job, hook);
    const folder = path.join(home, 'drafts');
    const line = (edit: number, plan: Partial<DraftLine>): string =>
      JSON.stringify({ share: '', store: folder, edit, writer: writerOf(edit), ...plan } satisfies DraftLine);
    const failures: string[] = [];
    let [cases, accepted, dead, killed] = [0, 0, 0, 0];
    const count = (what: string, wrong: string | null): void => {
      cases += 1;
      if (wrong === null) accepted += 1;
      else failures.push(`${what}: ${wrong}`);
    };
    mkdirSync(folder);
    let before: Files = filesIn(folder);
    try {
      for (let edit = 1; edit <= words && failures.length <= mostFailures; edit += 1) {
        putFiles(folder, before);
        const { code, seen } = await server.run(line(edit, {}));
        if (code !== 'fine') throw new Error(`word ${edit} ended in ${code}`);
        const after = filesIn(folder);
        const points = seen.flatMap((call, at) => (isChange(call) ? [at + 1] : []));
        for (const point of points) {
          putFiles(folder, before);
          const { code: ended } = await server.run(line(edit, { fail: point, code: 'EIO', ever: true }));
          count(`word ${edit} dead at ${point}`, await judged(folder, edit, ended === 'fine'));
          dead += 1;
        }
        for (let point = 1; edit % everyKill === 0 && point <= points.length; point += 1) {
          putFiles(folder, before);
          const { killed: isKilled } = runKilled(job, hook, line(edit, { kill: point }));
          count(`word ${edit} killed at ${point}`, isKilled ? await judged(folder, edit, false) : 'was not killed');
          killed += 1;
        }
        before = after;
        options.onProgress?.(edit, words);
      }
      return { cases, accepted, crashes: 0, failures, notes: { words, dead, killed } };
    } finally {
      server.stop();
    }
  });
}
