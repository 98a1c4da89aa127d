// The search process without its process: loads or makes an index for each pack that is held, some milliseconds at
// a time, and answers from what is ready. Refuses nothing that can be typed; a pack that cannot be read is left out.
import { setImmediate as breathe } from 'node:timers/promises';
import { type AppError, asAppError } from '../../content/core/base/error.ts';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { PackBuilder } from '../../content/core/search/build.ts';
import { documentOf } from '../../content/core/search/document.ts';
import type { SearchReply, SearchRequest } from '../../content/core/search/model.ts';
import type { PackIndex } from '../../content/core/search/pack-index.ts';
import { search } from '../../content/core/search/search.ts';
import { SynonymTable } from '../../content/core/search/synonyms.ts';
import type { LocalStore } from '../../content/node/local-store.ts';
import { nodeCodec, type SearchCache } from './search-cache.ts';

/** A query that comes while indexes are being made waits no longer than this, plus one guide. */
const sliceMs = 12;

/** Guides after which a large pack can be searched for the first time; then each time it has doubled. */
const firstGlimpse = 100;

/** Progress is for a bar that a person watches: ten times a second is smooth. */
const progressEveryMs = 100;

/** Enough for the engine to compile what a query runs through. */
const warmUpQueries = 20;

export interface EnginePorts {
  readonly store: Pick<LocalStore, 'held' | 'guideTexts' | 'synonyms' | 'editionDigest' | 'reload'>;
  readonly cache: SearchCache;
  readonly progress: (done: number, of: number) => void;
  readonly note: (event: string, error: AppError) => void;
  /** Called when nothing is left to index: the time to give memory back. */
  readonly idle: () => void;
}

export interface SearchEngine {
  /** Brings the indexes up to date with the store; a call while one is running starts over. Never rejects. */
  update(options?: { readonly reload: boolean }): Promise<void>;
  query(request: SearchRequest): SearchReply;
}

interface Ready {
  readonly edition: string;
  readonly index: PackIndex;
  readonly whole: boolean;
}

export function createSearchEngine({ store, cache, progress, note, idle }: EnginePorts): SearchEngine {
  const ready = new Map<ChannelId, Ready>();
  let synonyms = new SynonymTable([]);
  let channels: readonly ChannelId[] = [];
  let indexing: { done: number; of: number } | null = { done: 0, of: 0 };
  let run = 0;
  let told = 0;

  const tell = (done: number, of: number, last: boolean) => {
    indexing = last ? null : { done, of };
    if (!last && performance.now() - told < progressEveryMs) return;
    told = performance.now();
    progress(done, of);
  };

  const update = async (mine: number, reload: boolean): Promise<void> => {
    if (reload) await store.reload();
    const held = store.held();
    const packs = held.map(({ info, guides }) => ({
      channel: info.channel,
      edition: store.editionDigest(info.channel),
      guides: guides.length,
    }));
    const of = packs.reduce((sum, pack) => sum + pack.guides, 0);
    channels = packs.map((pack) => pack.channel);
    for (const channel of ready.keys()) if (!channels.includes(channel)) ready.delete(channel);
    synonyms = new SynonymTable(await store.synonyms());
    let done = 0;
    const missing: typeof packs = [];
    // All that is on disk first: it takes milliseconds, and most starts need nothing else.
    for (const pack of packs) {
      const now = ready.get(pack.channel);
      if (now?.edition === pack.edition && now.whole) done += pack.guides;
      else {
        const index = cache.load(pack.channel, pack.edition);
        if (index) {
          ready.set(pack.channel, { edition: pack.edition, index, whole: true });
          done += pack.guides;
        } else missing.push(pack);
        await breathe();
        if (mine !== run) return;
      }
      tell(done, of, false);
    }
    for (const pack of missing) {
      try {
        const before = done;
        const built = await build(pack, mine, (added) => tell(before + added, of, false));
        if (mine !== run) return;
        if (built) await save(built, pack.edition);
      } catch (thrown) {
        note('search-pack', asAppError(thrown));
      }
      if (mine !== run) return;
      done += pack.guides;
    }
    cache.prune(packs);
    tell(of, of, true);
    await warmUp(mine);
    if (missing.length > 0) idle();
  };

  const build = async (
    { channel, edition }: { readonly channel: ChannelId; readonly edition: string },
    mine: number,
    added: (count: number) => void,
  ): Promise<PackIndex | null> => {
    const builder = new PackBuilder(channel, nodeCodec);
    // An older edition's index serves until the new one is whole: better than half of it.
    const old = ready.get(channel)?.whole ?? false;
    let glimpse = firstGlimpse;
    let since = performance.now();
    for await (const { summary, source, blockIds } of store.guideTexts(channel)) {
      builder.add(documentOf(summary, parseGuide(source, summary.id, { mode: 'lenient' }), blockIds));
      added(builder.size);
      if (performance.now() - since < sliceMs) continue;
      if (!old && builder.size >= glimpse) {
        ready.set(channel, { edition, index: builder.finish(), whole: false });
        glimpse = builder.size * 2;
      }
      await breathe();
      if (mine !== run) return null;
      since = performance.now();
    }
    const index = builder.finish();
    ready.set(channel, { edition, index, whole: true });
    return index;
  };

  /** The first queries of a process are several times slower than the rest: better these than a person's. */
  const warmUp = async (mine: number): Promise<void> => {
    const titles = store.held().flatMap(({ guides }) => guides.slice(0, warmUpQueries).map((guide) => guide.title));
    for (const text of titles.slice(0, warmUpQueries)) {
      await breathe();
      if (mine !== run) return;
      query({ text, channels: [], limit: warmUpQueries, verbatim: false });
    }
  };

  const query = (request: SearchRequest): SearchReply => {
    const indexes = [...ready.values()].map((entry) => entry.index);
    return { ...search({ indexes, synonyms, channels }, request), indexing: indexing && { ...indexing } };
  };

  const save = async (index: PackIndex, edition: string): Promise<void> => {
    try {
      await cache.save(index, edition);
    } catch (thrown) {
      note('search-cache', asAppError(thrown));
    }
  };

  return {
    async update(options = { reload: false }) {
      run += 1;
      const mine = run;
      try {
        await update(mine, options.reload);
      } catch (thrown) {
        note('search-update', asAppError(thrown));
        // Waiting for what will not come would look like indexing for ever.
        if (mine === run) tell(0, 0, true);
      }
    },
    query,
  };
}
