// Imports in a process of its own, one for each line that comes in: what to do as JSON; says how each ended. Dies
// where the line says so.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { importShare } from '../../content/node/import-share.ts';
import type { HookPlan, JobAnswer, JobLine } from '../support/store-scene.ts';

declare const storeHook: {
  arm(plan: HookPlan): void;
  disarm(): Pick<JobAnswer, 'changes' | 'whole' | 'seen'>;
};

for await (const line of createInterface({ input: process.stdin })) {
  const { root, now, ...plan } = JSON.parse(line) as JobLine;
  const pinnedRoot = readFileSync(root);
  storeHook.arm(plan);
  let answer: Pick<JobAnswer, 'code' | 'codes'>;
  try {
    const { error, directory, channels } = await importShare({ store: plan.store, share: plan.share, pinnedRoot, now: new Date(now) });
    const codes = [error, directory.error, ...channels.map((channel) => channel.error)].flatMap((one) => (one ? [one.code] : []));
    answer = { code: codes[0] ?? 'fine', codes };
  } catch (thrown) {
    answer = { code: `threw ${String(thrown)}`, codes: [] };
  }
  process.stdout.write(`${JSON.stringify({ ...answer, ...storeHook.disarm() })}\n`);
}
