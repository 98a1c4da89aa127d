// A channel's group that publishes by the product's own code into any folder, at times that a suite makes up, and the
// list of everything it ever published: what a reader shows must be one of these, whole.
import { cpSync, utimesSync } from 'node:fs';
import path from 'node:path';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { encodeUtf8 } from '../../content/core/base/utf8.ts';
import { buildPack } from '../../content/core/pack/build.ts';
import type { SourceFile } from '../../content/core/pack/sources.ts';
import { demoShare } from '../../content/core/publish/demo-share.ts';
import { planShare } from '../../content/core/publish/plan-share.ts';
import { sha256 } from '../../content/node/hash.ts';
import { makeSigner, type Signer } from '../../content/node/keys.ts';
import { publishDraft } from '../../content/node/publish-draft.ts';
import { type HealReport, healRepository } from '../../content/node/publish-heal.ts';
import { makeDraft } from '../../content/node/publish-make.ts';
import { signDraft } from '../../content/node/publish-sign.ts';
import { writeShare } from '../../content/node/write-share.ts';
import { guideMd, packYml } from './sources.ts';

export const mirrorChannel = 'facebook' as ChannelId;

/** Guide id -> body. */
export type Bodies = Readonly<Record<string, string>>;

/** UTC seconds at which the first edition of every mirrored share is signed. */
export const firstSecond = Date.parse('2026-11-01T08:00:00Z') / 1000;

export interface MirrorGroup {
  readonly pinnedRoot: Uint8Array;
  readonly editors: readonly Signer[];
  /** Texts of all guides, by edition: sorted, as a reader opens them. */
  readonly editions: Map<number, string>;
  /** An edition that is to be published by `signAndPublish`. */
  note(version: number, bodies: Bodies): void;
}

const sources = (bodies: Bodies, channel: string = mirrorChannel): readonly SourceFile[] => [
  { path: 'pack.yml', bytes: encodeUtf8(packYml(channel, Object.keys(bodies))) },
  ...Object.entries(bodies).map(([id, body]) => ({ path: `${id}.md`, bytes: encodeUtf8(guideMd(id, channel, body)) })),
];

/** How an edition's texts are compared: front matter and all, in any order. */
export const editionText = (texts: readonly string[]): string => JSON.stringify([...texts].sort());
const textOf = (bodies: Bodies): string => editionText(Object.entries(bodies).map(([id, body]) => guideMd(id, mirrorChannel, body)));

/** A new share in `folder` with one edition, signed at `second`; `others` are channels that nobody publishes again. */
export async function foundMirror(
  folder: string,
  bodies: Bodies,
  second = firstSecond,
  others: Readonly<Record<string, Bodies>> = {},
): Promise<MirrorGroup> {
  const five = () => Array.from({ length: 5 }, makeSigner);
  const [stewards, editors] = [five(), five()];
  const channels = Object.entries({ [mirrorChannel]: bodies, ...others }).map(([name, pages]) => {
    const built = buildPack({ files: sources(pages, name), previous: null, mode: 'strict', sha256, today: '2026-11-01' });
    if (!built.index) throw new Error(JSON.stringify(built.problems));
    return { id: name as ChannelId, title: `The ${name} channel`, kind: 'channel' as const, retired: null, files: built.files };
  });
  const keys = { stewards, editors: new Map(channels.map(({ id }) => [id, id === mirrorChannel ? editors : five()])) };
  const plan = demoShare({ channels, keys, now: new Date(second * 1000), version: second, sha256 });
  await writeShare(folder, planShare(plan, sha256));
  const editions = new Map([[second, textOf(bodies)]]);
  const note = (version: number, published: Bodies) => void editions.set(version, textOf(published));
  return { pinnedRoot: plan.directory.roots[0] as Uint8Array, editors, editions, note };
}

const inputAt = (folder: string, second: number) => {
  const now = new Date(second * 1000);
  // The share's clock is the suite's too: what is tried here is mirrors, not clocks.
  return { share: folder, repository: mirrorChannel as string, now: () => now, shareTime: async () => now, owner: 'suite', waitMs: 0 };
};

/** Drafted, signed by two and published, as the commands do it. @returns the edition's version; throws any refusal. */
export async function publishMirror(
  group: MirrorGroup,
  folder: string,
  bodies: Bodies,
  second: number,
  first = 0,
  onStep?: () => Promise<void>,
): Promise<number> {
  const made = await makeDraft({
    share: folder,
    channel: mirrorChannel,
    files: sources(bodies),
    now: new Date(second * 1000),
    note: 'an edition',
  });
  if (!made.ok || made.value.id === null || made.value.version === null) throw new Error(`draft: ${JSON.stringify(made)}`);
  // Known before it is written: a reader may find it before the publisher is done.
  group.note(made.value.version, bodies);
  await signAndPublish(group, folder, made.value.id, second, first, onStep);
  return made.value.version;
}

export async function signAndPublish(
  group: MirrorGroup,
  folder: string,
  id: string,
  second: number,
  first = 0,
  onStep?: () => Promise<void>,
): Promise<void> {
  const input = { ...inputAt(folder, second), id };
  const two = [0, 1].map((at) => group.editors[(first + at) % group.editors.length] as Signer);
  for (const signer of two) {
    const signed = await signDraft({ ...input, signer });
    if (!signed.ok) throw new Error(`sign: ${JSON.stringify(signed.error)}`);
  }
  const published = await publishDraft({ ...input, signer: two[1] as Signer, ...(onStep ? { onStep } : {}) });
  if (!published.ok) throw new Error(`publish: ${JSON.stringify(published.error)}`);
  stamp(folder, second);
}

/** As an editor's app does it when it finds what another replica brought. Throws any refusal. */
export async function healMirror(group: MirrorGroup, folder: string, second: number): Promise<HealReport> {
  const healed = await healRepository({ ...inputAt(folder, second), signer: group.editors[0] as Signer });
  if (!healed.ok) throw new Error(`heal: ${JSON.stringify(healed.error)}`);
  stamp(folder, second);
  return healed.value;
}

/**
 * The one file that is overwritten, as if it had been written at `second`: what copies files compares whole seconds, and
 * two editions of a suite are milliseconds apart.
 */
function stamp(folder: string, second: number): void {
  utimesSync(path.join(folder, 'channels', mirrorChannel, 'metadata', 'timestamp.json'), second, second);
}

export function copyShare(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}
