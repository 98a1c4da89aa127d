import { readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Sha256 } from '../../content/core/base/ids.ts';
import { noResponses, withEvent } from '../../content/core/suggestion/responses.ts';
import { writeResponses } from '../../content/core/suggestion/responses-json.ts';
import { importShare } from '../../content/node/import-share.ts';
import { readPublishedGuides } from '../../content/node/newest-guides.ts';
import { publishDraft } from '../../content/node/publish-draft.ts';
import { healRepository } from '../../content/node/publish-heal.ts';
import { makeDraft } from '../../content/node/publish-make.ts';
import { reviewDraft } from '../../content/node/publish-review.ts';
import {
  channel,
  draftOf,
  firstBodies,
  type Group,
  makeGroup,
  publishBodies,
  publishInput,
  realNow,
  replicaOf,
  signBy,
  sourcesOf,
} from '../support/group.ts';
import { replicate } from '../support/replicate.ts';
import { tempFolder } from '../support/temp.ts';

const mine = { ...firstBodies, comments: '## Comments\n\nHide a comment that is unkind to anybody.\n' };
const yours = {
  ...firstBodies,
  'page-setup': '## Page\n\nOpen the page and check the address twice.\n\n- Ask [the team](https://example.org/a) first.\n',
};
const sameWords = { ...firstBodies, comments: '## Comments\n\nHide a comment that is rude.\n' };

async function read(share: string, group: Group, store = tempFolder()) {
  const report = await importShare({ store, share, pinnedRoot: group.pinnedRoot, now: realNow() });
  return { version: report.channels[0]?.version ?? null, code: report.channels[0]?.error?.code ?? report.error?.code ?? null };
}

async function raced(first: Readonly<Record<string, string>>, second: Readonly<Record<string, string>>, laterWins: boolean) {
  const group = await makeGroup();
  const other = replicaOf(group.share);
  const one = await publishBodies(group, first);
  // Another second, so that the second edition is the newer one.
  await new Promise((resolve) => setTimeout(resolve, 1_010));
  const two = await publishBodies({ ...group, editors: group.editors.slice(2) }, second, other);
  const stamp = (share: string, seconds: number) =>
    utimesSync(path.join(share, 'channels', channel, 'metadata', 'timestamp.json'), seconds, seconds);
  stamp(group.share, laterWins ? 1 : 2);
  stamp(other, laterWins ? 2 : 1);
  replicate(group.share, other);
  const heal = (share: string) => healRepository(publishInput(share, group.editors[4] ?? null));
  return { group, other, one, two, heal };
}

