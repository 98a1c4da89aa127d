import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFrontMatter } from '../../../content/core/guide/front-matter.ts';
import { writeFrontMatter } from '../../../content/core/guide/write-front-matter.ts';
import { complete } from './complete-guide.ts';

const read = (source: string) => parseFrontMatter(source, 'x-setup.md').meta;

test('what was read is written, and reads the same again', () => {
  const meta = read(complete('owner: { a: [1, two, "003"], b: "2026-11-22" }\n__proto__: x'));
  const written = writeFrontMatter(meta);
  expect(parseFrontMatter(written, 'x-setup.md').problems).toEqual([]);
  expect(read(written)).toEqual(meta);
});

test('law: texts of any kind come back', () => {
  const words = fc.string().map((text) => text.replace(/\s+/g, ' ').trim());
  fc.assert(
    fc.property(words, words, words, (title, name, note) => {
      const meta = {
        ...read(complete()),
        title: title || 'x',
        forces: name === '' ? [] : [name],
        changes: [{ version: '1', date: '2026-11-22', note }],
        extra: { '---': note, [`k${name}`]: [title, { note }] },
      };
      expect(read(writeFrontMatter(meta))).toEqual(meta);
    }),
  );
});
