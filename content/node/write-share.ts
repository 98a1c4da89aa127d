// Carries out a plan of writing a share, in its order. What is there already and equal is left alone; what is
// there, may not change and differs stops the writing. Blobs are written several at a time (each waits for the
// disk); everything that names other files waits until those are there.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { WriteStep } from '../core/publish/plan-share.ts';
import { flushFolder, renameInto, temporaryName, writeAtomic } from './atomic-write.ts';
import { joinNames } from './safe-path.ts';

export interface WriteReport {
  readonly written: number;
  /** Immutable files that were there already. */
  readonly kept: number;
  readonly bytes: number;
}

/** Enough for the disk to join flushes, few enough for a network share. */
const writers = 16;

/** Throws the system's error, or an `Error` naming the file that differs. */
export async function writeShare(
  share: string,
  steps: readonly WriteStep[],
  onProgress?: (done: number, of: number) => void,
): Promise<WriteReport> {
  let [written, kept, bytes] = [0, 0, 0];
  const folders = new Set<string>();
  const carryOut = async (step: WriteStep, flushes: boolean): Promise<void> => {
    const file = joinNames(share, ...step.path);
    const folder = path.dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if (step.immutable && existsSync(file)) {
      if (!Buffer.from(step.bytes).equals(readFileSync(file))) throw new Error(`${step.path.join('/')} is there already and differs`);
      kept += 1;
    } else {
      await (flushes ? writeAtomic(file, step.bytes) : writeBeside(file, step.bytes));
      written += 1;
      bytes += step.bytes.length;
    }
    onProgress?.(written + kept, steps.length);
  };
  for (let at = 0; at < steps.length; ) {
    const blobs = blobsFrom(steps, at);
    if (blobs.length > 0) {
      let next = 0;
      const writer = async () => {
        for (let step = blobs[next++]; step; step = blobs[next++]) await carryOut(step, false);
      };
      await Promise.all(Array.from({ length: writers }, writer));
      flushFolder(path.dirname(joinNames(share, ...(blobs[0] as WriteStep).path)));
    } else await carryOut(steps[at] as WriteStep, true);
    at += Math.max(blobs.length, 1);
  }
  return { written, kept, bytes };
}

/** The blobs of one repository that follow each other in the plan. */
function blobsFrom(steps: readonly WriteStep[], at: number): readonly WriteStep[] {
  const folder = (step: WriteStep | undefined) => step?.path.slice(0, -1).join('/');
  let end = at;
  while (end < steps.length && steps[end]?.path.at(-2) === 'targets' && folder(steps[end]) === folder(steps[at])) end += 1;
  return steps.slice(at, end);
}

/** As `writeAtomic`, without waiting for each folder: that is flushed once for all. */
async function writeBeside(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryName(file);
  try {
    const handle = await open(temporary, 'wx', 0o644);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameInto(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
