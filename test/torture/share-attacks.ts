// The attacks of the table on real mounts: Samba seen through rclone, and a FUSE folder. Attacks by things that
// network folders do not carry (links, pipes) stay with the plain folder.
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Attack, Offer } from '../support/attack.ts';
import { faultShare, type Mounted, sambaShare } from '../support/real-share.ts';
import { type Figures, inFolder, type SuiteOptions } from '../support/torture.ts';
import { allAttacks, attackSuite } from './attacks.ts';

/** Of the whole table, in its short form every fifteenth: more than sixty, in seconds. */
const every = 15;

function carried([, , spoil]: Attack): boolean {
  const offer = new Offer();
  spoil(offer);
  return [...offer.files.values()].every((entry) => entry instanceof Uint8Array || entry === 'folder');
}

export const carriedAttacks = (form: SuiteOptions['form']): readonly Attack[] =>
  allAttacks.filter(carried).filter((_, at) => form === 'long' || at % every === 0);

async function on(options: SuiteOptions, start: (home: string) => Promise<Mounted>): Promise<Figures> {
  return inFolder(async (home) => {
    const mounted = await start(home);
    let count = 0;
    // Each under a name of its own, so that no cache of names can answer for another.
    const seenAt = (folder: string): string => {
      count += 1;
      mkdirSync(path.join(mounted.source, `a${count}`));
      cpSync(folder, path.join(mounted.source, `a${count}`), { recursive: true });
      return path.join(mounted.seen, `a${count}`);
    };
    try {
      return await attackSuite({ ...options, form: 'short' }, carriedAttacks(options.form), seenAt);
    } finally {
      await mounted.stop();
    }
  });
}

export const sambaAttackSuite = (options: SuiteOptions): Promise<Figures> => on(options, sambaShare);
export const fuseAttackSuite = (options: SuiteOptions): Promise<Figures> => on(options, faultShare);
