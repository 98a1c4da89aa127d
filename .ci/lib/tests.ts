// Runs Vitest and counts. Skipped tests are named, so that a run without some outside part says what it did not try.

import path from 'node:path';
import { startVitest } from 'vitest/node';
import { root } from './places.ts';
import { say } from './say.ts';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, a line each: said again at the end, where somebody looks first. */
  faults: readonly string[];
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0, faults: [] };
// The first line says what was expected; more is where the test ran.
const firstLine = (message: string): string => message.split('\n')[0]?.slice(0, 300) ?? '';

export async function runTests(project: 'unit' | 'commands' | 'torture' | 'e2e'): Promise<Counts> {
  const vitest = await startVitest('test', [], {
    root,
    config: path.join(root, '.ci', 'vitest.config.ts'),
    project: [project === 'unit' ? 'unit*' : project],
    run: true,
    watch: false,
    reporters: process.env.CI || project !== 'unit' ? ['default'] : ['dot'],
  });
  const counts = { ...noCounts };
  const faults: string[] = [];
  for (const module of vitest.state.getTestModules()) {
    // A file that cannot even be loaded has no tests to count: it must fail all the same.
    const file = path.relative(root, module.moduleId);
    if (module.state() === 'failed' && [...module.children.allTests()].every((test) => test.result().state !== 'failed')) {
      counts.failed += 1;
      faults.push(`${file}: ${module.errors().map(({ message }) => firstLine(message))[0] ?? 'not loaded, or a hook failed'}`);
    }
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result();
      if (state === 'passed') counts.passed += 1;
      else if (state === 'failed') {
        counts.failed += 1;
        faults.push(`${file}: ${test.fullName}: ${firstLine(errors?.[0]?.message ?? '')}`);
      } else {
        counts.skipped += 1;
        say(`skipped: ${file}: ${test.fullName}`);
      }
    }
  }
  // Faults outside any test (an unhandled rejection) fail the run too.
  for (const thrown of vitest.state.getUnhandledErrors()) {
    counts.failed += 1;
    faults.push(`outside of any test: ${firstLine(thrown instanceof Error ? thrown.message : String(thrown))}`);
  }
  if (counts.passed + counts.failed === 0) {
    counts.failed += 1;
    faults.push(`${project}: nothing ran`);
  }
  await vitest.close();
  return { ...counts, faults };
}
