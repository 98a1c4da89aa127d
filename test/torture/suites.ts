// The torture suites by name. Each runs in a short form in `npm test` and in a long one by `npm run torture -- NAME`.
import type { Suite } from '../support/torture.ts';

export interface NamedSuite {
  readonly about: string;
  readonly load: () => Promise<Suite>;
}

/** In place of a suite whose parts this machine lacks: its row says which. */
const lacking =
  (parts: string): Suite =>
  async () => ({ cases: 0, accepted: 0, crashes: 0, failures: [], notes: { skipped: `needs ${parts}` } });
const real = () => import('../support/real-share.ts');

export const suites: Readonly<Record<string, NamedSuite>> = {
  attacks: {
    about: 'every attack on a share with the code it must end in',
    load: async () => (await import('./attacks.ts')).attackSuite,
  },
  differential: {
    about: 'strict mode against tuf-js 5, tuf-js 6 and tuf-browser on random repositories',
    load: async () => (await import('./differential.ts')).differentialSuite,
  },
  model: {
    about: 'random histories of publishing, rotating, rolling back, half copies, crashes and clocks',
    load: async () => (await import('./model.ts')).modelSuite,
  },
  replicas: {
    about: 'five publishers and their readers on replicas that deliver late and in any order',
    load: async () => (await import('./replicas.ts')).replicaSuite,
  },
  flips: {
    about: 'every bit and every shorter length of every metadata file of a share of two channels',
    load: async () => (await import('./flips.ts')).flipSuite,
  },
  'store-crash': {
    about: 'an import killed at every call on files, and again while it recovers',
    load: async () => (await import('./store-crash.ts')).storeCrashSuite,
  },
  'store-strace': {
    about: 'an import killed as it enters each of its real system calls (needs strace)',
    load: async () => (await import('./store-strace.ts')).storeStraceSuite,
  },
  'store-faults': {
    about: 'each call of an import on files fails with each of 12 errors, once and for ever',
    load: async () => (await import('./store-faults.ts')).storeFaultSuite,
  },
  'store-damage': {
    about: 'every file of a store zeroed, deleted, cut and flipped; healing, and older shares refused',
    load: async () => (await import('./store-damage.ts')).storeDamageSuite,
  },
  'store-power': {
    about: 'the power cut while an import writes: what was not flushed is lost or zeroes, in any order',
    load: async () => (await import('./store-power.ts')).storePowerSuite,
  },
  'note-crash': {
    about: 'the notes process killed at every change of a file while it saves, rewords, deletes and takes in 200 notes',
    load: async () => (await import('./note-crash.ts')).noteCrashSuite,
  },
  'note-strace': {
    about: 'the notes process killed as it enters each of its real system calls (needs strace)',
    load: async () => (await import('./note-strace.ts')).noteStraceSuite,
  },
  'note-faults': {
    about: 'each call of the notes process on files fails with each of 5 errors',
    load: async () => (await import('./note-faults.ts')).noteFaultSuite,
  },
  'note-writers': {
    about: 'four processes that change the same notes at once, 1,000 changes each, some killed on the way',
    load: async () => (await import('./note-writers.ts')).noteWriterSuite,
  },
  'note-power': {
    about: 'the power cut while notes are written: what was not flushed is lost or zeroes, in any order',
    load: async () => (await import('./note-power.ts')).notePowerSuite,
  },
  'draft-crash': {
    about: 'the process killed at every change of a file while 500 words are typed into a draft by two windows',
    load: async () => (await import('./draft-crash.ts')).draftCrashSuite,
  },
  'suggestion-crash': {
    about: 'the notes process ended at every change of a file while 500 words are typed into a suggestion through its session',
    load: async () => (await import('./suggestion-crash.ts')).suggestionCrashSuite,
  },
  bundles: {
    about: 'hostile bundles of suggestions, each opened by a process that may only read, with its time and memory',
    load: async () => (await import('./bundles.ts')).bundleSuite,
  },
  patches: {
    about: '1,000 random edits, which `git apply` and `git am` take to the byte (needs git)',
    load: async () => {
      const { canGit, patchSuite } = await import('./patches.ts');
      return canGit ? patchSuite : lacking('git');
    },
  },
  'share-faults': {
    about: 'errors, short and false answers of a real mount (FUSE), and the sync after them',
    load: async () =>
      (await real()).canMount.faults ? (await import('./share-faults.ts')).shareFaultSuite : lacking('fuse3 and python3-fusepy'),
  },
  'share-fuse': {
    about: 'the attacks on a FUSE mount',
    load: async () =>
      (await real()).canMount.faults ? (await import('./share-attacks.ts')).fuseAttackSuite : lacking('fuse3 and python3-fusepy'),
  },
  'share-samba': {
    about: 'the attacks on Samba, seen through rclone',
    load: async () =>
      (await real()).canMount.samba ? (await import('./share-attacks.ts')).sambaAttackSuite : lacking('samba, smbclient, rclone and fuse3'),
  },
  'share-frozen': {
    about: 'Samba frozen or killed at random moments of a sync: its process ends, and the copy goes on',
    load: async () =>
      (await real()).canMount.samba ? (await import('./share-frozen.ts')).shareFrozenSuite : lacking('samba, smbclient, rclone and fuse3'),
  },
  'inbox-write': {
    about: 'suggestions left on shares that fail (FUSE), freeze (Samba) or lose their sender: none torn, each there once',
    load: async () => (await import('./inbox-write.ts')).inboxWriteSuite,
  },
  'mirror-rsync': {
    about: 'a mirror by rsync that is killed at random while editions are published',
    load: async () => ((await real()).canRsync ? (await import('./mirror-rsync.ts')).rsyncSuite : lacking('rsync')),
  },
  'mirror-syncthing': {
    about: 'two editors publish at once on the two sides of a Syncthing pair',
    load: async () =>
      (await import('../support/mirror-syncthing.ts')).canSyncthing
        ? (await import('./mirror-syncthing.ts')).syncthingSuite
        : lacking('syncthing'),
  },
  'mirror-nginx': {
    about: 'a share on nginx, read over HTTP by ours, tuf-js 5 and 6 and tuf-browser, over lines that fail',
    load: async () =>
      (await import('../support/mirror-nginx.ts')).canNginx ? (await import('./mirror-nginx.ts')).nginxSuite : lacking('nginx-light'),
  },
  'first-sync': {
    about: 'time and memory of a first sync from Samba over a slow line, and going on after kills',
    load: async () =>
      (await real()).canMount.samba ? (await import('./first-sync.ts')).firstSyncSuite : lacking('samba, smbclient, rclone and fuse3'),
  },
  load: {
    about: '2,600 PCs that ask one share for ten channels, and the news of one changed page',
    load: async () => (await import('./load.ts')).loadSuite,
  },
  mutants: {
    about: 'every small change of core/trust, which its tests have to notice',
    load: async () => (await import('./mutants.ts')).mutantSuite,
  },
};
