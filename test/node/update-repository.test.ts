import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { updateTimestamp } from '../../content/core/trust/state.ts';
import { openShare } from '../../content/node/share.ts';
import { offerHeld, setOf, updateRepository } from '../../content/node/update-repository.ts';
import { copyOf, facebook, makeShareFolder, type TestShare } from '../support/demo-share.ts';
import { begin, makeEdition, nowVersion, options } from '../support/signed-repository.ts';

function update(share: TestShare, held: ReadonlyMap<string, Uint8Array> | null = null) {
  const root = share.plan.channels.get(facebook)?.roots[0] as Uint8Array;
  return updateRepository({
    share: openShare(share.folder),
    folder: ['channels', facebook],
    root: held?.get('root.json') ?? root,
    held,
    options: options(),
  });
}

describe('updateRepository', () => {
  test('believes an honest repository, and says when nothing is new', async () => {
    const share = await makeShareFolder();
    const first = await update(share);
    if (!first.ok) throw new Error(first.error.code);
    expect([first.value.current, first.value.state.targets?.version]).toEqual([false, nowVersion]);
    const held = setOf(first.value.state);
    expect([...held.keys()]).toEqual(['root.json', 'timestamp.json', 'snapshot.json', 'targets.json']);
    const second = await update(share, held);
    expect(second.ok && second.value.current).toBe(true);
  });

  test('with nothing new needs neither snapshot nor targets on the share', async () => {
    const share = copyOf(await makeShareFolder());
    const first = await update(share);
    if (!first.ok) throw new Error(first.error.code);
    for (const name of [`${nowVersion}.snapshot.json`, `${nowVersion}.targets.json`]) rmSync(share.metadata(facebook, name));
    expect((await update(share, setOf(first.value.state))).ok).toBe(true);
    const lost = await update(share);
    expect(!lost.ok && lost.error).toEqual({ code: 'INCOMPLETE', data: { file: 'snapshot.json', why: 'missing' } });
  });

  test('a root that is there although an earlier one is not is a half copy', async () => {
    const share = copyOf(await makeShareFolder());
    writeFileSync(share.metadata(facebook, '4.root.json'), '{}');
    writeFileSync(share.metadata(facebook, 'timestamp.json'), Buffer.from((await makeShareFolder()).plan.directory.timestamp));
    const result = await update(share);
    expect(!result.ok && result.error).toEqual({ code: 'INCOMPLETE', data: { file: 'root.json', why: 'gap' } });
  });
});

test('held files that the root does not vouch for are left out', async () => {
  const other = (await makeShareFolder()).plan.directory;
  const held = new Map([['timestamp.json', other.timestamp]]);
  expect(offerHeld(begin(), held).timestamp).toBeNull();
});

test('a clock that fell behind is no reason to forget what was believed', () => {
  const version = nowVersion + 400 * 86_400;
  const later = makeEdition({ version });
  const held = new Map([
    ['timestamp.json', later.timestamp],
    ['snapshot.json', later.snapshot],
    ['targets.json', later.targets],
  ]);
  const wrong = new Date('2016-01-01T00:00:00Z');
  const state = offerHeld(begin({ now: wrong }), held);
  expect([state.timestamp?.version, state.targets?.version, state.options.now]).toEqual([version, version, wrong]);
  const earlier = updateTimestamp(state, makeEdition({ version: nowVersion }).timestamp);
  expect(!earlier.ok && earlier.error.code).toBe('ROLLED_BACK');
});
