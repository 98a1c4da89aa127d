// Types a word into a suggestion through the notes process's own session, in a process that can be killed: for each line
// that comes in the session is opened anew, and dies where the line says so.
import { createInterface } from 'node:readline';
import type { HookPlan, JobAnswer } from '../support/store-scene.ts';
import { crashSession, oneEdit, type SuggestionLine } from '../support/suggestion-crash-scene.ts';

declare const storeHook: {
  arm(plan: Partial<HookPlan>): void;
  disarm(): Pick<JobAnswer, 'changes' | 'whole' | 'seen'>;
};

for await (const text of createInterface({ input: process.stdin })) {
  const { storeDirs, edit, ...plan } = JSON.parse(text) as SuggestionLine;
  const ask = await oneEdit(await crashSession(plan.store, storeDirs), edit);
  storeHook.arm(plan);
  const code = await ask().then(
    () => 'fine',
    (thrown: unknown) => (thrown instanceof Error ? thrown.message : 'unknown'),
  );
  process.stdout.write(`${JSON.stringify({ code, codes: [], ...storeHook.disarm() })}\n`);
}
