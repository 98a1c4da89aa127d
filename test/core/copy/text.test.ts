import { describe, expect, test } from 'vitest';
import { copyDocument } from '../../../content/core/copy/document.ts';
import { textOf } from '../../../content/core/copy/text.ts';
import { copyWords } from '../../../renderer/text/copies.ts';
import { copiedGuide, copiedOrigin } from '../../support/copied-guide.ts';

const text = (source: string): string => textOf(copyDocument(source), copiedOrigin, copyWords);
const body = (markdown: string): string =>
  text(`---\ntitle: T\n---\n${markdown}`).split('guides://guide/')[1]?.replaceAll('\r\n', '\n').split('\n\n').slice(1).join('\n\n') ?? '';

describe('a guide as plain text', () => {
  test('begins with a byte order mark and ends its lines as Windows does', () => {
    const whole = text(copiedGuide);
    expect(whole.startsWith('\ufeffEverything: a guide <with> & signs\r\n===')).toBe(true);
    expect(whole.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test.each([
    ['## Head\n\nWords', 'Head\n====\n\nWords\n'],
    ['- a\n- b\n  1. c', '- a\n- b\n  1. c\n'],
    ['3. a\n4. b', '3. a\n4. b\n'],
    ['- [ ] a\n- [x] b', '- [ ] a\n- [x] b\n'],
    ['> [!must] Now\n> Words', '| MUST: Now\n|\n| Words\n'],
    ['> [!note]\n> Words', '| NOTE:\n|\n| Words\n'],
    ['| A | B |\n| - | - |\n| 1 | 2 |\n| 3 | |', 'A: 1\nB: 2\n\nA: 3\nB:\n'],
    ['```\nDear\n  you\n```', '    Dear\n      you\n'],
    ['a[^1]\n\n[^1]: n', 'a [1]\n\nNotes\n-----\n\n[1] n\n'],
    ['a \u202eb', 'a \ufffdb\n'],
  ])('%j', (markdown, words) => {
    expect(body(markdown)).toBe(words);
  });
});
