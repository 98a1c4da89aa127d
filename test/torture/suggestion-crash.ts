// Ends the notes process at each call that changes a file while a suggestion is begun and 500 words are typed into it, each
// saved as the window saves it. At every point it can be read, as before the word or as after it; typing goes on, and can be
// undone. At every point the process is dead from there on; at every 25th word each point is a real SIGKILL too.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildPack } from '../../content/core/pack/build.ts';
import { proposedSource } from '../../content/core/suggestion/model.ts';
import { sha256 } from '../../content/node/hash.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { draftParts } from '../support/draft-parts.ts';
import { type Files, filesIn, putFiles } from '../support/draft-scene.ts';
import { sourcesOf } from '../support/group.ts';
import { bring } from '../support/imports.ts';
import { buildJob, jobServer, runKilled } from '../support/store-scene.ts';
import { crashGuide, guideBody, judgeEdit, type SuggestionLine } from '../support/suggestion-crash-scene.ts';
import { type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

const hook = path.join(import.meta.dirname, 'store-crash-hook.cjs');
const isChange = (call: string): boolean => /^store (?:open-new|write|fsync|rename|rm|mkdir|close|truncate)$/.test(call);

export async function suggestionCrashSuite(options: SuiteOptions): Promise<Figures> {
  // The number.
  const words = options.count ?? (options.form === 'long' ? 500 : 8);
  const everyKill = options.form === 'long' ? 25 : 4;
  return inFolder(async (home) => {
    const storeDirs = [await heldGuide(home)];
    const job = await buildJob(home, 'suggestion-crash-job.ts');
    const server = jobServer(job, hook);
    const data = path.join(home, 'data');
    const folder = path.join(data, 'suggestions');
    mkdirSync(folder, { recursive: true });
    const line = (edit: number, plan: Partial<SuggestionLine>): string =>
      JSON.stringify({ share: '', store: data, storeDirs, edit, ...plan } satisfies SuggestionLine & { share: string });
    const failures: string[] = [];
    let [cases, accepted, dead, killed] = [0, 0, 0, 0];
    const count = (what: string, wrong: string | null): void => {
      cases += 1;
      if (wrong === null) accepted += 1;
      else failures.push(`${what}: ${wrong}`);
    };
    let before: Files = filesIn(folder);
    let text: string | null = null;
    try {
      for (let edit = 0; edit <= words && failures.length <= mostFailures; edit += 1) {
        putFiles(folder, before);
        const { code, seen } = await server.run(line(edit, {}));
        if (code !== 'fine') throw new Error(`word ${edit} ended in ${code}`);
        const after = filesIn(folder);
        const next = await textIn(data);
        const points = seen.flatMap((call, at) => (isChange(call) ? [at + 1] : []));
        for (const point of points) {
          putFiles(folder, before);
          const { code: ended } = await server.run(line(edit, { fail: point, code: 'EIO', ever: true }));
          count(`word ${edit} dead at ${point}`, await judgeEdit(data, storeDirs, edit, text, ended === 'fine'));
          dead += 1;
        }
        for (let point = 1; edit % everyKill === 0 && point <= points.length; point += 1) {
          putFiles(folder, before);
          const { killed: isKilled } = runKilled(job, hook, line(edit, { kill: point }));
          count(`word ${edit} killed at ${point}`, isKilled ? await judgeEdit(data, storeDirs, edit, text, false) : 'was not killed');
          killed += 1;
        }
        before = after;
        text = next;
        options.onProgress?.(edit, words);
      }
      return { cases, accepted, crashes: 0, failures, notes: { words, dead, killed } };
    } finally {
      server.stop();
    }
  });
}

/** A store that holds the guide, verified. */
async function heldGuide(home: string): Promise<string> {
  const store = path.join(home, 'store');
  const built = buildPack({ files: sourcesOf({ [crashGuide]: guideBody }), previous: null, mode: 'strict', sha256, today: '2026-11-23' });
  const share = await makeShareFolder({ bodies: { facebook: [] }, edit: () => built.files }, path.join(home, 'share'));
  const { error } = await bring(share, store);
  if (error) throw new Error(error.code);
  await (await openLocalStore(store)).openGuide(crashGuide);
  return store;
}

async function textIn(data: string): Promise<string | null> {
  const [kept] = (await draftParts(data, 'crash').drafts.list()).drafts;
  return kept ? proposedSource(kept.draft.suggestion) : null;
}
