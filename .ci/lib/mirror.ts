// Tests mirror the source, file for file. What may go without a test of its own is named here with the reason.
import { parseSync } from 'oxc-parser';
import type { Finding } from './files.ts';

const mirrored: readonly (readonly [source: string, test: string])[] = [
  ['content/core/', 'test/core/'],
  ['content/node/', 'test/node/'],
  ['content/cli/', 'test/cli/'],
  ['electron/', 'test/electron/'],
  ['renderer/', 'test/renderer/'],
];

// Entry points only join what is tested elsewhere, and run for real in every end-to-end test. Components are
// seen by the end-to-end tests of their screen, each of which ends with an accessibility check.
const exempt = [/^electron\/main\.ts$/, /^electron\/preload\.ts$/, /\.worker\.ts$/, /^content\/cli\/main\.ts$/, /^renderer\/.*\.tsx$/];

/** Tests of what several commands do together; they mirror no one file. */
const journeys = [/^test\/cli\/(?:drills|closed-loop)\.test\.ts$/];

export function checkMirror(files: readonly string[], read: (file: string) => string): Finding[] {
  const all = new Set(files);
  const findings: Finding[] = [];
  for (const [source, test] of mirrored) {
    for (const file of files.filter((name) => name.startsWith(source) && /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))) {
      const twin = file.replace(source, test).replace(/\.(tsx?)$/, '.test.$1');
      if (
        all.has(twin) ||
        all.has(twin.replace(/x$/, '')) ||
        exempt.some((pattern) => pattern.test(file)) ||
        declaresOnly(file, read(file))
      )
        continue;
      findings.push({ file, line: 1, message: `has no test at ${twin}` });
    }
    for (const file of files.filter((name) => name.startsWith(test) && /\.test\.tsx?$/.test(name))) {
      if (journeys.some((pattern) => pattern.test(file))) continue;
      const twin = file.replace(test, source).replace(/\.test\.(tsx?)$/, '.$1');
      if (!all.has(twin) && !all.has(`${twin}x`)) findings.push({ file, line: 1, message: `tests ${twin}, which is not there` });
    }
  }
  return findings;
}

/** Types and plain constants have nothing to run: no function, class or call in the file. */
function declaresOnly(file: string, source: string): boolean {
  const { program } = parseSync(file, source);
  const text = JSON.stringify(program.body);
  return !/"type":"(FunctionDeclaration|ArrowFunctionExpression|FunctionExpression|ClassDeclaration|CallExpression|NewExpression)"/.test(
    text,
  );
}
