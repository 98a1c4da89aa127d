// The demonstration: a share of three channels with five editors each, two editions published by draft, sign and
// publish, two replicas of which one is broken, and what readers of each are told. All keys are made here and gone
// when it ends; every folder says that it is a demonstration.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readPacks } from '../../content/cli/read-packs.ts';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { buildPack } from '../../content/core/pack/build.ts';
import type { SourceFile } from '../../content/core/pack/sources.ts';
import { type DemoChannel, demoShare } from '../../content/core/publish/demo-share.ts';
import { planShare } from '../../content/core/publish/plan-share.ts';
import { demoKeys } from '../../content/node/demo-keys.ts';
import { sha256 } from '../../content/node/hash.ts';
import { importShare } from '../../content/node/import-share.ts';
import type { Signer } from '../../content/node/keys.ts';
import { publishDraft } from '../../content/node/publish-draft.ts';
import { makeDraft } from '../../content/node/publish-make.ts';
import { signDraft } from '../../content/node/publish-sign.ts';
import { writeShare } from '../../content/node/write-share.ts';
import { Stop } from './say.ts';

export interface Seen {
  readonly reader: string;
  readonly share: string;
  readonly channel: string;
  /** What the reader can read afterwards: the edition's name in this demonstration, or "nothing". */
  readonly reads: string;
  /** Null when all is well. */
  readonly code: string | null;
}

export const demoChannels = ['facebook', 'whatsapp', 'x'] as const;
const notice = 'DEMONSTRATION of National Guides. The keys were made for it and thrown away; nobody has approved anything here.\n';
/** The founding edition lies an hour back, so that later ones are later. */
const foundedAgoMs = 3_600_000;

/** @param guides folder with `channel-facebook` and so on. @param into an empty folder. */
export async function runDemo(guides: string, into: string, say: (text: string) => void): Promise<readonly Seen[]> {
  const at = (name: string) => path.join(into, name);
  mkdirSync(into, { recursive: true });
  writeFileSync(at('README.txt'), notice);
  const share = at('national');
  const demo = await found(guides, share);
  say('Founded: 3 channels, 5 stewards, 5 editors for each channel. Demonstration keys, in memory only.');
  for (const channel of demoChannels) await publish(demo, channel, 'The first change of the demonstration.');
  say('Published edition 1 of each channel: drafted, signed by two of five editors, assembled, read back.');
  await read(demo, share, at('store-held'));
  for (const channel of demoChannels) await publish(demo, channel, 'The second change of the demonstration.');
  say('Published edition 2 of each channel.');
  for (const replica of ['north', 'south']) cpSync(share, at(replica), { recursive: true });
  breakReplica(at('south'), demo);
  say('Copied to two replicas. South is broken: facebook half copied, whatsapp gone back, x tampered with.');
  cpSync(at('store-held'), at('store-held-too'), { recursive: true });
  const rows: Seen[] = [];
  for (const [reader, replica, store] of [
    ['held edition 1', 'north', 'store-held'],
    ['held edition 1', 'south', 'store-held-too'],
    ['new', 'north', 'store-new'],
    ['new', 'south', 'store-new-too'],
  ] as const)
    for (const { channel, version, code } of await read(demo, at(replica), at(store)))
      rows.push({ reader, share: replica, channel, reads: demo.names.get(`${channel} ${version}`) ?? 'nothing', code });
  return rows;
}

interface Demo {
  readonly share: string;
  readonly editors: ReadonlyMap<ChannelId, readonly Signer[]>;
  readonly pinnedRoot: Uint8Array;
  readonly sources: Map<string, readonly SourceFile[]>;
  /** Of the channel that will go back. */
  readonly foundingTimestamp: Uint8Array;
  /** `<channel> <version>` -> the edition's name. */
  readonly names: Map<string, string>;
}

