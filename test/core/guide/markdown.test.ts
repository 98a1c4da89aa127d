import { expect, test } from 'vitest';
import { tokenize } from '../../../content/core/guide/markdown.ts';

const types = (body: string) => tokenize(body).tokens.map((token) => token.type);

test('HTML is never markup', () => {
  expect(types('<div>\n\n<b>x</b>\n\n<!-- y -->')).not.toContain('html_block');
  expect(JSON.stringify(tokenize('a <b>x</b>').tokens)).not.toContain('html_inline');
});

test('bare addresses are text', () => {
  expect(JSON.stringify(tokenize('www.a.example https://a.example').tokens)).not.toContain('link_open');
});

test('callouts are marked with their kind, in any case', () => {
  expect(tokenize('> [!MUST] Title\n> text').tokens[0]?.meta).toEqual({ callout: 'must', titled: true });
  expect(tokenize('> [!note]').tokens.map((token) => token.type)).toEqual(['blockquote_open', 'blockquote_close']);
  expect(tokenize('> a\n> [!note]').tokens[0]?.meta).toBeNull();
  expect(tokenize('> [!tip]\n> x').env.unknownCallouts).toEqual([{ kind: 'tip', line: 1 }]);
});

test('tasks need a box and words', () => {
  const meta = (body: string) => tokenize(body).tokens.find((token) => token.type === 'list_item_open')?.meta;
  expect(meta('- [ ] a')).toEqual({ task: true, done: false });
  expect(meta('1. [X] a')).toEqual({ task: true, done: true });
  expect(meta('- [] a')).toBeNull();
  expect(meta('- [ ]')).toBeNull();
});

test('nothing after a tower of quotes is lost', () => {
  const { tokens, env } = tokenize(`${'> '.repeat(200)}deep\n\n## After`);
  expect(tokens.some((token) => token.content === 'After')).toBe(true);
  expect(env.tooDeep).toEqual([1]);
});
