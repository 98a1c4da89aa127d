import { expect, test } from 'vitest';
import { caretIn } from '../../../../renderer/suggest/page/caret.ts';

const found = (markdown: string, before: string, words: string): string | null => {
  const at = caretIn(markdown, { before, words });
  return at && markdown.slice(at.from, at.to);
};

test('selected words are found between the signs of markdown', () => {
  expect(found('Say **what it** is, see [the rules](guide:rules).', 'Say ', 'what')).toBe('what');
  expect(found('Say **what it** is, see [the rules](guide:rules).', 'Say what it is, see ', 'the rules')).toBe('the rules');
  expect(found('Say **what it** is', '', 'Say what')).toBe('Say **what');
});

test('of words that come twice it is those that were selected', () => {
  const at = caretIn('- hide it\n- then hide it', { before: 'hide it then ', words: 'hide' });
  expect(at).toEqual({ from: 17, to: 21 });
});

test('an address between them does not put them off', () => {
  expect(found('[one](https://example.org/one) two one', 'one two ', 'one')).toBe('one');
  expect(caretIn('[one](https://example.org/one) two one', { before: 'one two ', words: 'one' })?.from).toBe(35);
});

test('numbers of lists, boxes and marks of notes are no words', () => {
  expect(caretIn('1. one\n2. two', { before: 'one ', words: 'two' })).toEqual({ from: 10, to: 13 });
  expect(caretIn('- [ ] tick[^1]', { before: '', words: 'tick' })).toEqual({ from: 6, to: 10 });
  expect(caretIn('> [!must] Title\n> Words', { before: 'Title ', words: 'Words' })?.from).toBe(18);
});

test('without words it is a caret', () => {
  expect(caretIn('One two', { before: 'One ', words: '' })).toEqual({ from: 4, to: 4 });
});

test('what is not there is not found', () => {
  expect(caretIn('One', { before: '', words: 'Nine' })).toBeNull();
  expect(caretIn('One', { before: 'One', words: '' })).toBeNull();
});