async function found(guides: string, share: string): Promise<Demo> {
  const keys = await demoKeys(demoChannels as readonly string[] as readonly ChannelId[], null);
  const sources = new Map<string, readonly SourceFile[]>();
  const channels: DemoChannel[] = [];
  const now = new Date(Date.now() - foundedAgoMs);
  for (const channel of demoChannels) {
    const [pack] = readPacks(path.join(guides, `channel-${channel}`), 'strict').packs;
    const built = buildPack({ files: pack?.files ?? [], previous: null, mode: 'strict', sha256, today: now.toISOString().slice(0, 10) });
    if (!pack || !built.index) throw new Stop(`The guides of ${channel} cannot be built; see npx guides build.`);
    sources.set(channel, pack.files);
    channels.push({
      id: channel as ChannelId,
      title: `${built.index.pack.title} (demonstration)`,
      kind: 'channel',
      retired: null,
      files: built.files,
    });
  }
  const version = Math.floor(now.getTime() / 1000);
  const plan = demoShare({ channels, keys, now, version, sha256 });
  await writeShare(share, planShare(plan, sha256));
  writeFileSync(path.join(share, 'README.txt'), notice);
  const names = new Map<string, string>(demoChannels.map((channel) => [`${channel} ${version}`, 'founding edition']));
  const foundingTimestamp = plan.channels.get('whatsapp' as ChannelId)?.timestamp as Uint8Array;
  return {
    share,
    foundingTimestamp,
    editors: keys.editors as Demo['editors'],
    pinnedRoot: plan.directory.roots[0] as Uint8Array,
    sources,
    names,
  };
}

/** Adds a paragraph to the channel's first guide and takes it through draft, two signatures and publishing. */
async function publish(demo: Demo, channel: (typeof demoChannels)[number], words: string): Promise<void> {
  const files = demo.sources.get(channel) ?? [];
  const guide = files.find(({ path: name }) => name.endsWith('.md'));
  const changed = files.map((file) =>
    file === guide ? { ...file, bytes: Buffer.from(`${Buffer.from(file.bytes).toString()}\n${words}\n`) } : file,
  );
  demo.sources.set(channel, changed);
  const now = () => new Date();
  const made = await makeDraft({ share: demo.share, channel, files: changed, now: now(), note: 'Demonstration' });
  if (!made.ok || made.value.id === null) throw new Stop(`No draft of ${channel}: ${made.ok ? 'errors in the guides' : made.error.code}.`);
  const { id } = made.value;
  const group = demo.editors.get(channel as ChannelId) ?? [];
  for (const signer of group.slice(0, 2)) {
    const signed = await signDraft({ share: demo.share, repository: channel, id, signer, now });
    if (!signed.ok) throw new Stop(`${channel} was not signed: ${signed.error.code}.`);
  }
  const published = await publishDraft({
    share: demo.share,
    repository: channel,
    id,
    signer: group[1] ?? null,
    now,
    owner: 'demonstration',
  });
  if (!published.ok) throw new Stop(`${channel} was not published: ${published.error.code}.`);
  const known = [...demo.names.keys()].filter((name) => name.startsWith(`${channel} `)).length;
  demo.names.set(`${channel} ${published.value.version}`, `edition ${known}`);
}

function breakReplica(replica: string, demo: Demo): void {
  const targets = (channel: string) => path.join(replica, 'channels', channel, 'targets');
  const named = (channel: string, end: string) =>
    readdirSync(targets(channel))
      .filter((name) => name.endsWith(end))
      .map((name) => path.join(targets(channel), name));
  // Half copied: the metadata came, some files did not.
  for (const file of named('facebook', '.index.json')) rmSync(file);
  // Gone back: a backup was restored over the timestamp.
  writeFileSync(path.join(replica, 'channels', 'whatsapp', 'metadata', 'timestamp.json'), demo.foundingTimestamp);
  // Tampered with: every guide has another word at the same length.
  for (const file of named('x', '.md')) writeFileSync(file, readFileSync(file, 'utf8').replace('demonstration', 'manipulation '));
}

async function read(demo: Demo, share: string, store: string) {
  const report = await importShare({ store, share, pinnedRoot: demo.pinnedRoot, now: new Date() });
  return report.channels.map(({ channel, version, error }) => ({ channel, version, code: error?.code ?? null }));
}
