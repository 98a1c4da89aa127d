// Sources -> a complete, signed share on disk: packs built, problems gathered, demonstration keys made, files
// written in the order that readers can follow. Writes nothing when the sources do not allow it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ChannelId, GuideId } from '../core/base/ids.ts';
import type { Problem } from '../core/guide/model.ts';
import { buildPack } from '../core/pack/build.ts';
import { type GuidesElsewhere, slugsOf } from '../core/pack/check.ts';
import { draftStrict } from '../core/pack/draft.ts';
import type { EditionFile, EditionIndex } from '../core/pack/model.ts';
import { sortSources } from '../core/pack/sources.ts';
import { type DemoChannel, demoShare } from '../core/publish/demo-share.ts';
import { longestChannelId } from '../core/publish/directory.ts';
import { nextVersion } from '../core/publish/edition.ts';
import { planShare } from '../core/publish/plan-share.ts';
import { checkCarried } from '../node/check-responses.ts';
import { demoKeys, hasKeys } from '../node/demo-keys.ts';
import { sha256 } from '../node/hash.ts';
import { type WriteReport, writeShare } from '../node/write-share.ts';
import { type PriorShare, readPriorShare } from './prior-share.ts';
import { type PackSources, readPacks } from './read-packs.ts';

export interface MakeInput {
  readonly folder: string;
  readonly out: string;
  readonly mode: 'strict' | 'lenient';
  /** Folder for demonstration keys that are to be kept; null throws them away. */
  readonly keys: string | null;
  readonly now: Date;
  readonly onProgress?: (what: string, done: number, of: number) => void;
}

export interface MadePack {
  readonly channel: ChannelId;
  readonly title: string;
  readonly guides: number;
  readonly images: number;
  readonly files: number;
  readonly bytes: number;
}

export interface MadeShare {
  /** Null when the sources' errors forbid it. */
  readonly written: WriteReport | null;
  readonly version: number | null;
  readonly packs: readonly MadePack[];
  readonly problems: readonly Problem[];
  /** Files that stand in no pack of the result, with the reason. */
  readonly dropped: readonly { readonly path: string; readonly reason: string }[];
}

/** The share's keys are not here, so it cannot be added to. */
export class KeysMissing extends Error {}

interface Built {
  readonly index: EditionIndex;
  readonly files: readonly EditionFile[];
}

/** Throws `KeysMissing` and the system's errors. */
export async function makeShare(input: MakeInput): Promise<MadeShare> {
  const { mode, now, out } = input;
  if (existsSync(path.join(out, 'directory')) && !(input.keys && hasKeys(input.keys))) throw new KeysMissing();
  const prior = await readPriorShare(out, now);
  const sources = readPacks(input.folder, mode);
  const problems: Problem[] = [...sources.problems];
  const dropped: { path: string; reason: string }[] = [];
  const built = new Map<ChannelId, Built>();
  const headings = new Map(mode === 'strict' ? sources.packs.map((pack) => [pack, headingsOf(pack)]) : []);
  for (const [count, pack] of sources.packs.entries()) {
    input.onProgress?.(`Building ${pack.name}`, count, sources.packs.length);
    const previous = previousOf(prior, pack.name);
    const result = buildPack({
      files: pack.files,
      previous,
      ...(prior && previous ? { previousText: (guide) => prior.textOf(guide) } : {}),
      mode,
      packName: pack.name,
      sha256,
      today: now.toISOString().slice(0, 10),
      checkResponses: checkCarried,
      ...(mode === 'strict' ? { elsewhere: joined([...headings].filter(([other]) => other !== pack).map(([, guides]) => guides)) } : {}),
    });
    problems.push(...result.problems.map((problem) => ({ ...problem, file: `${pack.prefix}${problem.file}` })));
    dropped.push(...result.dropped.map((entry) => ({ ...entry, path: `${pack.prefix}${entry.path}` })));
    if (!result.index) continue;
    const { channel } = result.index.pack;
    if (built.has(channel)) problems.push(fault(`${pack.prefix}pack.yml`, 'pack-twice', `Another pack is called "${channel}" too.`));
    else if (channel.length > longestChannelId)
      problems.push(fault(`${pack.prefix}pack.yml`, 'pack-name', `A channel's name may have ${longestChannelId} characters.`));
    else built.set(channel, { index: result.index, files: result.files });
  }
  problems.push(...doubleGuides(built));
  const packs = [...built.values()].map(madePack);
  const isRefused = built.size === 0 || (mode === 'strict' && problems.some(({ severity }) => severity === 'error'));
  if (isRefused) return { written: null, version: null, packs, problems, dropped };

  const version = nextVersion(now, prior?.version ?? 0);
  const channels = [...built.values()].map(channelOf);
  const plan = demoShare({
    channels,
    keys: await demoKeys(
      channels.map(({ id }) => id),
      input.keys,
    ),
    now,
    version,
    ...(prior ? { roots: prior.roots } : {}),
    sha256,
  });
  const written = await writeShare(out, planShare(plan, sha256), (done, of) => input.onProgress?.('Writing', done, of));
  return { written, version, packs, problems, dropped };
}

/** The guides of a pack and their headings, which other packs may link to. */
function headingsOf(pack: PackSources): GuidesElsewhere {
  return new Map(
    sortSources(pack.files)
      .guides.map(draftStrict)
      .map((draft) => [draft.parsed.meta.id, slugsOf(draft)]),
  );
}

const joined = (maps: readonly GuidesElsewhere[]): GuidesElsewhere => new Map(maps.flatMap((map) => [...map]));

/** By the channel's own name, or where a pack's folder is named otherwise, by that of its pack. */
function previousOf(prior: PriorShare | null, name: string): EditionIndex | null {
  return prior?.editions.find(({ pack }) => pack.id === name || pack.channel === name) ?? null;
}

/** A guide's id is unique over all channels: links and notes know it by nothing else. */
function doubleGuides(built: ReadonlyMap<ChannelId, Built>): Problem[] {
  const seen = new Map<GuideId, ChannelId>();
  const problems: Problem[] = [];
  for (const [channel, { index }] of built)
    for (const { id, file } of index.guides) {
      const other = seen.get(id);
      if (other) problems.push(fault(`${channel}/${file}`, 'guide-twice', `The guide "${id}" is in the pack ${other} too.`));
      else seen.set(id, channel);
    }
  return problems;
}

function madePack({ index, files }: Built): MadePack {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const { channel, title } = index.pack;
  return { channel, title, guides: index.guides.length, images: index.images.length, files: files.length, bytes };
}

function channelOf({ index, files }: Built): DemoChannel {
  const { channel: id, title, kind } = index.pack;
  return { id, title, kind, retired: null, files };
}

function fault(file: string, rule: string, message: string): Problem {
  return { severity: 'error', rule, file, line: 0, field: null, message };
}
