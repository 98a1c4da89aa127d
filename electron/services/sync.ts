// Calls of the group `sync`, and when rounds happen: first after the first paint, then as planned by core/sync, at
// once when a person asks. One round at a time, each in a process of its own; this process never touches a share.
import { forgetOthers, learn } from '../../content/core/sync/learn.ts';
import type { SyncMemory } from '../../content/core/sync/model.ts';
import { nextRound, planRound } from '../../content/core/sync/plan.ts';
import type { ImportReport } from '../../content/node/import-share.ts';
import type { RoundShare } from '../../content/node/sync-round.ts';
import type { SyncState } from '../ipc/replies.ts';
import type { Sync, SyncPorts } from './sync-model.ts';
import { noteReport } from './sync-notes.ts';
import { silentReport } from './sync-process.ts';
import { type Activity, haltedReport, stateOf } from './sync-state.ts';

export type { Sync, SyncPorts } from './sync-model.ts';

/** Id of a folder that a person chose, in place of a share's. */
export const byHandId = 'folder';

/** Until the window is quiet; the rest of the time is spread, so that a force's PCs do not ask together at nine. */
const usualFirstMs = 1_500;
const firstSpread = 5;
/** The pause between rounds is planned to the minute; timers that fire early must not spin. */
const leastPauseMs = 1_000;

/** Timers stand still while a PC sleeps; and what is true changes by time alone. */
const longestWaitMs = 10 * 60_000;

/** After a person called a round off: as long as the usual pause, unless somebody asks. */
const haltedMs = 60 * 60_000;
/** A share that does not answer holds the word to stop back; then its process is ended. */
const patienceMs = 3_000;

interface Wish {
  /** A person waits for it. */
  readonly byHand: boolean;
  /** Every share, not only those that are due. */
  readonly all: boolean;
}

interface FolderJob {
  readonly share: RoundShare;
  readonly resolve: (report: ImportReport | null) => void;
}

