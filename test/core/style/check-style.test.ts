import { expect, test } from 'vitest';
import { checkStyle } from '../../../content/core/style/check-style.ts';
import { cleanBody, guideOf } from './styled.ts';

test('two guides in good order pass', () => {
  const second = cleanBody
    .replaceAll('duty desk', 'control room at night')
    .replaceAll(' list ', ' page ')
    .replace('Open an account', 'Close it');
  expect(checkStyle([guideOf(cleanBody), guideOf(second, undefined, 'pack/z.md')])).toEqual([]);
});

test('what every rule says comes together, by file and line', () => {
  const problems = checkStyle([
    guideOf(`${cleanBody}\nPlease.\n`, undefined, 'pack/z.md'),
    guideOf(cleanBody.replace('## Steps', '## Steps\n\nYou must, at 07911 123456.'), undefined, 'pack/a.md'),
  ]);
  expect(problems.map(({ file, rule }) => `${file} ${rule}`).slice(0, 3)).toEqual([
    'pack/a.md must-outside',
    'pack/a.md personal-data',
    'pack/z.md said-twice',
  ]);
  expect(problems.some(({ rule }) => rule === 'word-avoid')).toBe(true);
});
