import { describe, expect, test } from 'vitest';
import { withBench } from './bench.ts';
import { asked, type Edge, graph } from './graph.ts';
import { makeKey, Repository, sha256 } from './simulator.ts';

describe('the search through delegations', () => {
  const terminating = { terminating: true };
  const python = { paths: ['*.py'] };
  const walks: readonly (readonly [string, readonly Edge[], readonly string[]])[] = [
    ['one role', [['targets', 'A']], ['A']],
    [
      'two roles',
      [
        ['targets', 'A'],
        ['targets', 'B'],
      ],
      ['A', 'B'],
    ],
    [
      'two levels',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['B', 'C'],
      ],
      ['A', 'B', 'C'],
    ],
    [
      'depth first',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C'],
        ['A', 'D'],
      ],
      ['A', 'C', 'D', 'B'],
    ],
    [
      'three levels',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C'],
        ['C', 'D'],
      ],
      ['A', 'C', 'D', 'B'],
    ],
    [
      'a terminating role ends it',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C', terminating],
        ['A', 'D'],
      ],
      ['A', 'C'],
    ],
    [
      'below a terminating role it goes on',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C', terminating],
        ['C', 'D'],
      ],
      ['A', 'C', 'D'],
    ],
    [
      'a terminating role that does not match ends nothing',
      [
        ['targets', 'A', { ...python, ...terminating }],
        ['targets', 'B'],
      ],
      ['B'],
    ],
    [
      'branches that do not match',
      [
        ['targets', 'A', python],
        ['targets', 'B'],
        ['A', 'C'],
      ],
      ['B'],
    ],
    [
      'deeper branches that do not match',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C', python],
        ['C', 'D'],
      ],
      ['A', 'B'],
    ],
    [
      'a circle',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['B', 'C'],
        ['C', 'D'],
        ['D', 'B'],
      ],
      ['A', 'B', 'C', 'D'],
    ],
    [
      'a role that names itself',
      [
        ['targets', 'A'],
        ['A', 'A'],
      ],
      ['A'],
    ],
    [
      'one role of two delegators',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['B', 'C'],
        ['A', 'C'],
      ],
      ['A', 'C', 'B'],
    ],
    [
      'one role of two delegators with other paths',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['B', 'C'],
        ['A', 'C', python],
      ],
      ['A', 'B', 'C'],
    ],
    [
      'names that are numbers keep their order',
      [
        ['targets', '9'],
        ['targets', '1'],
      ],
      ['9', '1'],
    ],
  ];
  test.each(walks)('%s', (_, edges, order) =>
    withBench(async (bench) => {
      await bench.init();
      expect(await bench.download('missing')).toBe(1);
      expect([asked(bench), bench.said]).toEqual([order, ['missing: no role has such a target']]);
    }, graph(edges)),
  );

  test('looks at no more than 32 roles', () =>
    withBench(
      async (bench) => {
        await bench.init();
        expect([await bench.download('missing'), asked(bench).length]).toEqual([1, 32]);
      },
      graph(Array.from({ length: 40 }, (_, index) => ['targets', `role${index}`] as const)),
    ));

  const tree: readonly Edge[] = [
    ['targets', 'A', { paths: ['*.doc', '*.md'] }],
    ['targets', 'B', { paths: ['releases/*/*'] }],
    ['B', 'C', { paths: ['releases/x/*'] }],
    ['B', 'D', { paths: ['releases/y/*.zip'] }],
  ];
  const held = [
    ['targets', 'plain'],
    ['A', 'README.md'],
    ['C', 'releases/x/one'],
    ['D', 'releases/y/two.zip'],
    ['D', 'releases/z/three.zip'],
  ] as const;
  const searches: readonly (readonly [string, number, readonly string[]])[] = [
    ['plain', 0, []],
    ['README.md', 0, ['A']],
    ['releases/x/one', 0, ['B', 'C']],
    ['releases/y/two.zip', 0, ['B', 'D']],
    ['releases/z/three.zip', 1, ['B']],
    ['releases/x/deep/one', 1, []],
  ];
  test.each(searches)('finds %s: %d by way of %j', (path, code, order) =>
    withBench(
      async (bench) => {
        await bench.init();
        expect([await bench.download(path), asked(bench)]).toEqual([code, order]);
        expect(bench.artifacts().length).toBe(1 - code);
      },
      graph(tree, held),
    ),
  );

  test('hash prefixes choose the role', () => {
    const [left, right] = [
      ['0', '1', '2', '3', '4', '5', '6', '7'],
      ['8', '9', 'a', 'b', 'c', 'd', 'e', 'f'],
    ];
    const path = 'folder/some file';
    const holder = left.includes(sha256(Buffer.from(path))[0] ?? '') ? 'left' : 'right';
    const repo = graph(
      [
        ['targets', 'left', { prefixes: left }],
        ['targets', 'right', { prefixes: right }],
      ],
      [[holder, path]],
    );
    return withBench(async (bench) => {
      await bench.init();
      expect([await bench.download(path), asked(bench)]).toEqual([0, [holder]]);
    }, repo);
  });

  test('succinct bins: the one bin is asked for, under one key for all', () => {
    const repo = new Repository();
    const key = makeKey('ecdsa');
    repo.role('targets').delegations = {
      keys: { [key.keyid]: key.json },
      succinct_roles: { keyids: [key.keyid], threshold: 1, bit_length: 10, name_prefix: 'bin' },
    };
    const index = Number.parseInt(sha256(Buffer.from('a/b')).slice(0, 8), 16) >>> 22;
    const bin = `bin-${index.toString(16).padStart(3, '0')}`;
    repo.addDelegate(bin, key);
    repo.addTarget(bin, 'a/b', 'binned');
    repo.publish(bin, 'targets', 'snapshot', 'timestamp');
    return withBench(async (bench) => {
      await bench.init();
      expect([await bench.download('a/b'), asked(bench), bench.artifacts()]).toEqual([0, [bin], ['binned']]);
    }, repo);
  });
});
