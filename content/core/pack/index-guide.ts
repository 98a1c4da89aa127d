// One guide's entry in `index.json`: its summary, the digest of its file, and its blocks with their permanent ids.
import type { Sha256Of } from '../base/hash.ts';
import { analyse } from '../guide/blocks.ts';
import { splitSource } from '../guide/split.ts';
import { carryIds, withDigests } from '../lineage/ids.ts';
import { type OldBlock, traceBlocks } from '../lineage/trace.ts';
import type { DraftGuide } from './draft.ts';
import type { IndexedGuide, PackInfo } from './model.ts';

export interface IndexPorts {
  readonly previousText?: (guide: IndexedGuide) => string | null;
  readonly sha256: Sha256Of;
}

/**
 * @param file target name of the guide's markdown.
 * @param before the guide in the edition before this one, or null.
 */
export function indexGuide(draft: DraftGuide, file: string, info: PackInfo, before: IndexedGuide | null, ports: IndexPorts): IndexedGuide {
  const { meta, blocks, words } = draft.parsed;
  const next = withDigests(blocks, ports.sha256);
  const old = before ? oldBlocks(before, ports) : [];
  const trace = traceBlocks(old, next);
  const ids = carryIds(
    meta.id,
    next,
    trace,
    old.map((block) => block.id),
    ports.sha256,
  );
  return {
    id: meta.id,
    channel: info.channel,
    title: meta.title,
    summary: meta.summary,
    topic: meta.topic,
    audience: meta.audience,
    group: meta.workingGroup.name,
    status: meta.status,
    version: meta.version,
    updated: meta.updated,
    approved: meta.approved,
    reviewBy: meta.reviewBy,
    confidence: meta.confidence,
    words,
    lang: meta.lang,
    file,
    sha256: ports.sha256(draft.bytes),
    bytes: draft.bytes.length,
    blocks: next.map((block, index) => [ids[index] as (typeof ids)[number], block.kind, block.digest]),
  };
}

/** Blocks of the edition before, with their texts where the file still reads into the same blocks. */
function oldBlocks(before: IndexedGuide, ports: IndexPorts): readonly OldBlock[] {
  const source = ports.previousText?.(before) ?? null;
  const texts = source === null ? [] : analyse(splitSource(source).body).blocks;
  const fits = texts.length === before.blocks.length;
  return before.blocks.map(([id, kind, digest], index) => ({ id, kind, digest, text: fits ? texts[index]?.text : undefined }));
}