export function createSync(ports: SyncPorts): Sync {
  const { runner, notes, now, random, firstMs = usualFirstMs } = ports;
  const since = now();
  let memory = ports.memory.read();
  let isStarted = false;
  let isStopped = false;
  let activity: Activity | null = null;
  let timer: NodeJS.Timeout | undefined;
  let wanted: Wish | null = null;
  /** The round of shares under way. */
  let running: Wish | null = null;
  const folders: FolderJob[] = [];
  /** A person called off what is under way. */
  let isHalted = false;
  /** No planned round before this time. */
  let restUntil = 0;
  let writing: Promise<void> = Promise.resolve();

  const ids = (): string[] => ports.shares().list.map(({ id }) => id);
  const state = (): SyncState => {
    const { list, managed } = ports.shares();
    return stateOf({ memory, shares: list, managed, packs: ports.packs(), activity, started: since, now: now(), restUntil });
  };
  const tell = (): void => {
    if (!isStopped) ports.changed(state());
  };
  const remember = (next: SyncMemory): void => {
    memory = next;
    writing = writing.then(() => ports.memory.write(memory)).catch((thrown: unknown) => notes.fault('sync-memory', thrown));
  };
  const plan = (): void => {
    clearTimeout(timer);
    if (!isStarted || isStopped) return;
    const next = nextRound(ids(), memory, now());
    if (!next) return;
    const early = now().getTime() - since.getTime() < firstMs;
    const least = early ? firstMs * (1 + (firstSpread - 1) * random()) : leastPauseMs;
    const wait = Math.max(least, next.getTime() - now().getTime(), restUntil - now().getTime());
    timer = setTimeout(wake, Math.min(wait, longestWaitMs));
    // A planned round must not keep the app from closing.
    timer.unref();
  };
  const wake = (): void => {
    const isDue = now().getTime() >= restUntil && planRound({ shares: ids(), memory, now: now(), byHand: false }).length > 0;
    if (isDue) want({ byHand: false, all: false });
    else {
      plan();
      tell();
    }
  };
  const want = (wish: Wish): void => {
    restUntil = 0;
    if (running && (running.all || !wish.all)) {
      // The round under way looks at all that is wanted.
      running = { ...running, byHand: running.byHand || wish.byHand };
      if (activity) activity = { ...activity, byHand: running.byHand };
      tell();
      return;
    }
    wanted = { byHand: wish.byHand || (wanted?.byHand ?? false), all: wish.all || (wanted?.all ?? false) };
    void pump();
  };

  const look = async (shares: readonly RoundShare[], byHand: boolean, report: (id: string, found: ImportReport, ms: number) => void) => {
    const inWork = (share: string | null, done: number, of: number): void => {
      activity = { byHand: activity?.byHand ?? byHand, share, done, of };
      tell();
    };
    inWork(null, 0, 0);
    const end = await runner.run(
      { storeDir: ports.storeDir, ...(ports.machineDir ? { machineDir: ports.machineDir } : {}), rootFile: ports.rootFile, shares },
      {
        share: (share) => inWork(share, 0, 0),
        progress: inWork,
        report,
        fault: (code, cause) => notes.note('sync', 'sync-fault', { error: code, cause }),
      },
    );
    if (end.kind !== 'done') notes.note('sync', `sync-process-${end.kind}`, { share: end.share ?? '' });
    return end;
  };

  const round = async (wish: Wish): Promise<void> => {
    const { list } = ports.shares();
    let left = planRound({ shares: ids(), memory, now: now(), byHand: wish.all });
    while (left.length > 0 && !isStopped) {
      const asked = left.flatMap((id) => list.filter((share) => share.id === id).map(({ path }) => ({ id, path })));
      const seen = new Set<string>();
      const took = (id: string, found: ImportReport, ms: number): void => {
        seen.add(id);
        noteReport(notes, id, found, ms);
        remember(learn(memory, id, found, now(), random()));
        if (found.changed) void ports.imported().finally(tell);
        tell();
      };
      const end = await look(asked, running?.byHand ?? wish.byHand, took);
      // Also when a folder that a person chose came between: what was not looked at stays due.
      if (end.kind === 'done' || isStopped) return;
      // The one that hung is known now; a new process looks at the others. One that cannot even begin does not go on.
      const guilty = end.share ?? left.find((id) => !seen.has(id));
      if (guilty !== undefined) took(guilty, silentReport(end.kind), 0);
      left = end.share === null ? [] : left.filter((id) => !seen.has(id));
    }
  };

  const pump = async (): Promise<void> => {
    if (activity || isStopped) return;
    const folder = folders.shift();
    const wish = wanted;
    if (!folder && !wish) return;
    activity = { byHand: folder ? folder.share.id === byHandId : (wish?.byHand ?? false), share: null, done: 0, of: 0 };
    try {
      if (folder) await single(folder);
      else if (wish) {
        wanted = null;
        running = wish;
        await round(wish);
      }
    } catch (thrown) {
      notes.fault('sync', thrown);
    } finally {
      activity = null;
      running = null;
      isHalted = false;
      plan();
      tell();
      void pump();
    }
  };

  const single = async ({ share, resolve }: FolderJob): Promise<void> => {
    let found: ImportReport | null = null;
    let copied: Activity | null = null;
    try {
      await look([share], share.id === byHandId, (id, report, ms) => {
        noteReport(notes, id, report, ms);
        found = report;
        copied = activity;
      });
    } finally {
      resolve(isHalted ? haltedReport(found, copied ?? activity) : found);
    }
  };

  return {
    state,
    start() {
      if (isStarted) return;
      isStarted = true;
      for (const { id, path, origin } of ports.shares().list) notes.note('sync', 'share-set', { share: id, path, origin });
      memory = forgetOthers(memory, ids());
      plan();
    },
    isStarted: () => isStarted,
    check: (byHand) => want({ byHand, all: true }),
    configured() {
      remember(forgetOthers(memory, ids()));
      if (isStarted) want({ byHand: false, all: false });
      tell();
    },
    importFrom(share) {
      if (isStopped) return Promise.resolve(null);
      return new Promise((resolve) => {
        folders.push({ share, resolve });
        if (activity) {
          // A round of shares may take long: it goes on after the folder.
          if (running) {
            wanted ??= running;
            runner.interrupt();
          }
        }
        void pump();
      });
    },
    halt() {
      if (isStopped || !activity || (!running && !activity.byHand)) return;
      isHalted = true;
      // A folder that was called off says nothing of the shares.
      if (running) {
        wanted = null;
        restUntil = now().getTime() + haltedMs;
      }
      notes.note('sync', 'halted', { share: activity.share ?? '', done: activity.done, of: activity.of });
      runner.interrupt();
      setTimeout(() => isHalted && runner.stop(), patienceMs).unref();
    },
    mended(isWhole) {
      if (isWhole) remember({ ...memory, repaired: now().toISOString() });
      if (isStarted) want({ byHand: false, all: true });
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      for (const { resolve } of folders.splice(0)) resolve(null);
      runner.stop();
    },
  };
}
