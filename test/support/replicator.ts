// Replicas of one folder as a file replicator keeps them, with time as a number: every file travels by itself, in any
// order, late; the last writer wins, the loser is kept under a conflict name or lost; a file may be seen half written at
// its full length. Nothing here knows what the files mean.
import type { ShareFolder } from '../../content/node/share.ts';
import type { Chance } from './torture.ts';

interface Stored {
  readonly bytes: Uint8Array;
  /** When it was written, and where: later wins, then the higher replica. */
  readonly at: number;
  readonly by: number;
  readonly isHalf: boolean;
}

interface Delivery {
  readonly due: number;
  readonly to: number;
  readonly name: string;
  readonly file: Stored;
}

/** Longest way of one file between two replicas, in seconds. */
export const longestDelay = 7 * 24 * 3600;

export class Replicator {
  readonly replicas: readonly Map<string, Stored>[];
  readonly #chance: Chance;
  #onTheWay: Delivery[] = [];

  constructor(count: number, chance: Chance) {
    this.replicas = Array.from({ length: count }, () => new Map());
    this.#chance = chance;
  }

  write(replica: number, name: string, bytes: Uint8Array, at: number): void {
    const file: Stored = { bytes, at, by: replica, isHalf: false };
    this.replicas[replica]?.set(name, file);
    for (let to = 0; to < this.replicas.length; to += 1) {
      if (to === replica) continue;
      // Most files go in minutes, some in days.
      const delay = this.#chance.in100(60) ? this.#chance.int(1_800) : this.#chance.int(longestDelay);
      if (this.#chance.in100(10)) {
        const cut = this.#chance.int(bytes.length + 1);
        const half = bytes.map((byte, index) => (index < cut ? byte : 0));
        this.#onTheWay.push({ due: at + delay - this.#chance.int(600), to, name, file: { ...file, bytes: half, isHalf: true } });
      }
      this.#onTheWay.push({ due: at + delay, to, name, file });
    }
  }

  /** Delivers what is due. */
  runTo(time: number): void {
    const due = this.#onTheWay.filter((delivery) => delivery.due <= time).sort((one, two) => one.due - two.due);
    this.#onTheWay = this.#onTheWay.filter((delivery) => delivery.due > time);
    for (const { to, name, file } of due) {
      const replica = this.replicas[to];
      const there = replica?.get(name);
      const wins = !there || there.isHalf || file.at > there.at || (file.at === there.at && file.by >= there.by);
      const [loser, winner] = wins ? [there, file] : [file, there];
      if (loser && winner && !loser.isHalf && loser.by !== winner.by && this.#chance.in100(50))
        replica?.set(`${name.replace('.json', '')}.sync-conflict-${loser.at}-${loser.by}.json`, loser);
      if (wins) replica?.set(name, file);
    }
  }

  /** Everything arrives. */
  settle(): void {
    this.runTo(Number.POSITIVE_INFINITY);
  }

  /** One replica as the product reads a share. */
  share(replica: number): ShareFolder {
    const files = this.replicas[replica] ?? new Map<string, Stored>();
    const at = (folder: string, name: string) => files.get(`${folder}/${name}`)?.bytes ?? null;
    return {
      root: `replica ${replica}`,
      folder: (...names: readonly string[]) => names.join('/'),
      read: async (folder: string, name: string, most: number) => at(folder, name)?.subarray(0, most + 1) ?? null,
      readInto(folder: string, name: string, buffer: Uint8Array, start: number, most: number) {
        const bytes = at(folder, name)?.subarray(0, most + 1);
        if (!bytes) return null;
        buffer.set(bytes, start);
        return bytes.length;
      },
      has: (folder: string, name: string) => files.has(`${folder}/${name}`),
    } as ShareFolder;
  }

  names(replica: number): readonly string[] {
    return [...(this.replicas[replica]?.keys() ?? [])];
  }
}
