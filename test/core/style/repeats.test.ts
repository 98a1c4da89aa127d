import { expect, test } from 'vitest';
import { collectProblems } from '../../../content/core/guide/problem.ts';
import { repeatsIn, reportRepeats } from '../../../content/core/style/repeats.ts';
import { guideOf } from './styled.ts';

const same = 'The desk reads the account from eight until six on every day of the week and says so there.';
const of = (name: string, body: string) => guideOf(body, undefined, `pack/${name}.md`);

test('a stretch that stands in two guides is named once, with the other guide', () => {
  const [first, second] = [of('a', `${same}\n`), of('b', `Before that.\n\n- ${same.replace('The desk', 'THE desk')}\n`)];
  const repeats = repeatsIn([first, second]);
  expect(repeats.map(({ guide, other }) => [guide.path, other.path])).toEqual([['pack/b.md', 'pack/a.md']]);
  const { report, list } = collectProblems(second.path);
  reportRepeats(second, repeats, report);
  expect(list()).toEqual([
    expect.objectContaining({ severity: 'error', rule: 'said-twice', message: expect.stringContaining('"pack/a.md"') }),
  ]);
});

test.each([
  [
    'eleven words',
    'The desk reads the account from eight until six on every.',
    'The desk reads the account from eight until six on every.',
  ],
  ['a footnote', `One.[^a]\n\n[^a]: ${same}`, `Two.[^a]\n\n[^a]: ${same}`],
  ['code', `\`\`\`\n${same}\n\`\`\``, `\`\`\`\n${same}\n\`\`\``],
  ['how far to trust a guide', `> [!note] How far to trust this\n> ${same}`, `> [!note] How far to trust this\n> ${same}`],
])('%s may stand in two guides', (_, one, two) => {
  expect(repeatsIn([of('a', `${one}\n`), of('b', `${two}\n`)])).toEqual([]);
});

test('a guide may say something twice by itself', () => {
  expect(repeatsIn([of('a', `${same}\n\n${same}\n`)])).toEqual([]);
});

test('another note is no way around it', () => {
  const note = `> [!note] Hours\n> ${same}\n`;
  expect(repeatsIn([of('a', note), of('b', note)])).toHaveLength(1);
});
