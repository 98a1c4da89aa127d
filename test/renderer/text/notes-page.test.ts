import { expect, test } from 'vitest';
import { highlightNames } from '../../../content/core/annotation/model.ts';
import { notesPageText } from '../../../renderer/text/notes-page.ts';

test('a mark says once what it is: kind, whether something is written, and what became of its words', () => {
  expect(notesPageText.mark({ highlight: 'ask', hasText: true, news: null })).toBe('Highlighted, to ask, has note');
  expect(notesPageText.mark({ highlight: 'local', hasText: false, news: 'reworded' })).toBe('Highlighted, local, reworded');
});

test('every kind of mark has another name', () => {
  const names = highlightNames.flatMap((highlight) =>
    [true, false].flatMap((hasText) =>
      ([null, 'reworded', 'moved'] as const).map((news) => notesPageText.mark({ highlight, hasText, news })),
    ),
  );
  expect(new Set(names).size).toBe(highlightNames.length * 2 * 3);
});
