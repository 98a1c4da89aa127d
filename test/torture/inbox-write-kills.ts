// The sending process killed before and after every call that it makes on the drop-box: with hard links, without, and where
// nothing can be renamed. Nothing torn is seen, sending again has it once, and a day later nothing unfinished is there.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { bundleJob } from '../support/mirror-bundle.ts';
import { type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';
import { type WriteOp, writableShare } from '../support/writable-share.ts';
import { type Before, dayLater, dropAt, holds, prepare } from './inbox-write-box.ts';

const modes: Readonly<Record<string, readonly WriteOp[]>> = { link: [], rename: ['link'], plain: ['link', 'rename'] };

export async function inboxKills(options: SuiteOptions): Promise<Figures> {
  const every = options.form === 'long' ? 1 : 13;
  const failures: string[] = [];
  let [cases, accepted, left, torn] = [0, 0, 0, 0];
  await inFolder(async (home) => {
    const job = path.join(home, 'job.cjs');
    bundleJob('inbox-write-job.ts', job);
    mkdirSync(path.join(home, 'share'));
    const share = await writableShare(path.join(home, 'share'));
    const [behind, seen] = [path.join(share.source, 'box'), path.join(share.seen, 'box')];
    const run = (call: number, when: string) => spawnSync(process.execPath, [job, seen, String(call), when], { encoding: 'utf8' });
    try {
      for (const [mode, lacks] of Object.entries(modes)) {
        for (const before of ['empty', 'theirs'] as const satisfies readonly Before[]) {
          share.set({ lacks });
          prepare(behind, before);
          const { calls } = JSON.parse(run(0, 'before').stdout) as { readonly calls: number };
          const others = before === 'theirs' ? 1 : 0;
          for (let call = 1 + (cases % every); call <= calls && failures.length < mostFailures; call += every) {
            for (const when of ['before', 'after']) {
              prepare(behind, before);
              const { signal } = run(call, when);
              const held = holds(behind);
              const second = await dropAt(seen);
              await dayLater(behind, seen);
              const after = holds(behind);
              cases += 1;
              left += held.unfinished;
              torn += held.torn;
              const mayTear = mode === 'plain' ? 1 : 0;
              const wrong =
                signal !== 'SIGKILL'
                  ? 'was not killed'
                  : held.torn > mayTear
                    ? `${held.torn} torn`
                    : held.theirs !== others || after.theirs !== others
                      ? 'somebody else’s file is not what it was'
                      : second.code !== 'fine' || after.ours !== 1
                        ? `sent again: ${second.code}, there ${after.ours} times`
                        : after.unfinished > 0
                          ? `${after.unfinished} unfinished a day later`
                          : null;
              if (wrong === null) accepted += 1;
              else failures.push(`${mode}, ${before}: killed ${when} call ${call} of ${calls}: ${wrong}`);
            }
            options.onProgress?.(call, calls);
          }
        }
      }
    } finally {
      await share.stop();
    }
  });
  const notes = { 'left unfinished by kills': left, 'torn where nothing can be renamed': torn };
  return { cases, accepted, crashes: 0, failures, notes };
}
