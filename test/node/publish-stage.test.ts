import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { publishDraft } from '../../content/node/publish-draft.ts';
import { makeDraft } from '../../content/node/publish-make.ts';
import { readStaged } from '../../content/node/staging.ts';
import { channel, firstBodies, makeGroup, publishInput, replicaOf, signBy, sourcesOf } from '../support/group.ts';

const bodies = (words: string) => ({ ...firstBodies, comments: `## Comments\n\n${words}\n` });
const now = new Date();

async function drafted(share: string, words: string): Promise<{ id: string; version: number }> {
  const made = await makeDraft({ share, channel, files: sourcesOf(bodies(words)), now, note: '' });
  if (!made.ok || made.value.id === null || made.value.version === null) throw new Error(JSON.stringify(made));
  return { id: made.value.id, version: made.value.version };
}

it('gives two drafts of the same second different numbers, both above what is published', async () => {
  const { share, version } = await makeGroup();
  const [one, two] = [await drafted(share, 'One.'), await drafted(share, 'Two.')];
  expect([one.version > version, two.version - one.version]).toEqual([true, 1]);
  expect((await readStaged(share, channel, two.id)).ok).toBe(true);
});

it('passes over a number that an edition of another copy has', async () => {
  const group = await makeGroup();
  const seconds = Math.floor(now.getTime() / 1000);
  const metadata = path.join(group.share, 'channels', channel, 'metadata');
  cpSync(path.join(metadata, `${group.version}.targets.json`), path.join(metadata, `${seconds}.targets.json`));
  expect((await drafted(group.share, 'One.')).version).toBe(seconds + 1);
});

it.each([
  ['only the targets', /targets/, 'NAME_TAKEN'],
  ['both files', /./, 'DRAFT_OUTDATED'],
] as const)(
  'two copies that gave the same number are told of each other when %s arrived, and overwrite nothing',
  async (_, arrived, code) => {
    const group = await makeGroup();
    const other = replicaOf(group.share);
    const [one, two] = [await drafted(group.share, 'One.'), await drafted(other, 'Two.')];
    expect(one.version).toBe(two.version);
    await signBy(group.share, one.id, group.editors.slice(0, 2));
    await signBy(other, two.id, group.editors.slice(2, 4));
    expect((await publishDraft(publishInput(group.share, group.editors[0] ?? null, { id: one.id }))).ok).toBe(true);
    // A replicator brings the other's files before this one publishes; its timestamp is still on the way.
    const [from, to] = [group.share, other].map((share) => path.join(share, 'channels', channel, 'metadata')) as [string, string];
    for (const name of readdirSync(from).filter((file) => file.startsWith(`${one.version}.`) && arrived.test(file)))
      cpSync(path.join(from, name), path.join(to, name));
    const result = await publishDraft(publishInput(other, group.editors[2] ?? null, { id: two.id }));
    expect(result).toMatchObject({ ok: false, error: { code } });
    const name = `${one.version}.targets.json`;
    expect(readFileSync(path.join(to, name))).toEqual(readFileSync(path.join(from, name)));
  },
);
