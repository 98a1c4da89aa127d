import { writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { withBench } from './bench.ts';
import { fetchFile } from './fetch.ts';
import { sha256 } from './simulator.ts';

const all = ['targets', 'snapshot', 'timestamp'] as const;
const address = (path: string, content: string) => {
  const parts = path.split('/');
  const last = parts.pop() ?? '';
  return ['targets', ...parts, `${sha256(Buffer.from(content))}.${last}`].join('/');
};

describe('artifacts', () => {
  test('are fetched in order with the hash before the name, and not again while the stored copy matches', () =>
    withBench(async (bench) => {
      const { repo } = bench;
      repo.addTarget('targets', 'path/to/a/file.txt', 'one');
      repo.addTarget('targets', 'file.txt', 'two');
      repo.publish(...all);
      await bench.init();
      expect([await bench.refresh(), bench.artifacts()]).toEqual([0, []]);
      expect(await bench.download('path/to/a/file.txt', 'file.txt')).toBe(0);
      const wanted = [address('path/to/a/file.txt', 'one'), address('file.txt', 'two')];
      expect(repo.requests.filter((path) => path.startsWith('targets/'))).toEqual(wanted);
      expect(await bench.download('path/to/a/file.txt', 'file.txt')).toBe(0);
      expect(repo.requests.filter((path) => path.startsWith('targets/'))).toEqual(wanted);
      expect(bench.artifacts()).toEqual(['one', 'two']);
    }));

  test('that change replace their own file and no other', () =>
    withBench(async (bench) => {
      const { repo } = bench;
      const names = ['a/b', 'a%2Fb', 'a_b', 'b', '../b', '/b', '.', '..', 'ä', 'x'.repeat(300), 'con'];
      for (const name of names) repo.addTarget('targets', name, `first ${name}`);
      repo.publish(...all);
      await bench.init();
      expect([await bench.download(...names), bench.said]).toEqual([0, []]);
      expect(bench.artifacts().sort()).toEqual(names.map((name) => `first ${name}`).sort());
      repo.addTarget('targets', 'a/b', 'second');
      repo.publish(...all);
      expect(await bench.download('a/b')).toBe(0);
      expect(bench.artifacts().sort()).toEqual(['second', ...names.slice(1).map((name) => `first ${name}`)].sort());
    }));

  const spoilt: readonly (readonly [string, Buffer | number])[] = [
    ['other bytes of the same length', Buffer.from('evil')],
    ['more bytes', Buffer.alloc(100_000)],
    ['fewer bytes', Buffer.from('goo')],
    ['nothing', 404],
    ['an error', 500],
  ];
  test.each(spoilt)('served with %s are not stored, and the first failure ends it', (_, answer) =>
    withBench(async (bench) => {
      const { repo } = bench;
      for (const name of ['before', 'spoilt', 'after']) repo.addTarget('targets', name, name === 'spoilt' ? 'good' : name);
      repo.publish(...all);
      repo.overrides.set(address('spoilt', 'good'), answer);
      await bench.init();
      expect([await bench.download('before', 'spoilt', 'after'), bench.artifacts()]).toEqual([1, ['before']]);
    }),
  );

  test('a changed artifact that comes spoilt leaves the stored one', () =>
    withBench(async (bench) => {
      const { repo } = bench;
      repo.addTarget('targets', 'file', 'old');
      repo.publish(...all);
      await bench.init();
      await bench.download('file');
      repo.addTarget('targets', 'file', 'new');
      repo.artifacts.set('file', Buffer.from('bad'));
      repo.publish(...all);
      expect([await bench.download('file'), bench.artifacts()]).toEqual([1, ['old']]);
    }));
});

describe('metadata over the wire', () => {
  test('lengths and hashes of snapshot and targets are checked where they are given', () =>
    withBench(async (bench) => {
      const { repo } = bench;
      repo.hashes = true;
      repo.publish(...all);
      await bench.init();
      expect(await bench.refresh()).toBe(0);
      repo.publish('targets');
      repo.part('snapshot', 'meta')['targets.json'] = { version: 3, hashes: { sha256: 'a'.repeat(64) } };
      repo.publish('snapshot', 'timestamp');
      expect([await bench.refresh(), bench.version('snapshot'), bench.version('targets')]).toEqual([1, 3, 2]);
    }));

  test('a snapshot longer than the timestamp says is cut off', () =>
    withBench(async (bench) => {
      bench.repo.hashes = true;
      bench.repo.publish('targets', 'snapshot');
      Object.assign(bench.repo.part('timestamp', 'meta')['snapshot.json'] as object, { length: 20 });
      bench.repo.publish('timestamp');
      await bench.init();
      expect([await bench.refresh(), bench.said.at(-1)]).toEqual([1, '2.snapshot.json: more than 20 bytes']);
    }));

  const troubles: readonly (readonly [string, string, Buffer | number])[] = [
    ['a root that is an error', 'metadata/2.root.json', 500],
    ['a root that is cut', 'metadata/2.root.json', Buffer.from('{"signed":')],
    ['no timestamp', 'metadata/timestamp.json', 404],
    ['an endless timestamp', 'metadata/timestamp.json', Buffer.alloc(1_000_000, ' ')],
    ['a timestamp that is no JSON', 'metadata/timestamp.json', Buffer.from('<html>')],
    ['a timestamp nested a thousand times', 'metadata/timestamp.json', Buffer.from('['.repeat(1_000))],
    ['no snapshot', 'metadata/1.snapshot.json', 404],
    ['no targets', 'metadata/1.targets.json', 404],
    ['endless targets', 'metadata/1.targets.json', Buffer.alloc(6_000_000, ' ')],
    ['a redirect', 'metadata/1.targets.json', 302],
  ];
  test.each(troubles)('%s ends the refresh with 1', (_, path, answer) =>
    withBench(async (bench) => {
      bench.repo.overrides.set(path, answer);
      await bench.init();
      expect([await bench.refresh(), bench.said.length]).toEqual([1, 1]);
    }),
  );

  test('403 for the next root is its end, as 404 is', () =>
    withBench(async (bench) => {
      bench.repo.overrides.set('metadata/2.root.json', 403);
      await bench.init();
      expect(await bench.refresh()).toBe(0);
    }));

  test('a server that never stops sending is hung up on', async () => {
    const server = http.createServer((_request, response) => {
      const more = () => {
        if (response.destroyed) return;
        response.write(Buffer.alloc(10_000));
        setImmediate(more);
      };
      more();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(fetchFile(`http://127.0.0.1:${port}/m`, 'f', 50_000)).rejects.toThrow('more than 50000 bytes');
    server.close();
  });

  test('a damaged file in the client’s own folder is fetched again', () =>
    withBench(async (bench) => {
      await bench.init();
      await bench.refresh();
      for (const role of all) writeFileSync(`${bench.folder}/metadata/${role}.json`, '{"signed":{"version":7}}');
      expect([await bench.refresh(), bench.trusted()]).toEqual([0, ['root 1', 'snapshot 1', 'targets 1', 'timestamp 1']]);
    }));
});
