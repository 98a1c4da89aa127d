// Runs Vitest and counts. Skipped tests are named, so that a run without some outside part says what it did not try.

import path from 'node:path';
import { startVitest } from 'vitest/node';
import { root } from './places.ts';
import { say } from './say.ts';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export async function runTests(project: 'unit' | 'commands' | 'torture' | 'e2e'): Promise<Counts> {
  const vitest = await startVitest('test', [], {
    root,
    config: path.join(root, '.ci', 'vitest.config.ts'),
    project: [project === 'unit' ? 'unit*' : project],
    run: true,
    watch: false,
    reporters: process.env.CI || project !== 'unit' ? ['default'] : ['dot'],
  });
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const module of vitest.state.getTestModules()) {
    // A file that cannot even be loaded has no tests to count: it must fail all the same.
    if (module.state() === 'failed' && [...module.children.allTests()].every((test) => test.result().state !== 'failed'))
      counts.failed += 1;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') counts.passed += 1;
      else if (state === 'failed') counts.failed += 1;
      else {
        counts.skipped += 1;
        say(`skipped: ${path.relative(root, module.moduleId)}: ${test.fullName}`);
      }
    }
  }
  // Faults outside any test (an unhandled rejection) fail the run too.
  counts.failed += vitest.state.getUnhandledErrors().length;
  if (counts.passed + counts.failed === 0) counts.failed += 1;
  await vitest.close();
  return counts;
}
