import { describe, expect, test } from 'vitest';
import { withBench } from './bench.ts';
import { inDays, makeKey } from './simulator.ts';

const all = ['targets', 'snapshot', 'timestamp'] as const;

describe('rollback', () => {
  test('an older timestamp is refused', () =>
    withBench(async (bench) => {
      const { repo } = bench;
      repo.publish('timestamp');
      await bench.init();
      expect(await bench.refresh()).toBe(0);
      repo.role('timestamp').version = 1;
      repo.sign('timestamp');
      expect([await bench.refresh(), bench.version('timestamp'), repo.requests.at(-1)]).toEqual([1, 2, 'metadata/timestamp.json']);
    }));

  test('an older snapshot that the timestamp does not name is not asked for', () =>
    withBench(async (bench) => {
      const { repo } = bench;
      repo.publish('snapshot', 'timestamp');
      await bench.init();
      await bench.refresh();
      repo.role('snapshot').version = 1;
      repo.sign('snapshot');
      expect([await bench.refresh(), bench.version('snapshot'), repo.requests.at(-1)]).toEqual([0, 2, 'metadata/timestamp.json']);
    }));

  test.each([false, true])('a timestamp that names an older snapshot is refused (with hashes: %s)', (hashes) =>
    withBench(async (bench) => {
      const { repo } = bench;
      repo.hashes = hashes;
      repo.publish(...all);
      await bench.init();
      expect(await bench.refresh()).toBe(0);
      repo.role('snapshot').version = 1;
      repo.sign('snapshot');
      repo.publish('timestamp');
      expect(await bench.refresh()).toBe(1);
      expect([bench.version('timestamp'), bench.version('snapshot'), repo.requests.at(-1)]).toEqual([2, 2, 'metadata/timestamp.json']);
    }),
  );

  test.each([false, true])('a snapshot that names older targets is refused (with hashes: %s)', (hashes) =>
    withBench(async (bench) => {
      const { repo } = bench;
      repo.hashes = hashes;
      repo.publish(...all);
      repo.publish(...all);
      await bench.init();
      expect(await bench.refresh()).toBe(0);
      repo.role('targets').version = 1;
      repo.sign('targets');
      repo.publish('snapshot', 'timestamp');
      expect([await bench.refresh(), bench.version('snapshot'), bench.version('targets')]).toEqual([1, 3, 3]);
      // What was refused stays refused, though the timestamp that leads to it is believed by now.
      expect([await bench.refresh(), bench.version('timestamp')]).toEqual([1, 4]);
    }),
  );

  test('a snapshot of another version than the timestamp says is refused', () =>
    withBench(async (bench) => {
      const { repo } = bench;
      repo.publish('snapshot', 'timestamp');
      repo.overrides.set('metadata/2.snapshot.json', repo.published.get('snapshot')?.[0] ?? 404);
      await bench.init();
      expect([await bench.refresh(), bench.trusted()]).toEqual([1, ['root 1', 'timestamp 2']]);
    }));

  test('targets of another version than the snapshot says are refused', () =>
    withBench(async (bench) => {
      bench.repo.publish(...all);
      bench.repo.overrides.set('metadata/2.targets.json', bench.repo.published.get('targets')?.[0] ?? 404);
      await bench.init();
      expect([await bench.refresh(), bench.version('targets')]).toEqual([1, null]);
    }));

  test('a root that is not exactly one higher is refused, and stays refused', () =>
    withBench(async (bench) => {
      const { repo } = bench;
      repo.publish('root');
      repo.publish('root');
      repo.overrides.set('metadata/2.root.json', repo.newest('root'));
      await bench.init();
      expect([await bench.refresh(), bench.version('root')]).toEqual([1, 1]);
    }));
});

