// The texts in which notes have their places: verified guides out of the local store, taken apart once and kept while
// they are in use. A text that cannot be read is none: notes are shown without a place rather than not at all.
import { type AnchorText, anchorTextOf } from '../../content/core/annotation/anchor-text.ts';
import type { EditionRef, Note } from '../../content/core/annotation/model.ts';
import { isSameEdition, type Placed, type Placer, placerFor } from '../../content/core/annotation/place-notes.ts';
import { AppFault } from '../../content/core/base/error.ts';
import type { BlockId, ChannelId, GuideId } from '../../content/core/base/ids.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import type { Responses } from '../../content/core/suggestion/responses.ts';
import { sha256 } from '../../content/node/hash.ts';
import type { LocalStore } from '../../content/node/local-store.ts';

export interface EditionText {
  readonly ref: EditionRef;
  readonly text: AnchorText;
  readonly title: string;
  /** Headings and where they begin, in order. */
  readonly sections: readonly { readonly start: number; readonly title: string }[];
}

/** A guide's file in one edition, as a suggestion is made from it. */
export interface GuideFile {
  readonly ref: EditionRef;
  readonly source: string;
  /** Of its blocks, in order. */
  readonly ids: readonly BlockId[];
  readonly title: string;
  readonly channel: ChannelId;
}

export interface NoteTexts {
  /** The channel in which a guide is held; null: it is not. */
  channel(guide: GuideId): ChannelId | null;
  /** What the group answers in its newest held edition; null: nothing, or nothing that can be read. */
  responses(channel: ChannelId): Promise<Responses | null>;
  /** @param version 0: the newest. Null: not held, or it cannot be read. */
  file(guide: GuideId, version: number): Promise<GuideFile | null>;
  /** Guides that are held. */
  guides(): readonly GuideId[];
  /** Null for a guide that is not held. */
  title(guide: GuideId): string | null;
  newest(guide: GuideId): Promise<EditionText | null>;
  /** @param version 0: the newest */
  edition(guide: GuideId, version: number): Promise<EditionText | null>;
  /** Places notes into an edition; those that these notes stand in are at hand, where this PC has them. */
  placer(guide: GuideId, into: EditionText, notes: readonly Pick<Note, 'anchor'>[]): Promise<Placer>;
  /** Reads the store again. Rejects with what opening it throws. */
  reload(): Promise<void>;
}

export interface TextsPorts {
  readonly open: () => Promise<Pick<LocalStore, 'held' | 'openGuide' | 'openResponses' | 'reload'>>;
  readonly log: (code: string, thrown: unknown) => void;
}

// A guide of 10,000 words takes about half a megabyte taken apart.
const mostTexts = 24;
// A comparison of two such editions takes a few megabytes; the page, the list and an update are about one guide each.
const mostPlacers = 4;

export function openNoteTexts({ open, log }: TextsPorts): NoteTexts {
  let store: Awaited<ReturnType<TextsPorts['open']>> | null = null;
  let held = new Map<GuideId, { readonly title: string; readonly version: number; readonly channel: ChannelId }>();
  const texts = bounded<Promise<EditionText | null>>(mostTexts);
  const placers = bounded<{ readonly place: Placer; readonly known: Map<string, AnchorText | null> }>(mostPlacers);

  const answers = new Map<ChannelId, Promise<Responses | null>>();

  const file = async (guide: GuideId, version: number): Promise<GuideFile | null> => {
    const known = held.get(guide);
    const wanted = version === 0 ? known?.version : version;
    if (!store || wanted === undefined) return null;
    try {
      const { source, blockIds, seal, summary } = await store.openGuide(guide, wanted);
      const ref = { version: seal.version, digest: sha256(source) };
      return { ref, source, ids: blockIds, title: summary.title, channel: summary.channel };
    } catch (thrown) {
      if (!(thrown instanceof AppFault) || thrown.code !== 'GUIDE_NOT_FOUND') log('notes-text', thrown);
      return null;
    }
  };
  const read = async (guide: GuideId, version: number): Promise<EditionText | null> => {
    try {
      if (!store) return null;
      const { source, blockIds, seal, summary } = await store.openGuide(guide, version);
      const { blocks, outline } = parseGuide(source, guide, { mode: 'lenient' });
      const text = anchorTextOf(blocks, blockIds);
      return {
        ref: { version: seal.version, digest: sha256(source) },
        text,
        title: summary.title,
        sections: outline.map(({ block, text: title }) => ({ start: text.blocks[block]?.start ?? 0, title })),
      };
    } catch (thrown) {
      if (!(thrown instanceof AppFault) || thrown.code !== 'GUIDE_NOT_FOUND') log('notes-text', thrown);
      return null;
    }
  };
  const edition = (guide: GuideId, version: number): Promise<EditionText | null> => {
    const wanted = version === 0 ? held.get(guide)?.version : version;
    return wanted === undefined ? Promise.resolve(null) : texts.get(`${guide} ${wanted}`, () => read(guide, wanted));
  };
  const textOf = async (guide: GuideId, ref: EditionRef): Promise<AnchorText | null> => {
    if (ref.version === 0) return null;
    const found = await edition(guide, ref.version);
    return found && isSameEdition(found.ref, ref) ? found.text : null;
  };
  return {
    guides: () => [...held.keys()],
    channel: (guide) => held.get(guide)?.channel ?? null,
    responses(channel) {
      const known = answers.get(channel);
      if (known) return known;
      const asked = (store?.openResponses(channel) ?? Promise.resolve(null)).catch((thrown: unknown) => {
        log('responses', thrown);
        return null;
      });
      answers.set(channel, asked);
      return asked;
    },
    file,
    title: (guide) => held.get(guide)?.title ?? null,
    newest: (guide) => edition(guide, 0),
    edition,
    async placer(guide, into, notes) {
      const { place, known } = placers.get(`${guide} ${keyOf(into.ref)}`, () => {
        const texts = new Map<string, AnchorText | null>();
        return { known: texts, place: remembering(placerFor(into, (ref) => texts.get(keyOf(ref)) ?? null)) };
      });
      for (const { anchor } of notes) {
        const key = keyOf(anchor.edition);
        if (!known.has(key)) known.set(key, await textOf(guide, anchor.edition));
      }
      return place;
    },
    async reload() {
      if (store) await store.reload();
      else store = await open();
      held = new Map(
        store
          .held()
          .flatMap(({ guides, seal }) => guides.map(({ id, title, channel }) => [id, { title, version: seal.version, channel }] as const)),
      );
      // A damaged text may be whole now.
      texts.clear();
      placers.clear();
      answers.clear();
    },
  };
}

/** The heading that a place stands under; null above the first one. */
export function sectionAt(text: EditionText, place: number): string | null {
  return text.sections.findLast(({ start }) => start <= place)?.title ?? null;
}

/** What is not found is looked for in the whole text: once for each record, however often a page asks. */
function remembering(place: Placer): Placer {
  const known = new WeakMap<Note, Placed>();
  return (note) => {
    const placed = known.get(note) ?? place(note);
    known.set(note, placed);
    return placed;
  };
}

const keyOf = ({ version, digest }: EditionRef): string => `${version} ${digest}`;

/** Keeps what was asked for last. */
function bounded<Value>(most: number): { get(key: string, make: () => Value): Value; clear(): void } {
  const kept = new Map<string, Value>();
  return {
    get(key, make) {
      const value = kept.get(key) ?? make();
      kept.delete(key);
      kept.set(key, value);
      for (const old of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(old);
      }
      return value;
    },
    clear: () => kept.clear(),
  };
}
