// Brings a share's verified editions into the local store: metadata through core/trust, then every blob by its
// signed digest, then one commit. On any failure what was held stays readable; one channel's trouble does not
// touch the others. Nothing is believed because of where it lies.
import { statfsSync } from 'node:fs';
import { type AppError, AppFault, asAppError } from '../core/base/error.ts';
import type { ChannelId, Sha256 } from '../core/base/ids.ts';
import { clearLeftovers, clearUnnamed } from './clear-store.ts';
import { storeFault } from './faults.ts';
import { keepFloors } from './floors-copy.ts';
import { clearDamaged } from './holdings.ts';
import { importChannel } from './import-channel.ts';
import { updateDirectory } from './import-directory.ts';
import { healChannel } from './import-heal.ts';
import type { ChannelOutcome, ChannelReport, HeldDirectory, ImportInput, ImportReport, ListedChannel } from './import-model.ts';
import { type ChannelPlan, failed, planChannel } from './import-plan.ts';
import { recoverChannel, recoverState } from './recover-store.ts';
import { openShare, type ShareFolder } from './share.ts';
import { type ChannelState, type FoundState, findState, prepareStore, type StoreState, writeState } from './store-state.ts';

export type { ChannelReport, ImportInput, ImportReport } from './import-model.ts';

/** Editions that are ready are committed at least this often, so that a stopped import loses little. */
const commitEveryMs = 2_000;
/** Beside the blobs come the catalogue, the tables and the temporary twin of each (trust.md 1.4 row 25). */
const spaceFactor = 2;

/** Never throws for what can go wrong outside; it says so in the report. */
export async function importShare(input: ImportInput): Promise<ImportReport> {
  const nothing: ImportReport = { error: null, directory: { error: null, warnings: [] }, channels: [], changed: false };
  try {
    prepareStore(input.store);
    clearLeftovers(input.store);
    const found = findState(input.store);
    // Without a state there may still be signed metadata, and with it the floors.
    const before = found.state ?? recoverState(input.store, input.pinnedRoot, input.now);
    const share = openShare(input.share, input.watch);
    const directory = await updateDirectory(input, share, before);
    if (!directory.ok) {
      if (found.state && found.damaged.length > 0) await writeState(input.store, found.state);
      return { ...nothing, directory: { error: directory.error, warnings: [] }, error: directory.error };
    }
    return await importChannels(input, share, { ...found, before }, directory.value);
  } catch (thrown) {
    input.onFault?.(thrown);
    return { ...nothing, error: asAppError(thrown) };
  }
}

interface Before extends FoundState {
  readonly before: StoreState;
}

async function importChannels(input: ImportInput, share: ShareFolder, found: Before, directory: HeldDirectory): Promise<ImportReport> {
  const { before } = found;
  const channels = new Map<ChannelId, ChannelState>(before.channels.map((channel) => [channel.id, channel]));
  if (!found.state)
    for (const entry of directory.channels) {
      const recovered = await recoverChannel(input.store, entry, directory.people, input.now);
      if (recovered) channels.set(entry.id, recovered);
    }
  // A damaged twin is made again by a commit of the same.
  let committed = found.state && found.damaged.length === 0 ? JSON.stringify(before) : '';
  let sequence = before.sequence;
  let lastCommit = performance.now();
  const stateNow = (): StoreState => ({ ...before, ...directory.state, channels: [...channels.values()] });
  const commit = async () => {
    const state = stateNow();
    const text = JSON.stringify(state);
    if (text !== committed) sequence = (await writeState(input.store, { ...state, sequence })).sequence;
    committed = text;
    lastCommit = performance.now();
  };
  const reports = new Map<ChannelId, ChannelReport>();
  const healed: Sha256[] = [];
  const take = ({ state, report, fresh = [] }: ChannelOutcome): void => {
    if (state) channels.set(report.channel, state);
    healed.push(...fresh);
    reports.set(report.channel, report);
  };
  let [done, of] = [0, 0];
  const step = () => {
    done += 1;
    input.onProgress?.(done, of);
  };
  const workOf = (entry: ListedChannel) => ({ input, share, entry, held: channels.get(entry.id) ?? null, people: directory.people, step });

  let error: AppError | null = null;
  let current: ListedChannel | undefined;
  try {
    const plans: ChannelPlan[] = [];
    for (const entry of directory.channels) {
      current = entry;
      const planned = await planChannel(workOf(entry), stateNow());
      if (planned.plan) plans.push(planned.plan);
      else take(planned.outcome);
    }
    current = plans[0]?.work.entry;
    requireSpace(
      input.store,
      plans.reduce((sum, plan) => sum + plan.blobs.bytes, 0),
    );
    of = plans.reduce((sum, plan) => sum + plan.blobs.wanted.size, 0);
    for (const plan of plans) {
      current = plan.work.entry;
      take(await importChannel(plan));
      if (performance.now() - lastCommit > commitEveryMs) await commit();
    }
  } catch (thrown) {
    // Only the store's own faults come here, and the end that was asked for: no space, no rights. The rest would fail alike.
    input.onFault?.(thrown);
    error = asAppError(thrown);
    if (current) take(failed(workOf(current), error, null));
  }
  let isHealed = false;
  const mended = [...found.damaged];
  try {
    for (const { channel, outcome } of error === null ? reports.values() : []) {
      const state = channels.get(channel);
      const back = outcome === 'failed' && state ? await healChannel(input.store, share, state).catch(() => null) : null;
      if (!back) continue;
      channels.set(channel, back.state);
      healed.push(...back.fresh);
      isHealed ||= back.fresh.length > 0;
    }
    await commit();
    mended.push(...clearDamaged(input.store, healed).map((digest) => `blobs/${digest.slice(0, 12)}`));
    const unfinished = directory.channels.map(({ id }) => id).filter((id) => (reports.get(id)?.outcome ?? 'failed') === 'failed');
    const state = stateNow();
    clearUnnamed(input.store, state, new Set(error?.code === 'NO_SPACE' ? [] : unfinished));
    await keepFloors(input.store, state);
  } catch (thrown) {
    error ??= asAppError(storeFault(thrown));
  }
  const list = directory.channels.flatMap(({ id }) => reports.get(id) ?? []);
  const isRecovered = !found.state && [...channels.values()].some(({ edition }) => edition !== null);
  const changed = isHealed || isRecovered || list.some(({ outcome }) => outcome === 'imported');
  const repaired = error === null && mended.length > 0 ? { repaired: mended } : {};
  return { error, directory: { error: directory.error, warnings: directory.warnings }, channels: list, changed, ...repaired };
}

/** For the whole import at once: half of the channels on a full disk would help nobody. */
function requireSpace(store: string, bytes: number): void {
  if (bytes === 0) return;
  let free: number;
  try {
    const { bavail, bsize } = statfsSync(store);
    free = bavail * bsize;
  } catch (error) {
    throw storeFault(error);
  }
  if (free < bytes * spaceFactor) throw new AppFault('NO_SPACE', { needed: bytes * spaceFactor, free });
}
