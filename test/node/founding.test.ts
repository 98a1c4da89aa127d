import { describe, expect, test } from 'vitest';
import { holderOf } from '../../content/core/publish/key-card.ts';
import { changeKeys, type RootGroup } from '../../content/core/publish/root-group.ts';
import { needsSigningAgain, readFounded, requireGroup, sameKeys, stageRoot } from '../../content/node/founding.ts';
import { listDrafts } from '../../content/node/staging.ts';
import { newCard } from '../support/cards.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { tempFolder } from '../support/temp.ts';

const inputFor = (share: string, pinnedRoot: Uint8Array | null = null) => ({ share, now: new Date(), note: 'why', pinnedRoot });

async function foundedOf(share: string, repository: string) {
  const read = await readFounded(inputFor(share), repository);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return { ...read.value, group: read.value.group as RootGroup };
}

describe('what is founded', () => {
  test('of a demonstration is read with the names from the lists', async () => {
    const { folder } = await makeShareFolder();
    const { group } = await foundedOf(folder, 'facebook');
    expect(group).toMatchObject({ channel: { id: 'facebook', title: 'The facebook channel', kind: 'channel' }, demo: true });
    expect([group.stewards.length, group.editors?.length, group.editors?.[0]?.name]).toEqual([5, 5, 'Demonstration editor 1']);
    expect((await foundedOf(folder, 'directory')).group.editors).toBe(null);
  });

  test('is nobody before the first root', async () => {
    const read = await readFounded(inputFor(tempFolder()), 'directory');
    expect(read.ok && requireGroup(read.value)).toMatchObject({ ok: false, error: { code: 'CHANNEL_UNKNOWN' } });
  });

  test('is not believed under another first root', async () => {
    const [{ folder }, other] = [await makeShareFolder(), await makeShareFolder()];
    const read = await readFounded(inputFor(folder, other.pinnedRoot), 'facebook');
    expect(read.ok && read.value.published.isListed).toBe(false);
  });
});

describe('a staged root', () => {
  test('follows the published one, and names drafts that compete with it', async () => {
    const { folder } = await makeShareFolder();
    const founded = await foundedOf(folder, 'x');
    const change = (name: string) => ({
      ...founded.group,
      editors: changeKeys(founded.group.editors ?? [], { remove: [], add: [holderOf(newCard(name))] }),
    });
    const one = await stageRoot(inputFor(folder), founded, change('Fay'));
    const two = await stageRoot(inputFor(folder), founded, change('Gus'));
    expect(one).toMatchObject({ ok: true, value: { repository: 'x', version: 2, others: [], again: null } });
    expect(two).toMatchObject({ ok: true, value: { others: [one.ok && one.value.id] } });
    expect(await listDrafts(folder, 'x')).toHaveLength(2);
  });

  test('that takes the signatures of the edition away comes with the edition again', async () => {
    const { folder } = await makeShareFolder();
    const founded = await foundedOf(folder, 'x');
    const [gone] = founded.group.editors ?? [];
    const group = { ...founded.group, editors: changeKeys(founded.group.editors ?? [], { remove: gone ? [gone] : [], add: [] }) };
    const staged = await stageRoot(inputFor(folder), founded, group);
    const again = staged.ok ? staged.value.again : null;
    const drafts = await listDrafts(folder, 'x');
    expect(drafts.find(({ id }) => id === again)?.read).toMatchObject({ ok: true, value: { draft: { kind: 'edition' } } });
  });
});

test('an edition that nobody published needs no signing again', async () => {
  const { folder } = await makeShareFolder();
  const { published } = await foundedOf(folder, 'x');
  const root = published.root as NonNullable<typeof published.root>;
  expect([needsSigningAgain({ state: null }, root), needsSigningAgain(published, root)]).toEqual([false, false]);
});

test('the same keys in another order are the same', () => {
  const [a, b] = [newCard('A'), newCard('B')];
  expect([sameKeys([a, b], [b, a]), sameKeys([a], [b]), sameKeys([a], [a, b])]).toEqual([true, false, false]);
});
