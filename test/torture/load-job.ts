// Many clients in one process, one after the other: each has a store and a memory of its own and looks when the real
// plan says so, on a clock that runs faster. Its orders come as one line of JSON; so does what it counted.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { learn } from '../../content/core/sync/learn.ts';
import { emptyMemory, type SyncMemory } from '../../content/core/sync/model.ts';
import { nextRound, planRound } from '../../content/core/sync/plan.ts';
import { writeMemory } from '../../content/node/sync-memory.ts';
import { syncRound } from '../../content/node/sync-round.ts';
import { chanceOf } from '../support/torture.ts';

export interface LoadOrders {
  /** Names of the clients' stores below `home`. */
  readonly clients: readonly string[];
  readonly home: string;
  readonly share: string;
  readonly root: string;
  readonly seed: number;
  /** Real milliseconds, from now; of the made-up clock, so many times as long. */
  readonly lengthMs: number;
  readonly pace: number;
  /** The made-up clock at the start, in milliseconds since 1970. */
  readonly start: number;
  /** Each looks once, now, whatever was planned. */
  readonly byHand: boolean;
}

export interface LoadFigures {
  readonly checks: number;
  /** Clients that looked at least once. */
  readonly clients: number;
  /** Of one repository in one check: sums, and the most there was. */
  readonly repositories: number;
  readonly opens: number;
  readonly bytes: number;
  readonly mostOpens: number;
  readonly mostBytes: number;
  /** What became of channels, by outcome or code. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Files of the last check that were there to be opened, by repository. */
  readonly found: Readonly<Record<string, readonly string[]>>;
  /** Milliseconds of each check, and how late the latest began. */
  readonly ms: readonly number[];
  readonly latestMs: number;
}

type Counts = ReadonlyMap<string, { readonly opens: number; readonly found: readonly string[]; readonly bytes: number }>;
const takeCounts = (globalThis as unknown as { readonly takeCounts: () => Counts }).takeCounts;

const hour = 3_600_000;
const share = 'share';

async function main(): Promise<void> {
  const orders = JSON.parse(readFileSync(0, 'utf8')) as LoadOrders;
  const chance = chanceOf(orders.seed);
  const random = () => chance.int(1_000_000) / 1_000_000;
  const pinnedRoot = readFileSync(orders.root);
  const begun = performance.now();
  const clock = () => new Date(orders.start + (performance.now() - begun) * orders.pace);
  const good = { error: null, directory: { error: null, warnings: [] }, channels: [] };
  // They have all looked within the last hour, at moments that have nothing to do with each other.
  const clients = orders.clients.map((name) => {
    const memory = learn(emptyMemory, share, good, new Date(orders.start - random() * hour), random());
    return { name, memory, looked: 0 };
  });
  const dueOf = (memory: SyncMemory) => nextRound([share], memory, new Date(orders.start - 2 * hour))?.getTime() ?? 0;
  const outcomes = new Map<string, number>();
  const told = { checks: 0, repositories: 0, opens: 0, bytes: 0, mostOpens: 0, mostBytes: 0, latestMs: 0 };
  const ms: number[] = [];
  let found: Record<string, readonly string[]> = {};
  const look = async (client: (typeof clients)[number], now: Date): Promise<void> => {
    takeCounts();
    const started = performance.now();
    const store = path.join(orders.home, client.name);
    const ids = planRound({ shares: [share], memory: client.memory, now, byHand: orders.byHand });
    const shares = ids.map((id) => ({ id, path: orders.share }));
    const report = (await syncRound({ store, shares, pinnedRoot, now })).get(share);
    if (!report) return;
    client.memory = learn(client.memory, share, report, now, random());
    await writeMemory(store, client.memory);
    ms.push(performance.now() - started);
    client.looked += 1;
    told.checks += 1;
    const error = report.error ?? report.directory.error;
    const codes = [...(error ? [error.code] : []), ...report.channels.map(({ outcome, error: own }) => own?.code ?? outcome)];
    for (const code of codes) outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
    const counts = takeCounts();
    found = Object.fromEntries([...counts].map(([repository, count]) => [repository, count.found]));
    for (const { opens, bytes } of counts.values()) {
      told.repositories += 1;
      told.opens += opens;
      told.bytes += bytes;
      told.mostOpens = Math.max(told.mostOpens, opens);
      told.mostBytes = Math.max(told.mostBytes, bytes);
    }
  };
  if (orders.byHand) for (const client of clients) await look(client, clock());
  for (;;) {
    // Who was due in the last moment is waited for.
    if (orders.byHand || (performance.now() - begun > orders.lengthMs && clients.every(({ looked }) => looked > 0))) break;
    const next = clients.reduce((first, client) => (dueOf(client.memory) < dueOf(first.memory) ? client : first));
    const wait = (dueOf(next.memory) - clock().getTime()) / orders.pace;
    if (wait > 0) await sleep(Math.min(wait + 1, 1_000));
    else {
      // Not of those that were due before the start: they come one after the other.
      if (dueOf(next.memory) > orders.start) told.latestMs = Math.max(told.latestMs, -wait);
      await look(next, clock());
    }
  }
  const figures: LoadFigures = {
    ...told,
    clients: clients.filter(({ looked }) => looked > 0).length,
    outcomes: Object.fromEntries(outcomes),
    found,
    ms,
  };
  process.stdout.write(JSON.stringify(figures));
}

void main();
