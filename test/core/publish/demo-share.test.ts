import { expect, test } from 'vitest';
import { parseMetadata } from '../../../content/core/trust/metadata.ts';
import { facebook, makeShareFolder } from '../../support/demo-share.ts';
import { begin, believe } from '../../support/signed-repository.ts';

test('a demonstration share is believed, and has the thresholds of a real one', async () => {
  const { plan } = await makeShareFolder();
  const channel = plan.channels.get(facebook);
  const root = parseMetadata('root', channel?.roots[0] ?? new Uint8Array(), 'product');
  if (!channel || !root.ok) throw new Error('fixture');
  const roles = Object.entries(root.value.roles).map(([name, role]) => `${name} ${role.threshold} of ${role.keyids.length}`);
  expect(roles).toEqual(
    ['root 3 of 5', 'timestamp 1 of 10', 'snapshot 2 of 5', 'targets 2 of 5'].sort((a, b) => roles.indexOf(a) - roles.indexOf(b)),
  );
  expect(believe(channel, begin({}, channel.roots[0])).targets?.targets.has('index.json')).toBe(true);
  expect(believe(plan.directory, begin({}, plan.directory.roots[0])).targets?.targets.has('people.json')).toBe(true);
});

test('roots that readers trust are kept byte for byte', async () => {
  const first = await makeShareFolder();
  const again = await makeShareFolder({ keys: first.keys, roots: first.roots, version: Math.floor(Date.now() / 1000) });
  expect(again.pinnedRoot).toEqual(first.pinnedRoot);
});
