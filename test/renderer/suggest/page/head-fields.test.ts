import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGuide } from '../../../../content/core/guide/parse.ts';
import { frontOf, headOf, withHead } from '../../../../renderer/suggest/page/head-fields.ts';
import { guideFiles } from '../../../support/guide-files.ts';

const source = '---\nid: a\ntitle: Old title\nsummary: >\n  Folded over\n  two lines.\n\naudience: [all]\n---\n\nText.\n';

test('title and summary are read', () => {
  expect(headOf(source)).toEqual({ title: 'Old title', summary: 'Folded over two lines.' });
});

describe('writing', () => {
  test('changes the one line and nothing else', () => {
    expect(withHead(source, 'title', 'New title')).toBe(source.replace('Old title', 'New title'));
    expect(withHead(source, 'title', 'Old title')).toBe(source);
  });

  test('takes a value of several lines as one', () => {
    expect(withHead(source, 'summary', 'Short.')).toBe(source.replace('>\n  Folded over\n  two lines.', '"Short."'));
  });

  test('puts in a field that was not there, and front matter where there is none', () => {
    expect(headOf(withHead('---\nid: a\n---\nText.\n', 'summary', 'New.'))).toMatchObject({ summary: 'New.' });
    expect(headOf(withHead('Text.\n', 'title', 'New'))).toMatchObject({ title: 'New' });
  });

  test('keeps line ends', () => {
    const windows = source.replaceAll('\n', '\r\n');
    expect(withHead(windows, 'title', 'New title')).toBe(windows.replace('Old title', 'New title'));
  });

  test.each(['a: b', '- x', '"said"', 'it’s # not', '2026-11-22', 'true', '{a}', "'", 'back\\slash', '[x](y)', '& * !', '', '007'])(
    'says %j as it is',
    (text) => {
      for (const field of ['title', 'summary'] as const) {
        const written = withHead(source, field, text);
        const { meta } = parseGuide(written, '', { mode: 'lenient' });
        if (text !== '') expect(meta[field]).toBe(text);
        expect(meta.audience).toEqual(['all']);
      }
    },
  );

  test('any words are read back in every guide of ours, and nothing else is another', { timeout: 30_000 }, () => {
    // The text below costs the parser most and is the same: a line of it will do.
    const sources = guideFiles().map((guide) => `${frontOf(guide)}\nText.\n`);
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
        fc.constantFrom('title', 'summary'),
        (guide, text, field) => {
          const value = text.replace(/\s+/g, ' ').trim();
          if (value === '' || /[\p{C}\p{Zl}\p{Zp}]/u.test(value)) return;
          const [before, after] = [parseGuide(guide, ''), parseGuide(withHead(guide, field, text), '')];
          expect(after.meta).toEqual({ ...before.meta, [field]: value });
          expect(after.body).toBe(before.body);
        },
      ),
      { numRuns: 20 },
    );
  });
});

test('the front matter alone says title and summary', () => {
  for (const guide of [...guideFiles(), source, source.replaceAll('\n', '\r\n')]) {
    expect(headOf(frontOf(guide))).toEqual(headOf(guide));
    expect(frontOf(guide).length).toBeLessThan(guide.length);
  }
  expect(frontOf('No front matter\n---\n')).toBe('No front matter\n---\n');
});
