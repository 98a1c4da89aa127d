// Carries out the writing of a publish, one file after another in the planned order, each whole and exclusive, so
// that whoever looks at any moment finds the old edition or the new one. `onStep` is called after each file.
import { AppFault } from '../core/base/error.ts';
import { isSha256 } from '../core/base/ids.ts';
import type { WriteStep } from '../core/publish/plan-share.ts';
import { writeExclusive, writeReplacing } from './exclusive-write.ts';
import { shareFault } from './faults.ts';
import { sha256 } from './hash.ts';
import { joinNames } from './safe-path.ts';

export interface StepReport {
  readonly written: number;
  readonly kept: number;
  readonly bytes: number;
}

export type OnStep = (step: WriteStep, done: number, of: number) => void | Promise<void>;

/** Throws NAME_TAKEN with the file where another file has the name, NO_SPACE, SHARE_…, and what `onStep` throws. */
export async function writeSteps(share: string, steps: readonly WriteStep[], onStep?: OnStep): Promise<StepReport> {
  let [written, kept, bytes] = [0, 0, 0];
  for (const [index, step] of steps.entries()) {
    const file = joinNames(share, ...step.path);
    const outcome = await guarded(() => (step.immutable ? writeExclusive(file, step.bytes) : replace(file, step.bytes)));
    if (outcome === 'differs') {
      // A blob is named by its digest: other bytes under that name are damage, which this heals.
      if (!isBlob(step)) throw new AppFault('NAME_TAKEN', { file: step.path.join('/') });
      await guarded(() => writeReplacing(file, step.bytes));
    }
    if (outcome === 'kept') kept += 1;
    else {
      written += 1;
      bytes += step.bytes.length;
    }
    await onStep?.(step, index + 1, steps.length);
  }
  return { written, kept, bytes };
}

async function replace(file: string, bytes: Uint8Array): Promise<'written'> {
  await writeReplacing(file, bytes);
  return 'written';
}

function isBlob(step: WriteStep): boolean {
  const digest = step.path.at(-1)?.slice(0, 64) ?? '';
  return step.path.at(-2) === 'targets' && isSha256(digest) && sha256(step.bytes) === digest;
}

async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof Error && (thrown as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new AppFault('NO_SPACE', { errno: 'ENOSPC' }, thrown);
    throw shareFault(thrown);
  }
}
