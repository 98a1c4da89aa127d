import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { withBench } from './bench.ts';
import { runClient } from './client.ts';
import { Repository } from './simulator.ts';

const everyRole = ['root 1', 'snapshot 1', 'targets 1', 'timestamp 1'];
const firstRequests = ['metadata/2.root.json', 'metadata/timestamp.json', 'metadata/1.snapshot.json', 'metadata/1.targets.json'];

describe('init and refresh', () => {
  test('init asks nobody; refresh asks for root, timestamp, snapshot and targets in this order', () =>
    withBench(async (bench) => {
      expect(await bench.init()).toBe(0);
      expect([bench.trusted(), bench.repo.requests]).toEqual([['root 1'], []]);
      expect([await bench.refresh(), bench.said]).toEqual([0, []]);
      expect(bench.repo.requests).toEqual(firstRequests);
      expect(bench.trusted()).toEqual(everyRole);
    }));

  test('trusted files are kept byte for byte', () =>
    withBench(async ({ repo, folder, init, refresh }) => {
      await init();
      await refresh();
      for (const role of ['root', 'timestamp', 'snapshot', 'targets'])
        expect(readFileSync(path.join(folder, 'metadata', `${role}.json`))).toEqual(repo.newest(role));
    }));

  test('a download refreshes first, and fails for a target that nobody has', () =>
    withBench(async (bench) => {
      await bench.init();
      expect(await bench.download('nothing')).toBe(1);
      expect([bench.repo.requests, bench.trusted()]).toEqual([firstRequests, everyRole]);
    }));

  test('nothing new costs a root and a timestamp', () =>
    withBench(async (bench) => {
      await bench.init();
      await bench.refresh();
      bench.repo.requests.length = 0;
      expect(await bench.refresh()).toBe(0);
      expect(bench.repo.requests).toEqual(['metadata/2.root.json', 'metadata/timestamp.json']);
    }));

  const badRoots: readonly (readonly [string, (text: string) => string])[] = [
    ['without a version', (text) => text.replace(/"version": 1,?/, '')],
    ['with a foreign signature', (text) => text.replace(/"sig": "[0-9a-f]{8}/, '"sig": "00000000')],
    ['cut in half', (text) => text.slice(0, text.length / 2)],
  ];
  test.each(badRoots)('a first root %s is not trusted, and nothing is asked for', (_, spoil) =>
    withBench(async (bench) => {
      expect(await bench.init(Buffer.from(spoil(bench.repo.newest('root').toString())))).toBe(1);
      expect([await bench.refresh(), bench.repo.requests]).toEqual([1, []]);
    }),
  );

  const unsigned: readonly (readonly [string, readonly string[]])[] = [
    ['root', ['root 1']],
    ['timestamp', ['root 1']],
    ['snapshot', ['root 1', 'timestamp 2']],
    ['targets', ['root 1', 'snapshot 2', 'timestamp 2']],
  ];
  test.each(unsigned)('an unsigned %s stops the refresh there, and what came before is kept', (role, kept) =>
    withBench(async (bench) => {
      await bench.init();
      bench.repo.signers.set(role, []);
      bench.repo.publish(...(role === 'root' ? ['root'] : ['targets', 'snapshot', 'timestamp']));
      expect([await bench.refresh(), bench.trusted()]).toEqual([1, kept]);
    }),
  );

  test('the same timestamp version with other content is no news', () =>
    withBench(async (bench) => {
      await bench.init();
      await bench.refresh();
      bench.repo.part('timestamp', 'meta')['snapshot.json'] = { version: 100 };
      bench.repo.sign('timestamp');
      expect([await bench.refresh(), bench.repo.requests.at(-1)]).toEqual([0, 'metadata/timestamp.json']);
      expect(bench.trusted()).toEqual(everyRole);
    }));

  test('targets that the snapshot does not name yet are not asked for', () =>
    withBench(async (bench) => {
      await bench.init();
      await bench.refresh();
      bench.repo.publish('targets');
      expect([await bench.refresh(), bench.version('targets'), bench.repo.requests.at(-1)]).toEqual([0, 1, 'metadata/timestamp.json']);
    }));

  test('unknown fields anywhere are kept and signed over', () =>
    withBench(async (bench) => {
      await bench.init();
      const { repo } = bench;
      Object.assign(repo.role('root'), { 'x-more': { b: [1, 'é"\\'], a: null } });
      for (const key of Object.values(repo.part('root', 'keys')))
        Object.assign(key as object, { extra: true, keyid_hash_algorithms: ['md5'] });
      for (const role of Object.values(repo.part('root', 'roles'))) Object.assign(role as object, { extra: 1 });
      for (const name of ['targets', 'snapshot', 'timestamp']) Object.assign(repo.role(name), { custom: 'yes' });
      repo.publish('root', 'targets', 'snapshot', 'timestamp');
      expect([await bench.refresh(), bench.said]).toEqual([0, []]);
      expect(bench.version('root')).toBe(2);
    }));

  const specs: readonly (readonly [string, number])[] = [
    ['1.0', 0],
    ['1.0.0', 0],
    ['1.99.7', 0],
    ['2.0.0', 1],
    ['0.9', 1],
    ['one', 1],
  ];
  test.each(specs)('specification %s gives %d', (spec, code) =>
    withBench(async (bench) => {
      await bench.init();
      bench.repo.role('targets').spec_version = spec;
      bench.repo.publish('targets', 'snapshot', 'timestamp');
      expect(await bench.refresh()).toBe(code);
    }),
  );

  test('without consistent snapshots names carry neither versions nor hashes', () => {
    const repo = new Repository();
    repo.role('root').consistent_snapshot = false;
    repo.addTarget('targets', 'folder/file.txt', 'content');
    repo.delegate('targets', 'helper', { paths: ['other/*'] });
    repo.addTarget('helper', 'other/one', 'helped');
    repo.publish('helper', 'root', 'targets', 'snapshot', 'timestamp');
    return withBench(async (bench) => {
      await bench.init();
      expect([await bench.download('folder/file.txt', 'other/one'), bench.said]).toEqual([0, []]);
      expect(repo.requests.slice(2)).toEqual([
        'metadata/timestamp.json',
        'metadata/snapshot.json',
        'metadata/targets.json',
        'targets/folder/file.txt',
        'metadata/helper.json',
        'targets/other/one',
      ]);
      expect(bench.artifacts()).toEqual(['content', 'helped']);
    }, repo);
  });
});

describe('the command', () => {
  test('says what is missing', () =>
    withBench(async (bench) => {
      const said: string[] = [];
      const run = (...args: string[]) => runClient(args, new Date(), (line) => said.push(line));
      expect([await run('init'), await run('--what', 'x'), await run(`--metadata-dir=${bench.folder}`, 'refresh')]).toEqual([1, 1, 1]);
      expect(await run('--metadata-dir', bench.folder, 'dance')).toBe(1);
      expect(said).toEqual([
        '--metadata-dir is missing',
        '--what is not understood',
        '--metadata-url is missing',
        'one of init ROOT_FILE, refresh, download is needed',
      ]);
    }));
});
