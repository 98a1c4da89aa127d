import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSource } from '../../../content/core/guide/split.ts';

const short = (source: string) => {
  const { kind, front, frontLine, body, bodyLine, unclosed } = splitSource(source);
  return [kind, front, frontLine, body, bodyLine, unclosed];
};

test.each([
  ['---\na: 1\n---\nText', ['yaml', 'a: 1', 2, 'Text', 4, null]],
  ['\ufeff---\r\na: 1\r\n---\r\nText\r\n', ['yaml', 'a: 1', 2, 'Text\n', 4, null]],
  ['\n\n---\na: 1\n---\nText', ['yaml', 'a: 1', 4, 'Text', 6, null]],
  ['---\na: 1\n...\nText', ['yaml', 'a: 1', 2, 'Text', 4, null]],
  ['--- \na: 1\n---\t\n', ['yaml', 'a: 1', 2, '', 4, null]],
  ['+++\na = 1\n+++\nText', ['toml', 'a = 1', 2, 'Text', 4, null]],
  ['---\na: 1\nText', ['none', '', 1, '---\na: 1\nText', 1, 1]],
  ['---\n\nA rule on top', ['none', '', 1, '---\n\nA rule on top', 1, null]],
  ['---\n---\nText', ['yaml', '', 2, 'Text', 3, null]],
  ['Text\n\n---\n\nmore', ['none', '', 1, 'Text\n\n---\n\nmore', 1, null]],
  ['', ['none', '', 1, '', 1, null]],
])('%j', (source, expected) => expect(short(source)).toEqual(expected));

test('law: the body is the end of the source, from its line on', () => {
  const line = fc.constantFrom('---', '+++', '...', 'a: 1', '', 'text', '  ---');
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const source = lines.join('\n');
      const { body, bodyLine } = splitSource(source);
      expect(
        source
          .split('\n')
          .slice(bodyLine - 1)
          .join('\n'),
      ).toBe(body);
    }),
  );
});
