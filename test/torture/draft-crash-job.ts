// Types a word into a draft, in a process that can be killed: for each line that comes in the store is opened anew, and
// dies where the line says so.
import { createInterface } from 'node:readline';
import { asAppError } from '../../content/core/base/error.ts';
import { openDraftStore } from '../../content/node/draft-store.ts';
import { type DraftLine, typed } from '../support/draft-scene.ts';
import type { HookPlan, JobAnswer } from '../support/store-scene.ts';

declare const storeHook: {
  arm(plan: Partial<HookPlan>): void;
  disarm(): Pick<JobAnswer, 'changes' | 'whole' | 'seen'>;
};

for await (const line of createInterface({ input: process.stdin })) {
  const { edit, writer, ...plan } = JSON.parse(line) as DraftLine;
  const store = openDraftStore({ folder: plan.store, writer, log: () => undefined });
  storeHook.arm(plan);
  const code = await typed(store, edit).then(
    () => 'fine',
    (thrown: unknown) => asAppError(thrown).code,
  );
  process.stdout.write(`${JSON.stringify({ code, codes: [], ...storeHook.disarm() })}\n`);
}
