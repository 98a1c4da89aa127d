// `npm run check`: what a developer runs all day: format, lint, types of every room, layers, mirror, contract,
// house rules, unit tests. Stops at nothing: every step runs, and the last line counts them.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkContract } from './lib/contract-check.ts';
import { projectFiles, read, report, sourceFiles } from './lib/files.ts';
import { checkHouse } from './lib/house.ts';
import { checkLayers } from './lib/layers.ts';
import { checkMirror } from './lib/mirror.ts';
import { root } from './lib/places.ts';
import { command, say } from './lib/say.ts';
import { type Counts, noCounts, runTests } from './lib/tests.ts';

interface Step {
  readonly name: string;
  readonly run: () => boolean;
}

const bin = (name: string) => path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const tool = (name: string, args: readonly string[]) =>
  spawnSync(bin(name), args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

const nodeRun = (...args: readonly string[]) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;

export const steps: readonly Step[] = [
  { name: 'format and lint', run: () => tool('biome', ['check', '--error-on-warnings', '.']) },
  { name: 'types', run: () => tool('tsc', ['-b']) },
  {
    name: 'layers',
    run: () =>
      report(
        'layers',
        sourceFiles().flatMap((file) => checkLayers(file, read(file))),
      ) === 0,
  },
  { name: 'mirror', run: () => report('mirror', checkMirror(projectFiles(), read)) === 0 },
  { name: 'contract', run: () => report('contract', checkContract(projectFiles(), read)) === 0 },
  { name: 'house', run: () => report('house', checkHouse(projectFiles(), read)) === 0 },
  { name: 'guides', run: () => nodeRun('.ci/guides.mjs', 'check', 'content/guides') },
];

/** Runs every static check; each counts as one test. */
export function runSteps(): Counts {
  const counts = { ...noCounts };
  const faults: string[] = [];
  for (const step of steps) {
    const started = performance.now();
    const fine = step.run();
    counts[fine ? 'passed' : 'failed'] += 1;
    if (!fine) faults.push(step.name);
    say(`${fine ? 'ok  ' : 'FAIL'} ${step.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  return { ...counts, faults };
}

export function main(): Promise<number> {
  return command(async () => {
    const counts = runSteps();
    const tests = await runTests('unit');
    for (const key of ['passed', 'failed', 'skipped'] as const) counts[key] += tests[key];
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    return counts.failed === 0 ? 0 : 1;
  });
}
