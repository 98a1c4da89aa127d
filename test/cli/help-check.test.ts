import { expect, test } from 'vitest';
import { checkHelp } from '../../content/cli/help-check.ts';

test('the page of check names the file of answers and every kind of rule', () => {
  for (const words of ['style-answers.yml', 'form', 'sources', 'reading', 'repeats', 'people']) expect(checkHelp).toContain(words);
});
