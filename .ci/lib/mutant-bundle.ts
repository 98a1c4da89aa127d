// One program of the tests and of the sources with all their mutants, for .ci/lib/mutant-process.ts to run.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { withSwitches } from './mutant-switch.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { root } from './places.ts';

const runner = path.join(root, '.ci', 'lib', 'mutant-tests.ts');

export function findMutants(files: readonly string[]): Mutant[] {
  const all: Mutant[] = [];
  // Number 0 stands for no mutant at all.
  for (const file of files) all.push(...mutantsOf(file, readFileSync(path.join(root, file), 'utf8'), all.length + 1));
  return all;
}

/** @returns the program's file; it must stay below the packages that it asks for. */
export async function bundleMutants(mutants: readonly Mutant[], tests: readonly string[]): Promise<string> {
  const folder = path.join(root, 'node_modules', '.cache', 'mutants');
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `tests-${process.pid}.mjs`);
  const files = new Set(mutants.map(({ file }) => path.join(root, file)));
  const loads = tests.map((file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(path.join(root, file))}),`);
  await build({
    stdin: { contents: `import { serve } from ${JSON.stringify(runner)};\nawait serve({ ${loads.join('\n')} });`, resolveDir: root },
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'error',
    plugins: [switches(mutants, files)],
  });
  return outfile;
}

const switches = (mutants: readonly Mutant[], files: ReadonlySet<string>): Plugin => ({
  name: 'mutants',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^vitest$/ }, ({ importer }) => (importer === runner ? { path: 'vitest', external: true } : { path: runner }));
    onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      if (!files.has(file)) return undefined;
      const source = readFileSync(file, 'utf8');
      const own = mutants.filter((mutant) => path.join(root, mutant.file) === file);
      return { contents: withSwitches(source, own), loader: 'ts' };
    });
  },
});
