// Many suggestions -> what a working group sees: by guide and block in reading order, the same words once with all who
// propose them, different words for one block side by side, and what the newest edition has made of each.
import { canonicalJson } from '../base/canonical-json.ts';
import type { BlockId, GuideId, Sha256 } from '../base/ids.ts';
import type { Block } from '../guide/model.ts';
import { parseGuide } from '../guide/parse.ts';
import { traceBlocks } from '../lineage/trace.ts';
import { type Base, proposedSource, type Suggestion } from './model.ts';
import { type Fit, fitting, type Standing } from './standing.ts';
import { squeezed } from './tokens.ts';
import { type LinedText, linedText, type Touch, touchesOf } from './touches.ts';

/** A guide of the newest edition, with the ids of its blocks in order. */
export interface NewestGuide {
  readonly source: string;
  readonly digest: Sha256;
  readonly blocks: readonly BlockId[];
}

export type { Standing };

export interface Received {
  /** Of the bytes of its `suggestion.json`. */
  readonly digest: Sha256;
  readonly suggestion: Suggestion;
}

export interface Entry extends Received {
  readonly standing: Standing;
  readonly touches: readonly Touch[];
  /** An earlier one that proposes exactly the same. */
  readonly duplicateOf: Sha256 | null;
  /** Digests of what was sent in support of it. */
  readonly supporters: readonly Sha256[];
}

/** Words that one or more propose for one place. */
export interface Wording {
  readonly touch: Touch;
  /** Earliest first. */
  readonly by: readonly Sha256[];
}

export interface Group {
  readonly guide: GuideId | null;
  /** Null: the guide as a whole, its front matter, or a place that is gone. */
  readonly block: BlockId | null;
  readonly wordings: readonly Wording[];
  /** Different words for the same block, or several put at the same place: people choose, or write one out of them. */
  readonly isOverlap: boolean;
  /** Comments, questions, new guides. */
  readonly others: readonly Sha256[];
}

export interface Grouped {
  /** Earliest first. */
  readonly entries: readonly Entry[];
  readonly groups: readonly Group[];
}

/** @param newest in reading order. Support of what is not among the received stands for itself, in no group. */
export function groupSuggestions(received: readonly Received[], newest: ReadonlyMap<GuideId, NewestGuide>): Grouped {
  const texts = textsOf(newest);
  const settle = fitting((guide) => newest.get(guide)?.source ?? '', texts);
  const ordered = [...new Map(received.map((item) => [item.digest, item])).values()].sort(
    (a, b) => compare(a.suggestion.created, b.suggestion.created) || compare(a.digest, b.digest),
  );
  const supporters = new Map<Sha256, Sha256[]>();
  for (const { digest, suggestion } of ordered)
    if (suggestion.proposal.kind === 'support') push(supporters, suggestion.proposal.suggestion, digest);
  const firsts = new Map<string, Sha256>();
  const entries = ordered.map(({ digest, suggestion }): Entry => {
    const touches = touchesIn(suggestion, texts);
    const words = sameness(suggestion, touches);
    const duplicateOf = words === null ? null : (firsts.get(words) ?? null);
    if (words !== null && duplicateOf === null) firsts.set(words, digest);
    return {
      digest,
      suggestion,
      standing: standingOf(suggestion, touches, newest, settle),
      touches,
      duplicateOf,
      supporters: supporters.get(digest) ?? [],
    };
  });
  return { entries, groups: groupsOf(entries, newest) };
}

