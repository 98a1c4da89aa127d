import { expect, it } from 'vitest';
import { awaits, listWaiting, repositoriesIn } from '../../content/node/publish-waiting.ts';
import { writeDraft } from '../../content/node/staging.ts';
import { channel, draftOf, firstBodies, makeGroup, publishBodies, realNow, signBy } from '../support/group.ts';
import { signers, stagedRoot } from '../support/staged-drafts.ts';

const bodies = (words: string) => ({ ...firstBodies, comments: `## Comments\n\n${words}\n` });

async function waitingOf(share: string) {
  const waiting = await listWaiting({ share, now: realNow() });
  if (!waiting.ok) throw new Error(waiting.error.code);
  return waiting.value;
}

it('lists what can still be published, roots first, and names drafts that compete', async () => {
  const group = await makeGroup();
  await draftOf(group.share, bodies('Overtaken.'));
  await publishBodies(group, bodies('Published.'));
  const one = await draftOf(group.share, bodies('One.'));
  const two = await draftOf(group.share, bodies('Two.'));
  const { draft } = stagedRoot({ now: realNow(), version: 2, stewards: group.stewards, editors: group.editors });
  const root = await writeDraft(group.share, draft);
  const waiting = await waitingOf(group.share);
  expect(waiting[0]?.id).toBe(root);
  expect(new Map(waiting.map(({ id, rivals }) => [id, rivals]))).toEqual(
    new Map([
      [root, []],
      [one, [two]],
      [two, [one]],
    ]),
  );
  expect(repositoriesIn(group.share)).toEqual([channel]);
});

it('knows for whom a draft waits: not who signed it, no stranger, but who is in a root that waits', async () => {
  const group = await makeGroup();
  const id = await draftOf(group.share, bodies('One.'));
  await signBy(group.share, id, group.editors.slice(0, 1));
  const [stranger, joining] = signers(2) as [ReturnType<typeof signers>[0], ReturnType<typeof signers>[0]];
  const editors = [...group.editors.slice(1), joining];
  await writeDraft(group.share, stagedRoot({ now: realNow(), version: 2, stewards: group.stewards, editors }).draft);
  const edition = (await waitingOf(group.share)).find((one) => one.id === id);
  const waits = [group.editors[0], group.editors[1], stranger, joining].map(
    (who) => edition && awaits(edition, who?.key.keyval.public ?? ''),
  );
  expect(waits).toEqual([false, true, false, true]);
});