describe('recovery from a version far ahead', () => {
  const recoveries: readonly (readonly [string, readonly string[]])[] = [
    ['timestamp', ['timestamp']],
    ['snapshot', ['snapshot', 'timestamp']],
    ['targets', ['snapshot']],
  ];
  test.each(recoveries)('of the %s, by new keys for %j', (role, rotated) =>
    withBench(async (bench) => {
      const { repo } = bench;
      repo.role(role).version = 99_998;
      repo.publish(...all.slice(all.indexOf(role as 'targets')));
      await bench.init();
      expect([await bench.refresh(), bench.version(role)]).toEqual([0, 99_999]);
      for (const name of rotated) repo.setKeys(name, [makeKey()]);
      repo.role(role).version = 1;
      repo.publish('root');
      repo.publish(...all);
      expect([await bench.refresh(), bench.version(role), bench.said]).toEqual([0, 2, []]);
    }),
  );

  test('a key that is merely added recovers nothing', () =>
    withBench(async (bench) => {
      const { repo } = bench;
      repo.role('timestamp').version = 99;
      repo.publish('timestamp');
      await bench.init();
      await bench.refresh();
      repo.setKeys('timestamp', [...(repo.signers.get('timestamp') ?? []), makeKey()]);
      repo.role('timestamp').version = 1;
      repo.publish('root', 'timestamp');
      expect([await bench.refresh(), bench.version('timestamp')]).toEqual([1, 100]);
    }));
});

describe('expiry', () => {
  test('an expired root is kept, and nothing else is asked for', () =>
    withBench(async (bench) => {
      const { repo } = bench;
      await bench.init();
      await bench.refresh();
      repo.role('root').expires = inDays(-1);
      repo.publish('root', ...all);
      expect([await bench.refresh(), bench.trusted()]).toEqual([1, ['root 2', 'snapshot 1', 'targets 1', 'timestamp 1']]);
      expect(repo.requests.at(-1)).toBe('metadata/3.root.json');
    }));

  test('an expired root on the way to a newer one is passed', () =>
    withBench(async (bench) => {
      const { repo } = bench;
      await bench.init();
      repo.role('root').expires = inDays(-1);
      repo.publish('root');
      repo.role('root').expires = inDays(30);
      repo.publish('root');
      expect([await bench.refresh(), bench.version('root')]).toEqual([0, 3]);
    }));

  const expired: readonly (readonly [(typeof all)[number], readonly string[]])[] = [
    ['timestamp', ['root 1', 'snapshot 1', 'targets 1', 'timestamp 1']],
    ['snapshot', ['root 1', 'snapshot 1', 'targets 1', 'timestamp 2']],
    ['targets', ['root 1', 'snapshot 2', 'targets 1', 'timestamp 2']],
  ];
  test.each(expired)('an expired %s is not kept', (role, kept) =>
    withBench(async (bench) => {
      await bench.init();
      await bench.refresh();
      bench.repo.role(role).expires = inDays(-5);
      bench.repo.publish(...all);
      expect([await bench.refresh(), bench.trusted()]).toEqual([1, kept]);
    }),
  );

  test.each(all)('a stored %s that has expired is no longer enough', (role) =>
    withBench(async (bench) => {
      bench.repo.role(role).expires = inDays(7);
      bench.repo.publish(...all);
      await bench.init();
      expect([await bench.refresh(6.9), await bench.refresh(7)]).toEqual([0, 1]);
    }),
  );

  test('stored files that have expired still lead to newer ones, and still are floors', () =>
    withBench(async (bench) => {
      const { repo } = bench;
      for (const role of all) repo.role(role).expires = inDays(7);
      repo.publish(...all);
      await bench.init();
      await bench.refresh();
      for (const role of all) repo.role(role).expires = inDays(21);
      repo.role('timestamp').version = 0;
      repo.publish(...all);
      expect([await bench.refresh(18), bench.said.at(-1)]).toEqual([1, 'ROLLED_BACK timestamp.json version']);
      repo.role('timestamp').version = 2;
      repo.publish('timestamp');
      expect([await bench.refresh(18), bench.trusted()]).toEqual([0, ['root 1', 'snapshot 3', 'targets 3', 'timestamp 3']]);
    }));

  test.each(['never', '2026-13-01T00:00:00Z', '2027-01-01', '2027-01-01T00:00:00+01:00'])('%s is no date', (text) =>
    withBench(async (bench) => {
      bench.repo.role('timestamp').expires = text;
      bench.repo.publish('timestamp');
      await bench.init();
      expect(await bench.refresh()).toBe(1);
    }),
  );
});
