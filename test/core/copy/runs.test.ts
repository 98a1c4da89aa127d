import { describe, expect, test } from 'vitest';
import { copyDocument } from '../../../content/core/copy/document.ts';
import type { CopyRuns } from '../../../content/core/copy/model.ts';
import { guideAddress, linkNote, linkWords, plainRuns } from '../../../content/core/copy/runs.ts';

function runsIn(markdown: string): CopyRuns {
  const [part] = copyDocument(`---\ntitle: T\n---\n${markdown}\n\n## Steps\n`).parts;
  return part?.is === 'paragraph' ? part.runs : [];
}
const titles = { rules: 'House rules' };
const plain = (markdown: string): string =>
  plainRuns(runsIn(markdown), {
    link: (link, said) => linkNote(link, said, titles),
    picture: (alt) => `[${alt}]`,
    note: (number) => `(${number})`,
    lineBreak: '/',
  });

describe('words inside a block', () => {
  test.each([
    ['a **b** *c* ~~d~~ `e`', 'a b c d e'],
    ['one\ntwo', 'one two'],
    ['one\\\ntwo', 'one/two'],
    ['![A square](square.png)', '[A square]'],
    ['[web](https://example.org)', 'web (https://example.org)'],
    ['<https://example.org>', 'https://example.org'],
    ['<mail@example.org>', 'mail@example.org'],
    ['[ask us](mailto:mail@example.org)', 'ask us (mail@example.org)'],
    ['[see this](guide:rules)', 'see this (“House rules”, guides://guide/rules)'],
    ['[House rules](guide:rules#part)', 'House rules (guides://guide/rules)'],
    ['[see this](guide:constructor)', 'see this (guides://guide/constructor)'],
    ['[a **bold** link](https://example.org)', 'a bold link (https://example.org)'],
    ['[steps](#steps)', 'steps'],
    ['[bad](javascript:alert(1))', 'bad'],
    ['[bad](file:///etc/passwd)', 'bad'],
    ['[bad](//evil.example/x)', 'bad'],
  ])('%s', (markdown, words) => {
    expect(plain(markdown)).toBe(words);
  });

  test('keep their look, and neighbours of the same look are one', () => {
    expect(runsIn('a *b **c*** d&amp;e').map((run) => run.is === 'text' && [run.text, run.bold, run.italic])).toEqual([
      ['a ', false, false],
      ['b ', false, true],
      ['c', true, true],
      [' d&e', false, false],
    ]);
  });

  test('a link to a heading that is not there is words, and a path is no picture', () => {
    expect(runsIn('[lost](#nowhere)')[0]).toMatchObject({ link: null });
    expect(runsIn('[there](#steps)')[0]).toMatchObject({ link: { to: 'here', slug: 'steps' } });
    expect(runsIn('x ![a](../a.png)')[1]).toEqual({ is: 'picture', src: null, alt: 'a' });
  });

  test('a link has all its words, however it looks inside', () => {
    const runs = runsIn('[a **bold** link](guide:rules)');
    const last = runs.at(-1);
    expect(last?.is === 'text' && last.link && linkWords(runs, runs.length - 1, last.link)).toBe('a bold link');
    expect(guideAddress('rules')).toBe('guides://guide/rules');
  });
});
