import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createTerminal, printable, table } from '../../content/cli/terminal.ts';

function stream(isTTY: boolean) {
  const parts: string[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      parts.push(String(chunk));
      done();
    },
  });
  return { parts, sink: Object.assign(sink, { isTTY, columns: 20 }) as unknown as NodeJS.WriteStream };
}

test('a table’s columns are as wide as their widest cell, numbers to the right', () => {
  expect(
    table(
      ['name', 'files'],
      [
        ['x', 4],
        ['facebook', 12],
      ],
    ),
  ).toBe('name      files\nx             4\nfacebook     12');
});

test('progress is drawn for a person only, cut to the line, and wiped', () => {
  const [out, watched, piped] = [stream(false), stream(true), stream(false)];
  for (const err of [watched, piped]) {
    const terminal = createTerminal(out.sink, err.sink);
    terminal.progress('Writing a very long name indeed');
    terminal.out('done');
  }
  expect(watched.parts).toEqual(['\r\u001b[KWriting a very long', '\r\u001b[K']);
  expect([piped.parts, out.parts]).toEqual([[], ['done\n', 'done\n']]);
});

test('what could move the cursor is made visible', () => expect(printable('a\u001b[2Jb\u202ec\n')).toBe('a\uFFFD[2Jb\uFFFDc\uFFFD'));
