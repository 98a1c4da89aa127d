import { describe, expect, test } from 'vitest';
import { withBench } from './bench.ts';
import { type KeyKind, makeKey, type TestKey } from './simulator.ts';

const pool = Array.from({ length: 10 }, () => makeKey());
const pick = (numbers: readonly number[]): TestKey[] => numbers.flatMap((number) => pool[number] ?? []);
const all = ['targets', 'snapshot', 'timestamp'] as const;

interface Step {
  readonly keys: readonly number[];
  readonly threshold: number;
  readonly signers: readonly number[];
}
const step = (keys: readonly number[], threshold: number, signers: readonly number[]): Step => ({ keys, threshold, signers });
const five = [0, 1, 2, 3, 4];
const fiveOther = [0, 1, 3, 4, 5];

describe('a chain of roots', () => {
  const chains: readonly (readonly [string, boolean, readonly Step[]])[] = [
    ['one key for another', true, [step([1], 1, [1]), step([2], 1, [2, 1]), step([2], 1, [2])]],
    ['with signatures of strangers', true, [step([1], 1, [3, 1, 4]), step([2], 1, [3, 2, 1, 4]), step([2], 1, [3, 2, 4])]],
    ['any three of five', true, [step(five, 3, [0, 2, 4]), step(five, 3, [0, 4, 1]), step(five, 3, [0, 1, 3])]],
    ['one of five replaced', true, [step(five, 3, [0, 2, 4]), step(fiveOther, 3, [0, 4, 1])]],
    [
      'one of five replaced with a step between',
      true,
      [step(five, 3, [0, 2, 4]), step(fiveOther, 3, [0, 2, 4, 5]), step(fiveOther, 3, [0, 4, 5])],
    ],
    [
      'all of five replaced',
      true,
      [step(five, 3, [0, 2, 4]), step([5, 6, 7, 8, 9], 3, [0, 2, 4, 5, 6, 7]), step([5, 6, 7, 8, 9], 3, [5, 6, 7])],
    ],
    ['threshold one to two', true, [step([1, 2, 3], 1, [1]), step([1, 2, 3], 2, [1, 2])]],
    ['threshold two to one', true, [step([1, 2, 3], 2, [1, 2]), step([1, 2, 3], 1, [1, 2]), step([1, 2, 3], 1, [1])]],
    ['one of one to two of two', true, [step([1], 1, [1]), step([1, 2], 2, [1, 2])]],
    ['not signed by the old key', false, [step([1], 1, [1]), step([2], 1, [2, 3, 4])]],
    ['not signed by the new key', false, [step([1], 1, [1]), step([2], 1, [1, 3, 4])]],
    ['two of the three new ones needed', false, [step(five, 3, [0, 2, 4]), step(fiveOther, 3, [0, 2, 4])]],
    ['two of the three old ones needed', false, [step(five, 3, [0, 2, 4]), step(fiveOther, 3, [0, 4, 5])]],
    ['the new threshold not reached', false, [step([1, 2, 3], 1, [1]), step([1, 2, 3], 2, [2])]],
    ['the old threshold not reached', false, [step([1, 2, 3], 2, [1, 2]), step([1, 2, 3], 1, [1])]],
  ];
  test.each(chains)('%s: %s', (_, accepted, steps) =>
    withBench(async (bench) => {
      const { repo } = bench;
      repo.published.delete('root');
      repo.role('root').version = 0;
      for (const { keys, threshold, signers } of steps) {
        repo.setKeys('root', pick(keys), threshold, pick(signers));
        repo.publish('root');
      }
      expect(await bench.init()).toBe(0);
      expect([await bench.refresh(), bench.version('root')]).toEqual(accepted ? [0, steps.length] : [1, steps.length - 1]);
    }),
  );

  test(
    'no more than 256 roots in one update; the next update goes on',
    () =>
      withBench(async (bench) => {
        for (let count = 0; count < 260; count++) bench.repo.publish('root');
        await bench.init();
        expect([await bench.refresh(), bench.version('root')]).toEqual([0, 257]);
        expect([await bench.refresh(), bench.version('root')]).toEqual([0, 261]);
      }),
    60_000,
  );
});

