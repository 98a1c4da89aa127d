import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criticMarkup } from '../../../content/core/suggestion/critic-markup.ts';
import { wordsOnly } from '../../../content/core/suggestion/tokens.ts';

const accepted = (text: string) => text.replace(/\{--.*?--\}/g, '').replace(/\{\+\+(.*?)\+\+\}/g, '$1');
const rejected = (text: string) => text.replace(/\{\+\+.*?\+\+\}/g, '').replace(/\{--(.*?)--\}/g, '$1');

describe('a change as CriticMarkup', () => {
  test.each([
    ['words inside a line', 'You may hide it.\n', 'You must hide it.\n', 'You {--may--}{++must++} hide it.\n'],
    ['an item put in', '- one\n', '- one\n- two\n', '- one\n- {++two++}\n'],
    ['an item taken out', '- one\n- two\n', '- one\n', '- one\n- {--two--}\n'],
    ['a heading', '# Old\n', '# New\n', '# {--Old--}{++New++}\n'],
    ['another kind of line', '- one\n', '# one\n', '- {--one--}\n# {++one++}\n'],
    ['the target of a link', 'See [it](a).\n', 'See [it](b).\n', '{--See [it](a).--}\n{++See [it](b).++}\n'],
    ['bold', 'a b c\n', 'a **b** c\n', '{--a b c--}\n{++a **b** c++}\n'],
    ['a paragraph in two', 'One. Two.\n', 'One.\n\nTwo.\n', '{--One. Two.--}\n{++One.++}\n\n{++Two.++}\n'],
    ['nothing', 'a\n', 'a\n', 'a\n'],
  ])('%s', (_, base, proposed, marks) => {
    expect(criticMarkup(base, proposed, '')).toBe(marks);
  });

  test('the reason stands at the end, on one line', () => {
    expect(criticMarkup('a\n', 'b\n', ' The law\nchanged. ')).toBe('{--a--}{++b++}\n\n{>>The law changed.<<}\n');
  });

  test.each(['{++x++}', 'a --} b', '{>>c'])('a text with %s of its own has none', (text) => {
    expect([criticMarkup(text, 'b', ''), criticMarkup('a', text, ''), criticMarkup('a', 'b', text)]).toEqual([null, null, null]);
  });

  test('with all marks taken it has the words of the one text, with none the words of the other', () => {
    const line = fc.array(fc.constantFrom('alpha', 'beta', '- ', '# ', '**gamma**', '[delta](x)', '| e |', ' ', '1. '), { maxLength: 5 });
    const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.map((parts) => parts.join(' ')).join('\n'));
    fc.assert(
      fc.property(text, text, (base, proposed) => {
        const marks = criticMarkup(base, proposed, '') ?? '';
        expect(wordsOnly(accepted(marks)).filter((word) => word !== '1')).toEqual(wordsOnly(proposed).filter((word) => word !== '1'));
        expect(wordsOnly(rejected(marks)).filter((word) => word !== '1')).toEqual(wordsOnly(base).filter((word) => word !== '1'));
      }),
      { numRuns: 500 },
    );
  });
});
