// Fails when a branch of core/trust is reached by none of its own tests. What other rooms' tests reach does not count.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './places.ts';
import { say } from './say.ts';
import { type Counts, noCounts } from './tests.ts';

const all = ['branches', 'statements', 'functions', 'lines'];

/** Counts as one test. */
export function checkTrustCoverage(): Counts {
  const begun = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'guides-coverage-'));
  try {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        path.join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        ...['run', '--config', path.join('.ci', 'vitest.config.ts'), '--project', 'unit', '--reporter', 'dot'],
        ...['test/core/trust', 'test/conformance'],
        ...['--coverage.enabled', '--coverage.provider=v8', '--coverage.include=content/core/trust/*.ts'],
        // It has only types.
        '--coverage.exclude=content/core/trust/model.ts',
        ...['--coverage.reporter=text', `--coverage.reportsDirectory=${folder}`],
        ...all.map((name) => `--coverage.thresholds.${name}=100`),
      ],
      { cwd: root, encoding: 'utf8' },
    );
    // The report and the thresholds come last; the lines of dots before them say nothing.
    if (status !== 0) say(`${stdout}\n${stderr}`.split('\n').slice(-25).join('\n'));
    say(`${status === 0 ? 'ok  ' : 'FAIL'} every branch of core/trust is tested (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
    return status === 0 ? { ...noCounts, passed: 1 } : { ...noCounts, failed: 1, faults: ['coverage of core/trust'] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
