import { describe, expect, test } from 'vitest';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { editsBetween } from '../../../content/core/suggestion/block-edits.ts';
import { placeholder } from '../../../electron/workers/suggestions-context.ts';
import { differingPart, frontOf } from '../../../electron/workers/suggestions-part.ts';
import { guideFiles } from '../../support/guide-files.ts';
import { chanceOf } from '../../support/torture.ts';

const text = '---\ntitle: A\n---\n\n# A\n\nFirst one.\n\n- b\n- c\n\n  d\n\n```\ne\n\nf\n```\n\nLast one.\n';

describe('the part in which two texts differ', () => {
  test.each([
    ['a paragraph', 'First', 'A first', 'First one.\n\n- b\n- c\n\n  d\n\n```\ne\n\nf\n```\n'],
    ['the last one', 'Last', 'The last', 'Last one.\n'],
    ['what stands in a list', '  d', '  dd', 'First one.\n\n- b\n- c\n\n  d\n\n```\ne\n\nf\n```\n'],
    ['what stands in code', '\nf', '\nff', 'First one.\n\n- b\n- c\n\n  d\n\n```\ne\n\nf\n```\n'],
    ['the title alone', 'title: A', 'title: B', '---\ntitle: A\n---\n'],
  ])('is cut where paragraphs begin: %s', (_, there, then, old) => {
    const part = differingPart(text, text.replace(there, then));
    expect(part).toEqual({ old, next: old.replace(there, then) });
  });

  test('is none for equal texts, also with other line ends', () => {
    expect(differingPart(text, text)).toEqual({ old: '', next: '' });
    expect(differingPart(text, text.replaceAll('\n', '\r\n'))).toEqual({ old: '', next: '' });
  });

  test('is the text itself where nothing is the same', () => {
    expect(differingPart('A\n', 'B\n')).toEqual({ old: 'A\n', next: 'B\n' });
    expect(differingPart('', 'B\n')).toEqual({ old: '', next: 'B\n' });
  });

  test('has the changes that the whole texts have, in real guides', () => {
    const chance = chanceOf(5);
    const counts = (old: string, next: string) => {
      const ids = parseGuide(old, '').blocks.map((_, at) => placeholder(at));
      const { fields, blocks } = editsBetween(old, next, ids);
      return { fields, blocks: blocks.map(({ change, old, next }) => [change, old.trim(), next.trim()]) };
    };
    for (const source of guideFiles().slice(0, 8)) {
      const words = [...source.slice(frontOf(source).length).matchAll(/(?<=[a-z] )[a-z]{4,}(?= [a-z])/g)];
      const at = frontOf(source).length + (chance.pick(words).index ?? 0);
      const next = `${source.slice(0, at)}really ${source.slice(at)}`;
      const part = differingPart(source, next);
      expect(counts(part.old, part.next)).toEqual(counts(source, next));
      expect(part.old.length).toBeLessThan(source.length);
    }
  });
});
