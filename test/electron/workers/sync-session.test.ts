import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { importShare } from '../../../content/node/import-share.ts';
import type { RoundInput } from '../../../content/node/sync-round.ts';
import type { FromSync } from '../../../electron/workers/sync-protocol.ts';
import { createSyncSession } from '../../../electron/workers/sync-session.ts';
import { makeShareFolder } from '../../support/demo-share.ts';
import { now } from '../../support/signed-repository.ts';
import { tempFolder } from '../../support/temp.ts';

async function scene(run?: (input: RoundInput) => Promise<unknown>, rootThere = true) {
  const share = await makeShareFolder();
  const folder = tempFolder();
  const rootFile = path.join(folder, 'root.json');
  if (rootThere) writeFileSync(rootFile, share.pinnedRoot);
  const sent: FromSync[] = [];
  let over: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    over = resolve;
  });
  const send = (message: FromSync) => {
    sent.push(message);
    if (message.kind === 'done') over();
  };
  const session = createSyncSession({ send, now: () => now, aliveMs: 20, ...(run ? { run } : {}) });
  const round = { storeDir: path.join(folder, 'store'), rootFile, shares: [{ id: 'a', path: share.folder }] };
  return { session, round, sent, done };
}

test('a round is carried out and told as it goes', async () => {
  const { session, round, sent, done } = await scene();
  session.receive({ kind: 'round', round });
  session.receive({ kind: 'round', round });
  await done;
  const kinds = sent.map(({ kind }) => kind).filter((kind) => kind !== 'alive');
  expect([kinds[0], ...kinds.slice(-2)]).toEqual(['share', 'report', 'done']);
  expect(sent.find(({ kind }) => kind === 'report')).toMatchObject({ id: 'a', report: { changed: true, error: null } });
  expect(kinds).toContain('progress');
});

test('it says that it lives while nothing is asked, and is silent while a call is pending', async () => {
  const { session, round, sent, done } = await scene(async ({ watch }) => {
    await wait(90);
    watch?.asked('open');
    sent.length = 0;
    await wait(120);
    expect(sent).toEqual([]);
    watch?.answered();
    await wait(60);
  });
  session.receive({ kind: 'round', round });
  await done;
  expect(sent.map(({ kind }) => kind)).toContain('alive');
  expect(sent.at(-1)?.kind).toBe('done');
});

test('it stops when it is asked', async () => {
  const { session, round, done } = await scene(async ({ isStopped }) => {
    while (!isStopped?.()) await wait(5);
  });
  session.receive({ kind: 'round', round });
  session.receive({ kind: 'stop' });
  await done;
});

test('an app without its root, or a fault of ours, is reported for every share', async () => {
  const { session, round, sent, done } = await scene(undefined, false);
  session.receive({ kind: 'round', round });
  await done;
  expect(sent).toMatchObject([
    { kind: 'alive' },
    { kind: 'fault', code: 'UNEXPECTED', cause: 'ENOENT' },
    { kind: 'report', id: 'a', report: { error: { code: 'UNEXPECTED' } } },
    { kind: 'done' },
  ]);
});

test('what the store of all users holds is not fetched again', async () => {
  const { session, round, sent, done } = await scene();
  const machineDir = tempFolder();
  await importShare({ store: machineDir, share: round.shares[0]?.path ?? '', pinnedRoot: readFileSync(round.rootFile), now });
  session.receive({ kind: 'round', round: { ...round, machineDir } });
  await done;
  const told = sent.find((message) => message.kind === 'report');
  expect(told?.report.channels.map(({ outcome, files }) => [outcome, files])).toEqual([
    ['imported', 0],
    ['imported', 0],
  ]);
});
