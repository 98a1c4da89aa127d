// Random histories of a share and its readers: publish, sign badly, lose keys and rotate, keep and roll back, copy by
// halves, damage, stop an import, let time pass and clocks jump. After every import only published bytes can be read,
// nothing has gone back, and what was held still opens. A failing history is shortened and told with its seed.
import fc from 'fast-check';
import { World } from '../support/model-world.ts';
import { type Figures, inFolder, type SuiteOptions } from '../support/torture.ts';

// A history takes a fifth of a second: the short form is a minute of the ordinary run, the long one a quarter of an hour.
const runs = { short: 300, long: 5_000 } as const;
const steps = 50;

const replica = fc.nat(1);
const reader = fc.nat(2);

type Act = (world: World) => void | Promise<void>;
const act = <T extends unknown[]>(
  name: string,
  from: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
  run: (world: World, ...values: T) => void | Promise<void>,
) =>
  fc.tuple(...from).map((values): { readonly told: string; readonly run: Act } => ({
    told: `${name} ${values.join(' ')}`,
    run: (world) => run(world, ...(values as unknown as T)),
  }));

const acts = fc.oneof(
  { weight: 4, arbitrary: act('publish', [replica], (world, at: number) => world.publish(at, 'good')) },
  {
    weight: 1,
    arbitrary: act(
      'publish signed by',
      [replica, fc.constantFrom('too few' as const, 'strangers' as const)],
      (world, at: number, how: 'too few' | 'strangers') => world.publish(at, how),
    ),
  },
  {
    weight: 1,
    arbitrary: act('rotate', [replica, fc.integer({ min: 1, max: 5 })], (world, at: number, lost: number) => world.rotate(at, lost)),
  },
  { weight: 1, arbitrary: act('keep', [replica], (world, at: number) => world.keep(at)) },
  { weight: 1, arbitrary: act('roll back', [replica, fc.nat(5)], (world, at: number, to: number) => world.rollBack(at, to)) },
  {
    weight: 3,
    arbitrary: act('copy', [replica, fc.constantFrom(20, 50, 80, 100, 100)], (world, from: number, percent: number) =>
      world.copy(from, 1 - from, percent),
    ),
  },
  {
    weight: 2,
    arbitrary: act(
      'damage',
      [replica, fc.nat(60), fc.constantFrom('cut' as const, 'zeroes' as const, 'gone' as const, 'bit' as const)],
      (world, at: number, file: number, how: 'cut' | 'zeroes' | 'gone' | 'bit') => world.damage(at, file, how),
    ),
  },
  { weight: 1, arbitrary: act('pass', [fc.constantFrom(1, 10, 50, 420)], (world, days: number) => world.pass(days)) },
  {
    weight: 1,
    arbitrary: act('clock of', [reader, fc.constantFrom(0, 0, 1, -1, 45, -45, 4_000, -4_000)], (world, who: number, days: number) =>
      world.setClock(who, days),
    ),
  },
  { weight: 7, arbitrary: act('sync', [reader, replica], (world, who: number, at: number) => world.sync(who, at, null)) },
  {
    weight: 1,
    arbitrary: act('sync and stop', [reader, replica, fc.nat(4)], (world, who: number, at: number, after: number) =>
      world.sync(who, at, after),
    ),
  },
);

export async function modelSuite(options: SuiteOptions): Promise<Figures> {
  const wanted = options.count ?? runs[options.form];
  let [done, accepted, imports, acted] = [0, 0, 0, 0];
  const history = fc.array(acts, { minLength: steps, maxLength: steps, size: 'max' });
  const property = fc.asyncProperty(history, (list) =>
    inFolder(async (folder) => {
      const world = new World(folder);
      for (const { run } of list) {
        await run(world);
        acted += 1;
        if (world.broken.length > 0) throw new Error(world.broken.join('; '));
      }
      accepted += world.accepted;
      imports += world.imports;
      done += 1;
      options.onProgress?.(done, wanted);
    }),
  );
  const result = await fc.check(property, { seed: options.seed, numRuns: wanted });
  const told = result.counterexample?.[0].map(({ told: line }) => line).join(', ');
  const failures = result.failed
    ? [`seed ${result.seed}, path ${result.counterexamplePath}: ${String(result.errorInstance)}: ${told}`]
    : [];
  return { cases: result.numRuns, accepted, crashes: 0, failures, notes: { steps: acted, imports } };
}
