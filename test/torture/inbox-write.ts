// Suggestions left on network folders that misbehave: whatever a call answers, whenever the process is killed or the server
// freezes, the drop-box never holds a torn bundle, never loses what was there, and has the suggestion once in the end.
import { canMount } from '../support/real-share.ts';
import type { Figures, SuiteOptions } from '../support/torture.ts';
import { inboxFaults } from './inbox-write-faults.ts';
import { inboxKills } from './inbox-write-kills.ts';
import { inboxSamba } from './inbox-write-samba.ts';

const nothing: Figures = { cases: 0, accepted: 0, crashes: 0, failures: [], notes: {} };

/** What this machine lacks is said among the notes, and leaves the rest. */
export async function inboxWriteSuite(options: SuiteOptions): Promise<Figures> {
  const skipped = (parts: string): Figures => ({ ...nothing, notes: { [`skipped, needs ${parts}`]: 1 } });
  const figures = [
    canMount.faults ? await inboxFaults(options) : skipped('fuse3 and python3-fusepy'),
    canMount.faults ? await inboxKills(options) : nothing,
    canMount.samba ? await inboxSamba(options) : skipped('samba, smbclient, rclone and fuse3'),
  ];
  const sum = (of: 'cases' | 'accepted' | 'crashes'): number => figures.reduce((all, part) => all + part[of], 0);
  return {
    cases: sum('cases'),
    accepted: sum('accepted'),
    crashes: sum('crashes'),
    failures: figures.flatMap(({ failures }) => failures),
    notes: Object.assign({}, ...figures.map(({ notes }) => notes)),
  };
}
