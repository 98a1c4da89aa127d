import { describe, expect, test } from 'vitest';
import { withBench } from './bench.ts';
import { asked, type Edge, graph } from './graph.ts';
import { type JsonRecord, makeKey, type Repository } from './simulator.ts';

describe('what a delegated role must be', () => {
  const edges: readonly Edge[] = [
    ['targets', 'A', { paths: ['a/*'] }],
    ['targets', 'B', { paths: ['b/*'] }],
    ['A', 'C', { paths: ['*/c'] }],
    ['B', 'C', { paths: ['*/c'] }],
  ];
  const held = [
    ['C', 'a/c'],
    ['C', 'b/c'],
  ] as const;

  test('good for each delegator that names it', () =>
    withBench(
      async (bench) => {
        await bench.init();
        expect([await bench.download('a/c', 'b/c'), asked(bench)]).toEqual([0, ['A', 'C', 'B']]);
      },
      graph(edges, held),
    ));

  test('a copy that is good for one delegator is not good for another, within one run and in the next', () => {
    const repo = graph(edges, held);
    // C is signed by A's key only from here on.
    const signers = repo.signers.get('C') ?? [];
    repo.signers.set('C', signers.slice(0, 3));
    repo.publish('C', 'snapshot', 'timestamp');
    return withBench(async (bench) => {
      await bench.init();
      expect(await bench.download('a/c', 'b/c')).toBe(1);
      expect(bench.artifacts()).toEqual(['a/c of C']);
      expect(bench.said.at(-1)).toBe('TAMPERED C.json signatures');
      expect([await bench.download('b/c'), await bench.download('a/c')]).toEqual([1, 0]);
    }, repo);
  });

  test.each(['?', '#', '/role', '../role', '..', 'ä ö', 'a%2Fb', "it's (*)!", '__proto__', 'con', 'a.b.c', `${'long'.repeat(60)}`])(
    'the role name %j is asked for safely and kept inside the folder',
    (name) =>
      withBench(
        async (bench) => {
          await bench.init();
          expect([await bench.download('some'), bench.said]).toEqual([0, []]);
          const quoted = encodeURIComponent(name).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
          expect(bench.repo.requests).toContain(`metadata/1.${quoted}.json`);
          expect(bench.trusted().length).toBe(5);
        },
        graph([['targets', name]], [[name, 'some']]),
      ),
  );

  const listed = (repo: Repository, link: JsonRecord) => void Object.assign(repo.part('snapshot', 'meta'), { 'A.json': link });
  const spoilt: readonly (readonly [string, string, (repo: Repository) => void])[] = [
    ['not in the snapshot', 'MALFORMED A.json snapshot', (repo) => delete repo.part('snapshot', 'meta')['A.json']],
    ['not there in the version of the snapshot', '2.A.json: the server has none', (repo) => listed(repo, { version: 2 })],
    [
      'another version than the snapshot says',
      'TAMPERED A.json version',
      (repo) => {
        listed(repo, { version: 2 });
        repo.overrides.set('metadata/2.A.json', repo.newest('A'));
      },
    ],
    [
      'unsigned',
      'TAMPERED A.json signatures',
      (repo) => {
        repo.signers.set('A', []);
        repo.sign('A');
        repo.published.set('A', (repo.published.get('A') ?? []).slice(-1));
      },
    ],
    [
      'expired',
      'REVIEW_OVERDUE A.json expires',
      (repo) => {
        repo.role('A').expires = '2026-11-21T00:00:00Z';
        repo.publish('A');
      },
    ],
    [
      'no targets file',
      'MALFORMED A.json type',
      (repo) => {
        repo.role('A')._type = 'snapshot';
        repo.publish('A');
      },
    ],
    ['gone', '1.A.json: the server has none', (repo) => void repo.overrides.set('metadata/1.A.json', 404)],
    ['of another hash', 'TAMPERED A.json hash', (repo) => listed(repo, { version: 1, hashes: { sha256: 'a'.repeat(64) } })],
  ];
  test.each(spoilt)('a role that is %s ends the search, though another has the target', (_, reason, spoil) => {
    const repo = graph(
      [
        ['targets', 'A'],
        ['targets', 'B'],
      ],
      [['B', 'file']],
    );
    spoil(repo);
    repo.publish('snapshot', 'timestamp');
    return withBench(async (bench) => {
      await bench.init();
      expect([await bench.refresh(), await bench.download('file'), bench.artifacts()]).toEqual([0, 1, []]);
      expect([bench.version('A'), bench.said]).toEqual([null, [reason]]);
    }, repo);
  });

  test('a delegated role may not go back, nor vanish from the snapshot', () => {
    const repo = graph([['targets', 'A']], [['A', 'file']]);
    repo.publish('A', 'snapshot', 'timestamp');
    return withBench(async (bench) => {
      await bench.init();
      expect(await bench.download('file')).toBe(0);
      repo.part('snapshot', 'meta')['A.json'] = { version: 1 };
      repo.publish('snapshot', 'timestamp');
      expect([await bench.refresh(), bench.said.at(-1)]).toEqual([1, expect.stringContaining('ROLLED_BACK')]);
      delete repo.part('snapshot', 'meta')['A.json'];
      repo.publish('snapshot', 'timestamp');
      expect([await bench.refresh(), bench.said.at(-1)]).toEqual([1, 'MALFORMED snapshot.json missing']);
    }, repo);
  });

  test('a stored role that has expired is used no more; its next version is', () => {
    const repo = graph(
      [['targets', 'A']],
      [
        ['A', 'one'],
        ['A', 'two'],
      ],
    );
    repo.role('A').expires = '2026-11-29T12:00:00Z';
    repo.publish('A', 'snapshot', 'timestamp');
    return withBench(async (bench) => {
      await bench.init();
      expect([await bench.download('one'), await bench.downloadAt(18, 'two')]).toEqual([0, 1]);
      repo.role('A').expires = '2026-12-20T12:00:00Z';
      repo.publish('A', 'snapshot', 'timestamp');
      expect([await bench.downloadAt(18, 'two'), bench.artifacts()]).toEqual([0, ['one of A', 'two of A']]);
    }, repo);
  });

  test('succinct bins end the search', () => {
    const paths = ['*/*'];
    const repo = graph(
      [
        ['targets', 'A', { paths }],
        ['targets', 'B', { paths }],
      ],
      [['B', 'a/b']],
    );
    const key = makeKey();
    repo.role('A').delegations = {
      keys: { [key.keyid]: key.json },
      succinct_roles: { keyids: [key.keyid], threshold: 1, bit_length: 1, name_prefix: 'bin' },
    };
    for (const bin of ['bin-0', 'bin-1']) {
      repo.addDelegate(bin, key);
      repo.publish(bin);
    }
    repo.role('A').version = 0;
    repo.published.delete('A');
    repo.publish('A', 'targets', 'snapshot', 'timestamp');
    return withBench(async (bench) => {
      await bench.init();
      expect([await bench.download('a/b'), asked(bench).map((name) => name.slice(0, 3))]).toEqual([1, ['A', 'bin']]);
    }, repo);
  });

  test('a role’s file may have five megabytes', () => {
    const repo = graph([['targets', 'A']], [['A', 'file']]);
    repo.overrides.set('metadata/1.A.json', Buffer.concat([repo.newest('A'), Buffer.alloc(4.5 * 1024 * 1024, ' ')]));
    return withBench(async (bench) => {
      await bench.init();
      expect([await bench.download('file'), bench.said]).toEqual([0, []]);
    }, repo);
  });
});
