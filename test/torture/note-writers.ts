// Several processes that change notes of the same guides in one folder at once, as fast as they can, some of them killed
// on the way: every change that was answered is there at the end, every file can be read, nothing is left behind.
import { fork } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isDeleted } from '../../content/core/annotation/model.ts';
import { openNoteStore } from '../../content/node/note-store.ts';
import { buildJob } from '../support/store-scene.ts';
import { chanceOf, type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

interface Writer {
  /** Words of the changes that were answered. */
  readonly answered: readonly string[];
  readonly wasKilled: boolean;
}

/** Rounds, processes in each, and changes of each process. */
const forms = { short: [2, 3, 20], long: [10, 4, 1_000] } as const;

export async function noteWriterSuite(options: SuiteOptions): Promise<Figures> {
  const [rounds, writers, changes] = forms[options.form];
  const count = options.count ?? rounds;
  return inFolder(async (home) => {
    const job = await buildJob(home, path.join('..', 'support', 'note-change-job.ts'));
    const chance = chanceOf(options.seed);
    const failures: string[] = [];
    let [answered, killed] = [0, 0];
    for (let round = 0; round < count; round += 1) {
      const folder = path.join(home, `round-${round}`);
      mkdirSync(folder);
      const names = [...'abcdefgh'].slice(0, writers);
      // The last of each second round dies somewhere.
      const dies = (at: number) => (round % 2 === 1 && at === writers - 1 ? 1 + chance.int(changes) : 0);
      const all = await Promise.all(names.map((name, at) => write(job, folder, name, changes, dies(at))));
      const store = openNoteStore({ folder, log: (what) => failures.push(`round ${round}: ${what}`) });
      const there = new Set<string>();
      for (const guide of store.guides()) {
        // A change, for what a killed process left is removed by the next one of that guide.
        const { records } = await store.change(guide, (before) => [...before]);
        for (const record of records) if (!isDeleted(record)) there.add(record.text);
      }
      const lost = all.flatMap((writer) => writer.answered).filter((text) => !there.has(text));
      failures.push(...lost.map((text) => `round ${round}: "${text}" was answered and is not there`));
      failures.push(...readdirSync(folder).flatMap((name) => (/^[a-z-]+\.json$/.test(name) ? [] : [`round ${round}: ${name} is left`])));
      answered += all.reduce((sum, writer) => sum + writer.answered.length, 0);
      killed += all.filter(({ wasKilled }) => wasKilled).length;
      options.onProgress?.(round + 1, count);
      if (failures.length > mostFailures) break;
    }
    return { cases: count, accepted: count, crashes: 0, failures, notes: { processes: count * writers, answered, killed } };
  });
}

function write(job: string, folder: string, name: string, changes: number, diesAfter: number): Promise<Writer> {
  return new Promise((resolve) => {
    const child = fork(job, [folder, name, String(changes)], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const answered: string[] = [];
    child.on('message', (text) => {
      if (typeof text !== 'string') return;
      answered.push(text);
      if (answered.length === diesAfter) child.kill('SIGKILL');
    });
    child.on('exit', () => resolve({ answered, wasKilled: child.signalCode === 'SIGKILL' }));
  });
}
