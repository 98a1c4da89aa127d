import { expect, test } from 'vitest';
import { doctorHelp, statusHelp, syncHelp } from '../../content/cli/help-sync.ts';

test.each([
  ['sync', syncHelp],
  ['status', statusHelp],
  ['doctor', doctorHelp],
])('the help of %s has usage, exit codes and an example, and fits a terminal', (name, text) => {
  for (const part of [`guides ${name} - `, '\nUsage\n', '\nExit codes\n', '\nJSON\n', '\nExamples\n']) expect(text).toContain(part);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});
