import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  affectedParts,
  type ChangedParagraph,
  type ChangedTable,
  changesBetween,
  isChanged,
  runsBetween,
} from '../../content/node/word-changes.ts';
import { plainRun, type Run, textOf, type Unit, unitsOf } from '../../content/node/word-units.ts';

const words = { callout: (kind: string) => kind, picture: 'Picture' };
const between = (old: string, next: string) =>
  changesBetween(unitsOf(old, words), unitsOf(next, words)).filter(
    (change) => change.is === 'table' || !['title', 'summary'].includes(change.unit.style),
  );
const runsSaid = (runs: readonly (Run & { readonly fate: string })[]) => runs.map(({ fate, text }) => `${fate[0]}:${text}`).join('|');
const said = (changes: readonly (ChangedParagraph | ChangedTable)[]) =>
  changes.map((change) => (change.is === 'paragraph' ? `${change.fate} ${runsSaid(change.runs)}` : `${change.fate} table`));

describe('two texts as one with its changes', () => {
  test.each([
    ['words in a paragraph', 'You may hide it.', 'You must hide it.', ['same s:You |d:may|i:must|s: hide it.']],
    ['a phrase is not torn at its spaces', 'a b c d e', 'a x y d e', ['same s:a |d:b c|i:x y|s: d e']],
    ['a paragraph more', 'One here.', 'One here.\n\nTwo there.', ['same s:One here.', 'inserted i:Two there.']],
    ['a paragraph less', 'One here.\n\nTwo there.', 'Two there.', ['deleted d:One here.', 'same s:Two there.']],
    ['nothing alike', 'Red apples fall.', 'Ships sail far.', ['deleted d:Red apples fall.', 'inserted i:Ships sail far.']],
    ['a heading that becomes a paragraph', '## Keep it', 'Keep it', ['deleted d:Keep it', 'inserted i:Keep it']],
    [
      'a paragraph that grows at its end, before a new one, does not end with what comes',
      'One here.',
      'One here. And more.\n\nTwo there.',
      ['same s:One |i:here. And more.|d:here.', 'inserted i:Two there.'],
    ],
    [
      'nor one that is cut, before one that goes',
      'One here. And more.\n\nTwo there.',
      'One here.',
      ['same s:One |d:here. And more.|i:here.', 'deleted d:Two there.'],
    ],
    ['bold is another word', 'You may go', 'You **may** go', ['same s:You |d:may|i:may|s: go']],
  ])('%s', (_, old, next, expected) => expect(said(between(old, next))).toEqual(expected));

  test('rows of a table come and go, and cells change inside', () => {
    const table = (...rows: readonly string[]) => `| See | Do |\n| --- | --- |\n${rows.map((row) => `| ${row} |`).join('\n')}\n`;
    const [change] = between(table('Abuse | Hide it', 'Spam | Delete'), table('Abuse | Keep it', 'Threats | Report'));
    const rows = change?.is === 'table' ? change.rows : [];
    expect(rows.map(({ fate, cells }) => [fate, ...cells.map(runsSaid)])).toEqual([
      ['same', 's:See', 's:Do'],
      ['same', 's:Abuse', 'd:Hide|i:Keep|s: it'],
      ['deleted', 'd:Spam', 'd:Delete'],
      ['inserted', 'i:Threats', 'i:Report'],
    ]);
  });

  test('a table with another number of columns is another table', () => {
    expect(said(between('| a |\n| --- |\n| b |', '| a | c |\n| --- | --- |\n| b | d |'))).toEqual(['deleted table', 'inserted table']);
  });

  const word = fc.constantFrom('may', 'must', 'hide', 'it', ' ', '\n', 'ŵ', '.', '–');
  const runs = fc.array(
    fc.tuple(fc.array(word, { minLength: 1, maxLength: 5 }), fc.boolean()).map(([parts, bold]) => ({ ...plainRun(parts.join('')), bold })),
    { maxLength: 6 },
  );
  test('no word is lost on either side, whatever changes', () => {
    fc.assert(
      fc.property(runs, runs, (old, next) => {
        const changed = runsBetween(old, next);
        const side = (fate: string) =>
          changed
            .filter((run) => run.fate !== fate)
            .map(({ text, bold }) => [...text].map((sign) => `${sign}${bold}`).join(''))
            .join('');
        const whole = (all: readonly Run[]) => all.map(({ text, bold }) => [...text].map((sign) => `${sign}${bold}`).join('')).join('');
        expect(side('inserted')).toBe(whole(old));
        expect(side('deleted')).toBe(whole(next));
      }),
    );
  });

  const block = fc.constantFrom(
    'One here.',
    'One there.',
    '## Head',
    '- item one',
    '- item two',
    '| a |\n| --- |\n| b |',
    '> [!must]\n> do it',
    'Ships sail far.',
  );
  test('no paragraph is lost on either side, in any order', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), fc.array(block, { maxLength: 8 }), (old, next) => {
        const [before, after] = [unitsOf(old.join('\n\n'), words), unitsOf(next.join('\n\n'), words)];
        const changed = changesBetween(before, after);
        const lines = (units: readonly Unit[]) => units.flatMap((unit) => textOf(unit).split(/[\n\t]/));
        const side = (fate: string) =>
          changed.flatMap((change) => {
            if (change.fate === fate) return [];
            const kept = (all: readonly (Run & { readonly fate: string })[]) =>
              all
                .filter((run) => run.fate !== fate)
                .map(({ text }) => text)
                .join('');
            return change.is === 'paragraph'
              ? [kept(change.runs)]
              : change.rows.flatMap((row) => (row.fate === fate ? [] : row.cells.map(kept)));
          });
        expect(side('inserted')).toEqual(lines(before));
        expect(side('deleted')).toEqual(lines(after));
      }),
    );
  });
});

describe('what is shown of a long guide', () => {
  const long = `Top.\n\n${Array.from({ length: 30 }, (_, at) => `## Part ${at}\n\n${`word${at} `.repeat(150)}`).join('\n\n')}`;
  test('is the sections in which something changes, with a sign for each gap', () => {
    const parts = affectedParts(between(long, long.replace('word3 word3', 'word3 other')));
    expect(parts.filter(({ is }) => is === 'gap')).toHaveLength(2);
    expect(parts.filter(isChanged)).toHaveLength(1);
    expect(parts.length).toBeLessThan(6);
  });

  test('is all of it where it is short, or where nothing changes', () => {
    expect(affectedParts(between('a b c', 'a x c'))).toHaveLength(1);
    expect(affectedParts(between(long, long)).some(({ is }) => is === 'gap')).toBe(false);
  });
});