describe('healing', () => {
  it('changes nothing where all is well', async () => {
    const group = await makeGroup();
    const healed = await healRepository(publishInput(group.share, group.editors[0] ?? null));
    expect(healed).toEqual({ ok: true, value: { did: 'well', shown: group.version, version: group.version, lost: [], draft: null } });
  });

  it('shows an edition whose timestamp was never written', async () => {
    const group = await makeGroup();
    const id = await draftOf(group.share, mine);
    await signBy(group.share, id, group.editors.slice(0, 2));
    const onStep = (step: { path: readonly string[] }) => {
      if (step.path.at(-1)?.endsWith('.snapshot.json')) throw new Error('killed');
    };
    await publishDraft(publishInput(group.share, group.editors[0] ?? null, { id, onStep }));
    expect(await read(group.share, group)).toEqual({ version: group.version, code: null });
    const healed = await healRepository(publishInput(group.share, group.editors[2] ?? null));
    expect(healed).toMatchObject({ ok: true, value: { did: 'show', shown: group.version } });
    expect((await read(group.share, group)).version).toBeGreaterThan(group.version);
  });

  it.each([
    ['the earlier timestamp', false],
    ['the later timestamp', true],
  ])('joins what two people published on two replicas when %s won', { timeout: 30_000 }, async (_, laterWins) => {
    const { group, other, one, two, heal } = await raced(mine, yours, laterWins);
    expect(await read(group.share, group)).toEqual({ version: laterWins ? two.version : one.version, code: null });
    const healed = await heal(group.share);
    expect(healed).toMatchObject({
      ok: true,
      value: { did: 'merge', version: two.version, lost: [{ version: one.version, conflicts: [] }] },
    });
    if (!healed.ok || !healed.value.draft) throw new Error('no draft');
    expect(healed.value.lost[0]?.signers).toEqual(['Demonstration editor 1', 'Demonstration editor 2']);
    // The draft holds the loser's words on top of the winner's.
    const review = await reviewDraft({ share: group.share, repository: channel, id: healed.value.draft, now: realNow() });
    const difference = review.ok ? review.value.difference : null;
    expect(difference?.kind === 'edition' && difference.guides.map(({ id, change }) => `${id} ${change}`)).toEqual(['comments changed']);
    // A second heal names the same draft instead of making another.
    expect(await heal(group.share)).toMatchObject({ ok: true, value: { draft: healed.value.draft } });
    await signBy(group.share, healed.value.draft, group.editors.slice(3, 5));
    const merged = await publishDraft(publishInput(group.share, group.editors[3] ?? null, { id: healed.value.draft }));
    replicate(group.share, other);
    const version = merged.ok ? merged.value.version : 0;
    for (const share of [group.share, other]) {
      expect(await read(share, group)).toEqual({ version, code: null });
      expect(await heal(share)).toMatchObject({ ok: true, value: { did: 'well', version } });
    }
  });

  it('keeps the answers of both', { timeout: 30_000 }, async () => {
    const group = await makeGroup();
    const other = replicaOf(group.share);
    const answer = async (share: string, digit: string, people: Group['editors']) => {
      const said = withEvent(noResponses, digit.repeat(64) as Sha256, { state: 'received', on: '2026-11-24', words: '' });
      const files = [...sourcesOf(firstBodies), { path: 'responses.json', bytes: writeResponses(said) }];
      const made = await makeDraft({ share, channel, files, now: realNow(), note: '' });
      const id = (made.ok && made.value.id) || '';
      await signBy(share, id, people);
      expect((await publishDraft(publishInput(share, people[0] ?? null, { id }))).ok).toBe(true);
    };
    await answer(group.share, 'a', group.editors.slice(0, 2));
    await new Promise((resolve) => setTimeout(resolve, 1_010));
    await answer(other, 'b', group.editors.slice(2, 4));
    replicate(group.share, other);
    const healed = await healRepository(publishInput(group.share, group.editors[4] ?? null));
    expect(healed).toMatchObject({ ok: true, value: { did: 'merge', lost: [{ conflicts: [] }] } });
    const id = (healed.ok && healed.value.draft) || '';
    await signBy(group.share, id, group.editors.slice(0, 2));
    await publishDraft(publishInput(group.share, group.editors[0] ?? null, { id }));
    const read = await readPublishedGuides({ share: group.share, channel, now: realNow() });
    expect(read.ok && read.value.responses.answers.map(({ suggestion }) => suggestion[0])).toEqual(['a', 'b']);
  });

  it('never takes a reader back, whichever side was seen first', async () => {
    const { group, other, two, heal } = await raced(mine, yours, false);
    const store = tempFolder();
    expect((await read(other, group, store)).code).toBeNull();
    await heal(group.share);
    replicate(group.share, other);
    expect(await read(other, group, store)).toEqual({ version: two.version, code: null });
  });

  it('shows one of two editions that got the same number in the same second, and readers are whole again', {
    timeout: 30_000,
  }, async () => {
    const group = await makeGroup();
    const other = replicaOf(group.share);
    const second = new Date();
    const publish = async (share: string, bodies: Readonly<Record<string, string>>, editors: Group['editors']): Promise<number> => {
      const made = await makeDraft({ share, channel, files: sourcesOf(bodies), now: second, note: '' });
      if (!made.ok || made.value.id === null) throw new Error(JSON.stringify(made));
      await signBy(share, made.value.id, editors);
      const published = await publishDraft(publishInput(share, editors[0] ?? null, { id: made.value.id }));
      if (!published.ok) throw new Error(published.error.code);
      return published.value.version;
    };
    const version = await publish(group.share, mine, group.editors.slice(0, 2));
    expect(await publish(other, yours, group.editors.slice(2, 4))).toBe(version);
    // Per file another winner: the worst that a replicator can leave.
    const at = (share: string, name: string) => path.join(share, 'channels', channel, 'metadata', name);
    for (const [share, name, seconds] of [
      [group.share, `${version}.targets.json`, 3],
      [group.share, `${version}.snapshot.json`, 1],
      [group.share, 'timestamp.json', 3],
      [other, `${version}.targets.json`, 2],
      [other, `${version}.snapshot.json`, 2],
      [other, 'timestamp.json', 2],
    ] as const)
      utimesSync(at(share, name), seconds, seconds);
    replicate(group.share, other);
    expect((await read(other, group)).code).not.toBeNull();
    const healed = await healRepository(publishInput(group.share, group.editors[4] ?? null));
    expect(healed).toMatchObject({ ok: true, value: { did: 'show', version } });
    replicate(group.share, other);
    for (const share of [group.share, other]) expect(await read(share, group)).toEqual({ version, code: null });
    expect(readFileSync(at(other, 'timestamp.json'))).toEqual(readFileSync(at(group.share, 'timestamp.json')));
  });

  it('names the guide where both changed the same words, and keeps the newest', async () => {
    const { group, one, heal } = await raced(mine, { ...sameWords, 'page-setup': yours['page-setup'] }, true);
    const healed = await heal(group.share);
    expect(healed).toMatchObject({ ok: true, value: { did: 'merge', lost: [{ version: one.version, conflicts: ['comments.md'] }] } });
  });

  it('makes publishing wait for it, so that nobody’s edition is buried', async () => {
    const { group, one, heal } = await raced(mine, yours, false);
    const id = await draftOf(group.share, { ...mine, 'page-setup': '## Page\n\nNew.\n' });
    await signBy(group.share, id, group.editors.slice(0, 2));
    const result = await publishDraft(publishInput(group.share, group.editors[0] ?? null, { id }));
    expect(result).toMatchObject({ ok: false, error: { code: 'DRAFT_OUTDATED', data: { base: one.version, heal: true } } });
    expect((await heal(group.share)).ok).toBe(true);
  });
});
