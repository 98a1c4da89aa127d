// Carries out a plan of writing a share, in its order. What is there already and equal is left alone; what is
// there, may not change and differs stops the writing.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { WriteStep } from '../core/publish/plan-share.ts';
import { writeAtomic } from './atomic-write.ts';
import { joinNames } from './safe-path.ts';

export interface WriteReport {
  readonly written: number;
  /** Immutable files that were there already. */
  readonly kept: number;
  readonly bytes: number;
}

/** Throws the system's error, or an `Error` naming the file that differs. */
export async function writeShare(
  share: string,
  steps: readonly WriteStep[],
  onProgress?: (done: number, of: number) => void,
): Promise<WriteReport> {
  const folders = new Set<string>();
  let [written, kept, bytes] = [0, 0, 0];
  for (const [index, step] of steps.entries()) {
    const file = joinNames(share, ...step.path);
    const folder = path.dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if (step.immutable && existsSync(file)) {
      if (!Buffer.from(step.bytes).equals(readFileSync(file))) throw new Error(`${step.path.join('/')} is there already and differs`);
      kept += 1;
    } else {
      await writeAtomic(file, step.bytes);
      written += 1;
      bytes += step.bytes.length;
    }
    onProgress?.(index + 1, steps.length);
  }
  return { written, kept, bytes };
}
