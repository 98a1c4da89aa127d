import { describe, expect, test } from 'vitest';
import { noteOrderWords, noteSpanWords, noteStateWords, notesListText } from '../../../renderer/text/notes-list.ts';
import { checkWords } from '../../support/plain-words.ts';

const { placed, ...others } = notesListText;

test('the words follow the rules', () => checkWords({ others, noteStateWords, noteSpanWords, noteOrderWords }));

describe('after an update, what became of the notes is one sentence', () => {
  test.each([
    [{ unchanged: 11, reworded: 2, moved: 0, gone: 1 }, 'Your 14 notes: 11 unchanged, 2 reworded, 1 needs a new place.'],
    [{ unchanged: 0, reworded: 0, moved: 0, gone: 1 }, 'Your 1 note: 1 needs a new place.'],
    [{ unchanged: 0, reworded: 1, moved: 3, gone: 2 }, 'Your 6 notes: 1 reworded, 3 moved, 2 need a new place.'],
    [{ unchanged: 1_234, reworded: 0, moved: 1, gone: 0 }, 'Your 1,235 notes: 1,234 unchanged, 1 moved.'],
  ])('%j', (counts, sentence) => expect(placed(counts)).toBe(sentence));
});

test('one and many are told apart', () => {
  expect([1, 3].map(notesListText.trayTitle)).toEqual(['1 note needs a new place', '3 notes need a new place']);
  expect([1, 3].map(notesListText.hereWaiting)).toEqual(['1 note waits for you to look', '3 notes wait for you to look']);
  expect(notesListText.count(3, 40)).toBe('3 of 40 notes');
  expect(notesListText.count(1, 1)).toBe('1 note');
});

test('what could not be read is named by its file, and said to be kept', () => {
  expect(notesListText.refused(1, 'House rules', 'house-rules.damaged-1.json')).toBe(
    '1 note on House rules could not be read. It was not thrown away: it is kept in the file house-rules.damaged-1.json, which your IT desk can open as text.',
  );
  expect(notesListText.refused(2, 'House rules', null)).toContain('They were not thrown away: they are kept in a file beside the others');
});
