import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriedItems } from '../../../content/core/annotation/carried-items.ts';

const itemsOf = (value: unknown): readonly unknown[] =>
  [...carriedItems(typeof value === 'string' ? value : JSON.stringify(value))].flatMap((text) =>
    text === null ? [] : [JSON.parse(text) as unknown],
  );

describe('the items of a file', () => {
  const [a, b] = [
    { id: 'a', body: [{ items: [1] }] },
    { id: 'b', target: { selector: [{ x: '"]}' }] } },
  ];
  test.each([
    ['a list of items', [a, b]],
    ['a page', { type: 'AnnotationPage', items: [a, b], 'guides:deleted': [{ id: 'c' }] }],
    ['a list of pages', [{ items: [a] }, { items: [b], 'guides:deleted': [{ id: 'c' }] }]],
    ['an object with pages', { pages: [{ items: [a] }, { items: [b] }] }],
    ['an export with other things in it', { date: 'x', who: { items: [7] }, annotations: [a, b] }],
  ])('are found in %s', (_, file) => {
    expect(itemsOf(file)).toEqual([a, b]);
    expect(itemsOf(JSON.stringify(file, null, 2))).toEqual([a, b]);
  });

  test('may be the file itself, and are none in other texts', () => {
    expect(itemsOf(a)).toEqual([a]);
    for (const text of ['', 'hello', '"[{}]"', '17', 'null', '<html>{}</html>']) expect(itemsOf(text)).toEqual([]);
  });

  test('that are no objects are told apart from none', () => {
    expect(itemsOf([a, 7, 'text', [1, 2], null, b])).toEqual([a, 0, 0, 0, 0, b]);
    expect(itemsOf('[ ]')).toEqual([]);
  });

  test('of a file that was cut are those that are whole', () => {
    const text = JSON.stringify({ items: [a, b] });
    expect(itemsOf(text.slice(0, -10))).toEqual([a]);
    expect(itemsOf(`${text.slice(0, -10)}"`)).toEqual([a]);
  });

  test('end where a tower of brackets begins', () => {
    expect(itemsOf(`[${JSON.stringify(a)},${'['.repeat(100_000)}`)).toEqual([a]);
    expect(itemsOf('{"items":['.repeat(1_000))).toEqual([]);
  });

  test('of any list are those of the list', () => {
    const object = fc
      .dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true })
      .filter((item) => !['items', 'pages', 'annotations'].some((name) => name in item));
    fc.assert(
      fc.property(fc.array(object, { maxLength: 6 }), fc.boolean(), (list, isPretty) => {
        const text = JSON.stringify({ x: [1], items: list, y: '"items":[{}]' }, null, isPretty ? 1 : 0);
        // As JSON has it: no negative zero.
        expect(itemsOf(text)).toEqual(JSON.parse(JSON.stringify(list)));
      }),
    );
  });

  test('come with pauses in a long file', () => {
    const long = JSON.stringify({ items: Array.from({ length: 300 }, () => ({ text: 'x'.repeat(10_000) })) });
    expect([...carriedItems(long)].filter((text) => text === null).length).toBeGreaterThan(1);
  });
});
