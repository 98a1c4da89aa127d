// A complete demonstration share of two small channels in a temporary folder, as the command line makes it, with
// its keys at hand so that a test can publish again or attack it.
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BlockId, ChannelId, GuideId } from '../../content/core/base/ids.ts';
import { encodeUtf8 } from '../../content/core/base/utf8.ts';
import { writeEditionIndex } from '../../content/core/pack/index.ts';
import { type EditionFile, type EditionIndex, type IndexedGuide, type IndexedImage, indexFormat } from '../../content/core/pack/model.ts';
import { type DemoKeys, demoShare } from '../../content/core/publish/demo-share.ts';
import { planShare, type SharePlan } from '../../content/core/publish/plan-share.ts';
import { sha256 } from '../../content/node/hash.ts';
import { makeSigner } from '../../content/node/keys.ts';
import { writeShare } from '../../content/node/write-share.ts';
import { now, nowVersion } from './signed-repository.ts';
import { tempFolder } from './temp.ts';

export const facebook = 'facebook' as ChannelId;
export const x = 'x' as ChannelId;

/** A picture of one dot, so that digests and types are real. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

export interface ShareChoice {
  readonly version?: number;
  /** From which expiries are counted; the fixtures' own moment unless told. */
  readonly now?: Date;
  /** Bodies of the guides, by channel. */
  readonly bodies?: Readonly<Record<string, readonly string[]>>;
  readonly keys?: DemoKeys;
  readonly roots?: ReadonlyMap<string, readonly Uint8Array[]>;
  readonly retired?: Readonly<Record<string, string>>;
  /** Changes an edition's files before they are signed. */
  readonly edit?: (channel: ChannelId, files: readonly EditionFile[]) => readonly EditionFile[];
}

export interface TestShare {
  readonly folder: string;
  readonly pinnedRoot: Uint8Array;
  readonly keys: DemoKeys;
  readonly plan: SharePlan;
  /** Roots to pass on when the same share is published again. */
  readonly roots: ReadonlyMap<string, readonly Uint8Array[]>;
  /** Absolute path of the only file of a channel's targets whose name ends so. */
  blob(channel: ChannelId, name: string): string;
  metadata(repository: ChannelId | 'directory', name: string): string;
}

const plain = { [facebook]: ['# Page\n\nOpen it.\n', '# Comments\n\nHide them.\n'], [x]: ['# Account\n\nSecure it.\n'] };

export function makeKeys(channels: readonly ChannelId[] = [facebook, x]): DemoKeys {
  const five = () => Array.from({ length: 5 }, makeSigner);
  return { stewards: five(), editors: new Map(channels.map((channel) => [channel, five()])) };
}

/** @param into an existing share that is published to again; a new folder otherwise. */
export async function makeShareFolder(choice: ShareChoice = {}, into: string = tempFolder()): Promise<TestShare> {
  const bodies = choice.bodies ?? plain;
  const ids = Object.keys(bodies) as ChannelId[];
  const keys = choice.keys ?? makeKeys(ids);
  const version = choice.version ?? nowVersion;
  const edit = choice.edit ?? ((_, files) => files);
  const channels = ids.map((id) => ({
    id,
    title: `The ${id} channel`,
    kind: 'channel' as const,
    retired: choice.retired?.[id] ?? null,
    files: edit(id, editionFiles(id, bodies[id] ?? [])),
  }));
  const plan = demoShare({ channels, keys, now: choice.now ?? now, version, ...(choice.roots ? { roots: choice.roots } : {}), sha256 });
  await writeShare(into, planShare(plan, sha256));
  const roots = new Map<string, readonly Uint8Array[]>([
    ['', plan.directory.roots],
    ...[...plan.channels].map(([id, { roots: list }]) => [id, list] as const),
  ]);
  return {
    folder: into,
    pinnedRoot: plan.directory.roots[0] as Uint8Array,
    keys,
    plan,
    roots,
    blob: (channel, name) => {
      const folder = path.join(into, 'channels', channel, 'targets');
      const found = readdirSync(folder).filter((file) => file.endsWith(`.${name}`));
      if (found.length !== 1) throw new Error(`${found.length} files end in ${name}`);
      return path.join(folder, found[0] as string);
    },
    metadata: (repository, name) =>
      path.join(into, ...(repository === 'directory' ? ['directory'] : ['channels', repository]), 'metadata', name),
  };
}

export function editionFiles(channel: ChannelId, bodies: readonly string[]): readonly EditionFile[] {
  const texts = bodies.map((body, at) => ({ name: `${channel}-${at + 1}.md`, bytes: encodeUtf8(body) }));
  const image: IndexedImage = {
    src: 'dot.png',
    file: 'dot.png',
    sha256: sha256(dot),
    bytes: dot.length,
    type: 'image/png',
    width: 1,
    height: 1,
  };
  const index: EditionIndex = {
    format: indexFormat,
    pack: {
      id: channel,
      channel,
      title: `The ${channel} channel`,
      kind: 'channel',
      purpose: 'For tests.',
      workingGroup: { name: 'Testers', roles: ['Lead'] },
      reviewEveryMonths: 6,
      order: channel === facebook ? 10 : 20,
      start: `${channel}-1` as GuideId,
    },
    guides: texts.map(({ name, bytes }, at) => indexed(channel, name, bytes, at)),
    images: [image],
    synonyms: [['page', 'profile']],
  };
  return [...texts, { name: 'dot.png', bytes: dot }, { name: 'index.json', bytes: writeEditionIndex(index) }];
}

function indexed(channel: ChannelId, file: string, bytes: Uint8Array, at: number): IndexedGuide {
  return {
    id: `${channel}-${at + 1}` as GuideId,
    channel,
    title: `Guide ${at + 1} of ${channel}`,
    summary: 'A guide for tests.',
    topic: 'setup',
    audience: ['web-manager'],
    group: 'Testers',
    status: 'draft',
    version: '0.1',
    updated: '2026-11-22',
    approved: null,
    reviewBy: '2027-05-22',
    confidence: 'official',
    words: 3,
    lang: 'en-GB',
    file,
    sha256: sha256(bytes),
    bytes: bytes.length,
    blocks: [
      [`bheading${blockNumber(at)}` as BlockId, 'heading', '0'.repeat(16)],
      [`bpara22${blockNumber(at)}` as BlockId, 'paragraph', '1'.repeat(16)],
    ],
  };
}

/** Only the digits 2 to 7 may stand in a block's id. */
const blockNumber = (at: number): string => [...at.toString(6)].map((digit) => Number(digit) + 2).join('');

/** A copy that can be damaged without touching the original. */
export function copyOf(share: TestShare): TestShare {
  const folder = tempFolder();
  cpSync(share.folder, folder, { recursive: true });
  const moved = (file: string) => path.join(folder, path.relative(share.folder, file));
  return { ...share, folder, blob: (...names) => moved(share.blob(...names)), metadata: (...names) => moved(share.metadata(...names)) };
}

export const textOf = (file: string): string => readFileSync(file, 'utf8');
