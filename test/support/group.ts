// A published share of one channel with its stewards and editors at hand, and the acts of publishing in short form.
import { cpSync } from 'node:fs';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { encodeUtf8 } from '../../content/core/base/utf8.ts';
import { buildPack } from '../../content/core/pack/build.ts';
import type { SourceFile } from '../../content/core/pack/sources.ts';
import { type DemoKeys, demoShare } from '../../content/core/publish/demo-share.ts';
import { planShare } from '../../content/core/publish/plan-share.ts';
import { sha256 } from '../../content/node/hash.ts';
import type { Signer } from '../../content/node/keys.ts';
import { publishDraft } from '../../content/node/publish-draft.ts';
import { makeDraft } from '../../content/node/publish-make.ts';
import { signDraft } from '../../content/node/publish-sign.ts';
import type { PublishInput, PublishReport } from '../../content/node/publish-write.ts';
import { writeShare } from '../../content/node/write-share.ts';
import { makeKeys } from './demo-share.ts';
import { guideMd, packYml } from './sources.ts';
import { tempFolder } from './temp.ts';

export const channel = 'facebook' as ChannelId;
export const realNow = () => new Date();

export interface Group {
  readonly share: string;
  readonly keys: DemoKeys;
  readonly editors: readonly Signer[];
  readonly stewards: readonly Signer[];
  readonly pinnedRoot: Uint8Array;
  readonly version: number;
}

/** Guide id -> body, as the sources of the one pack. */
export function sourcesOf(bodies: Readonly<Record<string, string>>): readonly SourceFile[] {
  return [
    { path: 'pack.yml', bytes: encodeUtf8(packYml(channel, Object.keys(bodies))) },
    ...Object.entries(bodies).map(([id, body]) => ({ path: `${id}.md`, bytes: encodeUtf8(guideMd(id, channel, body)) })),
  ];
}

export const firstBodies = {
  'page-setup': '## Page\n\nOpen the page and check the name twice.\n\n- Ask [the team](https://example.org/a) first.\n',
  comments: '## Comments\n\nHide a comment that is unkind to somebody.\n',
};

/** Published an hour ago, by two of five editors. */
export async function makeGroup(
  bodies: Readonly<Record<string, string>> = firstBodies,
  keys: DemoKeys = makeKeys([channel]),
): Promise<Group> {
  const share = tempFolder();
  const now = new Date(Date.now() - 3_600_000);
  const version = Math.floor(now.getTime() / 1000);
  const built = buildPack({ files: sourcesOf(bodies), previous: null, mode: 'strict', sha256, today: '2026-11-22' });
  if (!built.index) throw new Error(JSON.stringify(built.problems));
  const channels = [{ id: channel, title: 'Facebook', kind: 'channel' as const, retired: null, files: built.files }];
  const plan = demoShare({ channels, keys, now, version, sha256 });
  await writeShare(share, planShare(plan, sha256));
  const editors = (keys.editors.get(channel) ?? []) as readonly Signer[];
  return { share, keys, editors, stewards: keys.stewards as readonly Signer[], pinnedRoot: plan.directory.roots[0] as Uint8Array, version };
}

export function replicaOf(share: string): string {
  const folder = tempFolder();
  cpSync(share, folder, { recursive: true });
  return folder;
}

export async function draftOf(share: string, bodies: Readonly<Record<string, string>>, note = ''): Promise<string> {
  const made = await makeDraft({ share, channel, files: sourcesOf(bodies), now: realNow(), note });
  if (!made.ok || made.value.id === null) throw new Error(JSON.stringify(made));
  return made.value.id;
}

export async function signBy(share: string, id: string, people: readonly Signer[], repository: string = channel): Promise<void> {
  for (const signer of people) {
    const signed = await signDraft({ share, repository, id, signer, now: realNow });
    if (!signed.ok) throw new Error(JSON.stringify(signed.error));
  }
}

export function publishInput(share: string, signer: Signer | null, more: Partial<PublishInput> = {}): PublishInput {
  return { share, repository: channel, signer, now: realNow, owner: 'test', waitMs: 5_000, ...more };
}

/** Drafted, signed by two and published. */
export async function publishBodies(group: Group, bodies: Readonly<Record<string, string>>, share = group.share): Promise<PublishReport> {
  const id = await draftOf(share, bodies);
  await signBy(share, id, group.editors.slice(0, 2));
  const published = await publishDraft(publishInput(share, group.editors[1] ?? null, { id }));
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  return published.value;
}
