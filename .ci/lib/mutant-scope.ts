// What is mutated, and by which tests it has to be noticed.
import { projectFiles } from './files.ts';

/** Not `model.ts`, which has only types. */
export function mutationFiles(): string[] {
  return projectFiles().filter((file) => /^content\/core\/trust\/[a-z-]+\.ts$/.test(file) && !file.endsWith('/model.ts'));
}

/** The conformance tests that run in this process; the executable's own would run what is not mutated. */
export function mutationTests(): string[] {
  return projectFiles().filter(
    (file) => /^test\/(?:core\/trust|conformance)\/[a-z-]+\.test\.ts$/.test(file) && !file.endsWith('/process.test.ts'),
  );
}
