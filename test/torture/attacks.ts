// Attack scenarios with the code each must end in (trust.md 1.4 and 1.5), run through the real import: the code is
// right, the older edition still opens byte for byte, no floor falls, nothing that was not signed can be read.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Attack, carryOut, type Ground, heldStore } from '../support/attack.ts';
import { type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';
import { contentAttacks } from './attacks-content.ts';
import { directoryAttacks } from './attacks-directory.ts';
import { fileAttacks } from './attacks-files.ts';
import { rootAttacks } from './attacks-roots.ts';
import { signedAttacks } from './attacks-signed.ts';

export const allAttacks: readonly Attack[] = [...fileAttacks, ...signedAttacks, ...rootAttacks, ...contentAttacks, ...directoryAttacks];

/**
 * @param attacks all of them unless told: places that know no links or pipes leave those out.
 * @param seenAt where readers see a written share: a mount or a network share.
 */
export async function attackSuite(
  options: SuiteOptions,
  attacks: readonly Attack[] = allAttacks,
  seenAt?: Ground['seenAt'],
): Promise<Figures> {
  const failures: string[] = [];
  const codes = new Map<string, number>();
  let [accepted, crashes] = [0, 0];
  const list = options.count === null ? attacks : attacks.slice(0, options.count);
  await inFolder(async (folder) => {
    const store = await heldStore(folder);
    for (const [index, attack] of list.entries()) {
      const ground: Ground = {
        folder: path.join(folder, String(index)),
        store,
        onNewPc: options.form === 'long',
        ...(seenAt ? { seenAt } : {}),
      };
      mkdirSync(ground.folder);
      try {
        const { result, broken } = await carryOut(attack, ground);
        codes.set(result, (codes.get(result) ?? 0) + 1);
        if (/^(?:imported|fine)/.test(result)) accepted += 1;
        if (broken.length > 0 && failures.length < mostFailures) failures.push(`${attack[0]}: ${broken.join('; ')}`);
      } catch (thrown) {
        crashes += 1;
        failures.push(`${attack[0]}: threw ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
      }
      rmSync(ground.folder, { recursive: true, force: true });
      options.onProgress?.(index + 1, list.length);
    }
  });
  return { cases: list.length, accepted, crashes, failures, notes: Object.fromEntries(codes) };
}