function groupsOf(entries: readonly Entry[], newest: ReadonlyMap<GuideId, NewestGuide>): readonly Group[] {
  interface Open {
    readonly guide: GuideId | null;
    readonly block: BlockId | null;
    readonly wordings: Map<string, { touch: Touch; by: Sha256[] }>;
    readonly others: Sha256[];
  }
  const groups = new Map<string, Open>();
  const groupAt = (guide: GuideId | null, block: BlockId | null): Open => {
    const key = `${guide ?? ''} ${block ?? ''}`;
    const group = groups.get(key) ?? { guide, block, wordings: new Map(), others: [] };
    groups.set(key, group);
    return group;
  };
  const places = new Map([...newest].map(([guide, { blocks }]) => [guide, new Map(blocks.map((block, at) => [block, at]))]));
  const placed = (guide: GuideId | null, block: BlockId | null): BlockId | null =>
    guide !== null && block !== null && places.get(guide)?.has(block) ? block : null;
  for (const { digest, suggestion, touches } of entries) {
    const { guide, proposal, about } = suggestion;
    if (proposal.kind === 'support') continue;
    if (proposal.kind !== 'change') groupAt(guide, placed(guide, about?.anchor.block ?? null)).others.push(digest);
    for (const touch of touches)
      for (const block of touch.blocks.length > 0 ? touch.blocks : [touch.after]) {
        const { wordings } = groupAt(guide, placed(guide, block));
        const key = wordsOf(touch);
        const known = wordings.get(key);
        if (!known) wordings.set(key, { touch, by: [digest] });
        else if (!known.by.includes(digest)) known.by.push(digest);
      }
  }
  const guides = new Map([...newest.keys()].map((guide, at) => [guide, at]));
  const rank = ({ guide, block }: Open): readonly [number, number] => [
    guide === null ? guides.size + 1 : (guides.get(guide) ?? guides.size),
    (guide !== null && block !== null && places.get(guide)?.get(block)) || (block === null ? -1 : 0),
  ];
  return [...groups.values()]
    .map((group) => ({ group, at: rank(group) }))
    .sort((a, b) => a.at[0] - b.at[0] || compare(a.group.guide ?? '', b.group.guide ?? '') || a.at[1] - b.at[1])
    .map(({ group }) => {
      const wordings = [...group.wordings.values()];
      const changes = wordings.filter(({ touch }) => touch.blocks.length > 0).length;
      return { ...group, wordings, isOverlap: changes > 1 || wordings.length - changes > 1 };
    });
}

const wordsOf = ({ blocks, after, old, next }: Touch): string =>
  canonicalJson([blocks, after, blocks.length > 0 ? '' : squeezed(old), squeezed(next)]);

/** Null: nothing that could be the same. */
function sameness({ guide, proposal }: Suggestion, touches: readonly Touch[]): string | null {
  if (proposal.kind === 'new-guide') return canonicalJson(['new', guide, squeezed(proposal.source)]);
  return proposal.kind === 'change' && touches.length > 0 ? canonicalJson([guide, ...touches.map(wordsOf)]) : null;
}

function standingOf(suggestion: Suggestion, touches: readonly Touch[], newest: ReadonlyMap<GuideId, NewestGuide>, settle: Fit): Standing {
  const { guide, base } = suggestion;
  const source = proposedSource(suggestion);
  if (!base || guide === null) return 'current';
  const now = newest.get(guide);
  if (!now) return 'gone';
  if (source !== null && touches.length === 0) return 'taken';
  if (base.edition.digest === now.digest) return 'current';
  return source === null ? 'carried' : settle(guide, base, source, touches);
}

type Texts = (guide: GuideId, base: Base) => LinedText;

/** Each text is parsed once: many start from the same edition. */
function textsOf(newest: ReadonlyMap<GuideId, NewestGuide>): Texts {
  const known = new Map<string, LinedText>();
  const parsed = new Map<GuideId, readonly Block[]>();
  const blocksNow = (guide: GuideId, now: NewestGuide): readonly Block[] => {
    const blocks = parsed.get(guide) ?? parseGuide(now.source, '').blocks;
    parsed.set(guide, blocks);
    return blocks;
  };
  return (guide, { edition, source }) => {
    const key = `${guide} ${edition.digest}`;
    const text = known.get(key) ?? lined(guide, edition.digest, source);
    known.set(key, text);
    return text;
  };
  function lined(guide: GuideId, digest: string, source: string): LinedText {
    const now = newest.get(guide);
    if (now?.digest === digest) return linedText(source, blocksNow(guide, now), now.blocks);
    const { blocks } = parseGuide(source, '');
    if (!now) return linedText(source, blocks, []);
    const today = blocksNow(guide, now).flatMap((block, at) => {
      const id = now.blocks[at];
      return id === undefined ? [] : [{ ...block, id, digest: block.text }];
    });
    const trace = traceBlocks(
      today,
      blocks.map((block) => ({ ...block, digest: block.text })),
    );
    return linedText(
      source,
      blocks,
      trace.blocks.map(({ from }) => from),
    );
  }
}

function touchesIn({ guide, base, proposal }: Suggestion, texts: Texts): readonly Touch[] {
  return guide !== null && base && proposal.kind === 'change' ? touchesOf(texts(guide, base), proposal.source) : [];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
