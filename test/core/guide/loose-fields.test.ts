import { expect, test } from 'vitest';
import { looseFields } from '../../../content/core/guide/loose-fields.ts';
import { splitSource } from '../../../content/core/guide/split.ts';

const read = (source: string) =>
  Object.fromEntries(
    [...looseFields(splitSource(source)).entries].map(([key, value]) => [key, value.kind === 'text' ? `${value.text}@${value.line}` : '']),
  );

test('broken YAML still gives its one-line texts', () => {
  expect(read("---\ntitle: \"Open\ndate: 2020-01-01 10:00\n  nested: x\nlist: [a]\nempty:\nname: 'Ann'\n---\n")).toEqual({
    title: 'Open@2',
    date: '2020-01-01 10:00@3',
    name: 'Ann@7',
  });
});

test('TOML gives its texts', () => {
  expect(read('+++\ntitle = "A \'b\'"\nweight = 3 # place\n[table]\n+++\n')).toEqual({ title: "A 'b'@2", weight: '3@3' });
});