describe('keys of the other roles', () => {
  const steps: readonly (readonly [string, boolean, Step])[] = [
    ['a new key', true, step([2], 1, [2])],
    ['strangers beside it', true, step([1], 1, [3, 1, 4])],
    ['strangers only', false, step([2], 1, [1, 3, 4])],
    ['two of three, and a stranger', false, step(fiveOther, 3, [0, 2, 4])],
    ['two of three', false, step(fiveOther, 3, [0, 4])],
    ['three of five', true, step(five, 3, [0, 2, 4])],
    ['three others of five', true, step(five, 3, [4, 1, 3])],
  ];
  const cases = all.flatMap((role) => steps.map(([name, accepted, given]) => [role, name, accepted, given] as const));
  test.each(cases)('%s with %s: %s', (role, _, accepted, { keys, threshold, signers }) =>
    withBench(async (bench) => {
      await bench.init();
      await bench.refresh();
      bench.repo.setKeys(role, pick(keys), threshold, pick(signers));
      bench.repo.publish('root', ...all);
      expect([await bench.refresh(), bench.version(role)]).toEqual(accepted ? [0, 2] : [1, 1]);
    }),
  );

  test.each(['ed25519', 'rsa', 'ecdsa', 'ecdsa-sha2-nistp256'] as const)(
    '%s signs, and a wrong signature of its kind does not',
    (kind: KeyKind) =>
      withBench(async (bench) => {
        const { repo } = bench;
        await bench.init();
        const [old, added] = [repo.signers.get('root') ?? [], makeKey(kind)];
        repo.setKeys('root', [...old, added], 2);
        for (const role of all) repo.setKeys(role, [added]);
        repo.publish('root', ...all);
        expect([await bench.refresh(), bench.version('root'), bench.said]).toEqual([0, 2, []]);
        const stray = { ...added, sign: (bytes: Uint8Array) => added.sign(bytes.slice(1)) };
        repo.signers.set('root', [...old, stray]);
        repo.publish('root');
        expect([await bench.refresh(), bench.version('root')]).toEqual([1, 2]);
      }),
  );

  test('key ids are labels: any text will do', () =>
    withBench(async (bench) => {
      await bench.init();
      bench.repo.setKeys('timestamp', [{ ...makeKey(), keyid: 'my own é / id' }]);
      bench.repo.publish('root', 'timestamp');
      expect([await bench.refresh(), bench.version('timestamp')]).toEqual([0, 2]);
    }));

  test('one key under two ids is one signer', () =>
    withBench(async (bench) => {
      await bench.init();
      const key = makeKey();
      bench.repo.setKeys('snapshot', [key, { ...key, keyid: 'again' }], 2);
      bench.repo.publish('root', ...all);
      expect([await bench.refresh(), bench.said.at(-1)]).toEqual([1, 'TAMPERED snapshot.json signatures']);
    }));

  test('the same id twice in a role is no root', () =>
    withBench(async (bench) => {
      await bench.init();
      const key = makeKey();
      bench.repo.setKeys('snapshot', [key, key], 2);
      bench.repo.publish('root', ...all);
      expect([await bench.refresh(), bench.version('root')]).toEqual([1, 1]);
    }));

  test('two signatures under one id are refused', () =>
    withBench(async (bench) => {
      await bench.init();
      const key = makeKey();
      bench.repo.setKeys('timestamp', [key, makeKey()], 2, [key, key]);
      bench.repo.publish('root', 'timestamp');
      expect([await bench.refresh(), bench.version('timestamp')]).toEqual([1, null]);
    }));

  test('an id without its key is passed over', () =>
    withBench(async (bench) => {
      await bench.init();
      const key = makeKey();
      bench.repo.setKeys('timestamp', [key, makeKey()], 1, [key]);
      delete bench.repo.part('root', 'keys')[Object.keys(bench.repo.part('root', 'keys')).at(-1) ?? ''];
      bench.repo.publish('root', 'timestamp');
      expect([await bench.refresh(), bench.version('timestamp')]).toEqual([0, 2]);
    }));

  test.each(['', 'zz', 'ab'.repeat(2_000)])('the signature %j counts for nothing beside a good one', (sig) =>
    withBench(async (bench) => {
      await bench.init();
      const [good, empty] = [makeKey(), { ...makeKey(), sign: () => sig }];
      bench.repo.setKeys('timestamp', [empty, good], 1);
      bench.repo.publish('root', 'timestamp');
      expect([await bench.refresh(), bench.version('timestamp')]).toEqual([0, 2]);
    }),
  );
});
