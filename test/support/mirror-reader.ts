// A reader of a mirror: looks as the app does (round, memory, status, store), and after every look says what a person
// must never see: a refusal, an edition that nobody published, or an older one than before.

import { learn } from '../../content/core/sync/learn.ts';
import type { SyncKind, SyncMemory } from '../../content/core/sync/model.ts';
import { emptyMemory } from '../../content/core/sync/model.ts';
import { statusOf } from '../../content/core/sync/status.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { syncRound } from '../../content/node/sync-round.ts';
import { editionText, type MirrorGroup } from './mirror-group.ts';
import type { Chance } from './torture.ts';

export interface Look {
  /** What the person sees, worst first of overall, share and channel. */
  readonly kind: SyncKind;
  /** Raw codes of this look, before sightings are weighed; `imported` and `current` among them. */
  readonly codes: readonly string[];
  /** Edition that can be read; 0 for none. */
  readonly version: number;
  readonly broken: readonly string[];
}

export class MirrorReader {
  version = 0;
  #memory: SyncMemory = emptyMemory;
  readonly #store: string;
  readonly #group: MirrorGroup;
  readonly #chance: Chance;

  constructor(store: string, group: MirrorGroup, chance: Chance) {
    this.#store = store;
    this.#group = group;
    this.#chance = chance;
  }

  /** @param mirrors in the order in which they are configured; `second` UTC seconds on the reader's clock. */
  async look(mirrors: readonly string[], second: number): Promise<Look> {
    const now = new Date(second * 1000);
    const broken: string[] = [];
    const ids = mirrors.map((_, at) => `mirror-${at}`);
    const onFault = (thrown: unknown) => {
      if (!(thrown instanceof Error && 'code' in thrown)) broken.push(`threw ${String(thrown)}`);
    };
    const shares = mirrors.map((mirror, at) => ({ id: `mirror-${at}`, path: mirror }));
    const reports = await syncRound({ store: this.#store, shares, pinnedRoot: this.#group.pinnedRoot, now, onFault });
    if (reports.size !== mirrors.length) throw new Error('a mirror was not looked at');
    for (const [id, report] of reports) this.#memory = learn(this.#memory, id, report, now, this.#chance.int(1000) / 1000);
    const local = await openLocalStore(this.#store);
    const editions = local.held();
    const held = editions.map(({ info, seal, retired }) => ({
      channel: info.channel,
      version: seal.version,
      expires: seal.expires,
      retired,
    }));
    const status = statusOf({ memory: this.#memory, held, shares: ids, started: now, now });
    const kinds = [status.overall, ...status.shares.map((part) => part.status), ...status.channels.map((part) => part.status)];
    const refused = kinds.find(({ kind }) => kind === 'refused');
    if (refused) broken.push(`a person was told "refused": ${JSON.stringify(refused.error)}`);

    const version = held[0]?.version ?? 0;
    if (version < this.version) broken.push(`went back from ${this.version} to ${version}`);
    this.version = version;
    const guides = editions.flatMap((edition) => edition.guides);
    const texts = await Promise.all(guides.map(async ({ id }) => (await local.openGuide(id)).source));
    if (version > 0 && this.#group.editions.get(version) !== editionText(texts)) broken.push(`shows a mixture at ${version}`);
    const codes = [...reports.values()].flatMap(({ error, directory, channels }) => [
      error?.code ?? directory.error?.code ?? [],
      channels.map((one) => (one.error ? `${one.error.code}${one.error.data.why ? ` ${one.error.data.why}` : ''}` : one.outcome)),
    ]);
    return { kind: refused?.kind ?? status.overall.kind, codes: codes.flat(), version, broken };
  }
}
