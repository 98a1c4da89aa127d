// A store that holds what a test says, behind the same shape as the one on disk.
import { AppFault } from '../../../content/core/base/error.ts';
import type { BlockId, ChannelId, GuideId } from '../../../content/core/base/ids.ts';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import type { GuideSummary } from '../../../content/core/pack/model.ts';
import type { GuideText, HeldEdition } from '../../../content/node/local-store.ts';
import type { EnginePorts } from '../../../electron/workers/search-engine.ts';
import { blockAt } from '../../core/search/small-library.ts';

export interface SmallPack {
  edition: string;
  /** Guide id -> markdown. */
  guides: Record<string, string>;
  /** Reading it fails. */
  broken?: boolean;
}

export interface SmallStore {
  readonly store: EnginePorts['store'];
  /** Channel -> pack; changes are seen after `reload`. */
  readonly packs: Record<string, SmallPack>;
  /** Channels whose texts were read, in order. */
  readonly read: string[];
}

export function smallStore(packs: Record<string, SmallPack>): SmallStore {
  let now = structuredClone(packs);
  const read: string[] = [];
  const summaryOf = (channel: string, id: string, source: string): GuideSummary =>
    ({
      ...parseGuide(source, `${id}.md`, { mode: 'lenient' }).meta,
      id: id as GuideId,
      channel: channel as ChannelId,
    }) as unknown as GuideSummary;
  const held = (): HeldEdition[] =>
    Object.entries(now).map(
      ([channel, pack]) =>
        ({
          info: { channel },
          guides: Object.entries(pack.guides).map(([id, source]) => summaryOf(channel, id, source)),
        }) as unknown as HeldEdition,
    );
  async function* guideTexts(channel: ChannelId): AsyncIterable<GuideText> {
    read.push(channel);
    const pack = now[channel];
    if (!pack || pack.broken) throw new AppFault('STORE_MISSING');
    for (const [id, source] of Object.entries(pack.guides)) {
      const parsed = parseGuide(source, `${id}.md`, { mode: 'lenient' });
      yield { summary: summaryOf(channel, id, source), source, blockIds: parsed.blocks.map((_, block): BlockId => blockAt(block)) };
    }
  }
  const store: EnginePorts['store'] = {
    held,
    guideTexts,
    synonyms: async () => [['x', 'twitter']],
    editionDigest: (channel) => now[channel]?.edition ?? '',
    reload: async () => {
      now = structuredClone(packs);
    },
  };
  return { store, packs, read };
}
