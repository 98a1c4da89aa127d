// The executable as the conformance suite calls it: one process for each command, the suite's order of arguments, a
// folder of its own below the server, and the clock moved by faketime.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Bench, withBench } from './bench.ts';
import { day, hangUp, makeKey, Repository } from './simulator.ts';

const client = path.join(import.meta.dirname, 'client');
const hasFaketime = spawnSync('faketime', ['--version'], { stdio: 'ignore' }).status === 0;
/** A start takes a third of a second; a machine that is busy, much more. */
const patience = 60_000;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Calling {
  readonly env?: NodeJS.ProcessEnv;
  readonly command?: string;
  /** Days by which the clock is moved. */
  readonly days?: number;
}

const suiteTime = (days: number): string => new Date(Date.now() + days * day).toISOString().replace('T', ' ').replace('Z', '123+00:00');

function run(args: readonly string[], { env = process.env, command = client, days }: Calling = {}): Promise<Ended> {
  const line = days === undefined ? [command, ...args] : ['faketime', suiteTime(days), command, ...args];
  const child = spawn(line[0] ?? '', line.slice(1), { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'], timeout: patience / 2 });
  const said = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

const fromNow = (days: number): string => `${new Date(Date.now() + days * day).toISOString().slice(0, 19)}Z`;

/** Good for 30 days of the real clock, with the kind of key that the suite uses. */
function repository(): Repository {
  const repo = new Repository();
  for (const name of ['root', 'timestamp', 'snapshot', 'targets']) {
    repo.setKeys(name, [makeKey('ecdsa')]);
    repo.role(name).expires = fromNow(30);
    repo.role(name).version = 0;
  }
  repo.published.clear();
  repo.addTarget('targets', 'path/to/é?.txt', 'content');
  repo.publish('root', 'targets', 'snapshot', 'timestamp');
  return repo;
}

const inSuite = (use: (bench: Bench, suite: ReturnType<typeof suiteOf>) => Promise<void>) =>
  withBench((bench) => use(bench, suiteOf(bench)), repository());

function suiteOf(bench: Bench) {
  const base = `${bench.url}/test_name%5Bcase%20%2F%201%5D`;
  const metadata = path.join(bench.folder, 'metadata');
  const repo = ['--metadata-url', `${base}/metadata/`, '--metadata-dir', metadata];
  return {
    init: (calling?: Calling) => {
      const root = path.join(bench.folder, 'initial_root.json');
      writeFileSync(root, bench.repo.published.get('root')?.[0] ?? '');
      return run(['--metadata-dir', metadata, 'init', root], calling);
    },
    refresh: (calling?: Calling) => run([...repo, 'refresh'], calling),
    download: (name: string, calling?: Calling) => {
      const where = ['--target-dir', path.join(bench.folder, 'targets'), '--target-base-url', `${base}/targets/`];
      return run([...repo, '--target-name', name, ...where, 'download'], calling);
    },
  };
}

const done: Ended = { code: 0, out: '', err: '' };

describe('the command as a process', () => {
  test(
    'does all three commands from another folder, and says nothing when all is well',
    () =>
      inSuite(async (bench, suite) => {
        expect(await suite.init()).toEqual(done);
        expect(await suite.refresh()).toEqual(done);
        expect([await suite.download('path/to/é?.txt'), bench.artifacts()]).toEqual([done, ['content']]);
        expect(bench.trusted()).toEqual(['root 1', 'snapshot 1', 'targets 1', 'timestamp 1']);
        expect(await suite.download('nothing')).toEqual({ code: 1, out: '', err: 'nothing: no role has such a target\n' });
      }),
    patience,
  );

  test(
    'a server that hangs up in place of an answer ends it with 1, and is asked once',
    () =>
      inSuite(async (bench, suite) => {
        await suite.init();
        bench.repo.overrides.set('metadata/timestamp.json', hangUp);
        const { code, err } = await suite.refresh();
        expect([code, bench.repo.requests]).toEqual([1, ['metadata/2.root.json', 'metadata/timestamp.json']]);
        expect(err).toContain('socket hang up');
      }),
    patience,
  );

  const bare = { PATH: process.env.PATH };
  const odd: readonly (readonly [string, Calling])[] = [
    ['nothing but PATH', { env: bare }],
    ['no home and no temporary folder', { env: { ...bare, HOME: '/nowhere', TMPDIR: '/nowhere' } }],
    ['a temporary folder that cannot be written', { env: { ...bare, HOME: '/proc', TMPDIR: '/proc' } }],
  ];
  test.each(odd)(
    'starts with %s',
    (_, calling) =>
      inSuite(async (_bench, suite) => {
        expect([await suite.init(calling), await suite.refresh(calling)]).toEqual([done, done]);
      }),
    patience,
  );

  test(
    'starts through a link in another folder',
    () =>
      inSuite(async ({ folder }, suite) => {
        mkdirSync(path.join(folder, 'bin'));
        const command = path.join(folder, 'bin', 'my client');
        symlinkSync(client, command);
        expect(await suite.init({ command })).toEqual(done);
      }),
    patience,
  );
});

describe.skipIf(!hasFaketime)('under faketime (apt package faketime)', () => {
  test(
    'a root that has expired by the moved clock stops the refresh',
    () =>
      inSuite(async (bench, suite) => {
        await suite.init();
        bench.repo.role('root').expires = fromNow(7);
        bench.repo.publish('root');
        expect(await suite.refresh({ days: 6 })).toEqual(done);
        bench.repo.requests.length = 0;
        expect(await suite.refresh({ days: 8 })).toMatchObject({ code: 1, err: 'ROOT_STALE root.json expires\n' });
        expect([bench.repo.requests, bench.version('root')]).toEqual([['metadata/3.root.json'], 2]);
      }),
    patience,
  );

  test(
    'stored files that have expired by the moved clock lead to newer ones',
    () =>
      inSuite(async (bench, suite) => {
        await suite.init();
        bench.repo.role('timestamp').expires = fromNow(7);
        bench.repo.publish('timestamp');
        expect(await suite.refresh()).toEqual(done);
        expect((await suite.refresh({ days: 18 })).code).toBe(1);
        bench.repo.role('timestamp').expires = fromNow(21);
        bench.repo.publish('targets', 'snapshot', 'timestamp');
        expect(await suite.refresh({ days: 18 })).toEqual(done);
        expect(bench.trusted()).toEqual(['root 1', 'snapshot 2', 'targets 2', 'timestamp 3']);
      }),
    patience,
  );

  test.each([-3000, -1, 29, 12_000])(
    'neither hangs nor crashes when the clock is moved by %d days',
    (days) =>
      inSuite(async (bench, suite) => {
        expect(await suite.init({ days })).toEqual(done);
        const { code, err } = await suite.download('path/to/é?.txt', { days });
        expect([code, err]).toEqual(days > 30 ? [1, 'ROOT_STALE root.json expires\n'] : [0, '']);
        expect(bench.artifacts()).toEqual(days > 30 ? [] : ['content']);
      }),
    patience,
  );
});
