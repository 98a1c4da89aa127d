// Permanent block ids. The id stays with the block; a new block's id follows from the guide, its kind and its
// text, so that two people who build the same sources get the same ids. No randomness, no clock.
import type { Sha256Of } from '../base/hash.ts';
import type { BlockId, GuideId } from '../base/ids.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { BlockKind } from '../guide/model.ts';
import type { NextBlock, Trace } from './trace.ts';

/** Hex digits of a block's digest: 64 bits are plenty within one guide, and keep the index small. */
const digestLength = 16;
/** Characters of an id: `b` and at least seven of base32; more only where two would be equal. */
const idLength = { least: 8, most: 16 } as const;

export function blockDigest(text: string, sha256: Sha256Of): string {
  return sha256(encodeUtf8(text)).slice(0, digestLength);
}

/** Blocks of a parsed guide with their digests. */
export function withDigests(
  blocks: readonly { readonly kind: BlockKind; readonly text: string }[],
  sha256: Sha256Of,
): readonly NextBlock[] {
  return blocks.map(({ kind, text }) => ({ kind, text, digest: blockDigest(text, sha256) }));
}

/**
 * One id for each new block, unique within the guide.
 * @param taken ids that this guide has ever used, as far as known: none of them is given to another block.
 */
export function carryIds(
  guide: GuideId,
  next: readonly NextBlock[],
  trace: Trace,
  taken: Iterable<BlockId>,
  sha256: Sha256Of,
): readonly BlockId[] {
  const used = new Set<string>([...taken, ...trace.gone]);
  for (const block of trace.blocks) if (block.from !== null) used.add(block.from);
  const ordinals = new Map<string, number>();
  return next.map((block, index) => {
    const traced = trace.blocks[index];
    if (traced?.from && traced.change !== 'split') return traced.from;
    const key = `${block.kind} ${block.digest}`;
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const id = freshId(guide, block, ordinal, used, sha256);
    used.add(id);
    return id;
  });
}

function freshId(guide: GuideId, block: NextBlock, ordinal: number, used: ReadonlySet<string>, sha256: Sha256Of): BlockId {
  for (let attempt = 0; ; attempt++) {
    // JSON keeps the parts apart: no text can imitate another kind or ordinal.
    const hash = base32(sha256(encodeUtf8(JSON.stringify([guide, block.kind, block.text, ordinal, attempt]))));
    for (let length = idLength.least; length <= idLength.most; length++) {
      const id = `b${hash.slice(0, length - 1)}`;
      if (!used.has(id)) return id as BlockId;
    }
  }
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** The first bits of a hash in hexadecimal, five a character. */
function base32(hex: string): string {
  let text = '';
  for (let index = 0; index + 5 <= hex.length; index += 5) {
    const bits = Number.parseInt(hex.slice(index, index + 5), 16);
    for (let shift = 15; shift >= 0; shift -= 5) text += alphabet[(bits >> shift) & 31];
  }
  return text;
}
