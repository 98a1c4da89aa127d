import { EventEmitter } from 'node:events';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openKeyOption, type PassphraseSource, readNewPassphrase, readPassphrase } from '../../content/cli/passphrase.ts';
import { tempFolder } from '../support/temp.ts';

const good = 'seven lamps by the old mill';

/** A person at a terminal who types these lines, one for each question. */
function person(...lines: readonly string[]): { readonly source: PassphraseSource; readonly shown: string[]; readonly raw: boolean[] } {
  const events = new EventEmitter();
  const [shown, raw]: [string[], boolean[]] = [[], []];
  const left = [...lines];
  const input = Object.assign(events, {
    isTTY: true,
    setRawMode: (on: boolean) => raw.push(on),
    pause: () => undefined,
    resume: () => setImmediate(() => events.emit('data', left.shift() ?? '\u0003')),
  });
  return { source: { env: {}, input, write: (text) => shown.push(text) }, shown, raw };
}

const given = (passphrase: string): PassphraseSource => ({ ...person().source, env: { GUIDES_PASSPHRASE: passphrase } });

describe('a passphrase', () => {
  test('comes from the environment without a question', async () => {
    const { source, shown } = person();
    expect(await readPassphrase('Passphrase', { ...source, env: { GUIDES_PASSPHRASE: good } })).toBe(good);
    expect(shown).toEqual([]);
  });

  test('is typed without being shown, and may be corrected', async () => {
    const { source, shown, raw } = person('sevem\u007fn lamps\r');
    expect(await readPassphrase('Passphrase of a.key', source)).toBe('seven lamps');
    expect([shown, raw]).toEqual([
      ['Passphrase of a.key: ', '\n'],
      [true, false],
    ]);
  });

  test('is not waited for where nobody can type', async () => {
    const { source } = person();
    await expect(readPassphrase('P', { ...source, input: { ...source.input, isTTY: false } })).rejects.toThrow('GUIDES_PASSPHRASE');
  });

  test('Ctrl-C stops', async () =>
    await expect(readPassphrase('P', person('abc\u0003').source)).rejects.toMatchObject({ code: 'CANCELLED' }));
});

describe('a new passphrase', () => {
  test('is asked for twice', async () => expect(await readNewPassphrase([], person(`${good}\r`, `${good}\n`).source)).toBe(good));
  test('must be the same twice', async () =>
    await expect(readNewPassphrase([], person(`${good}\r`, 'other\r').source)).rejects.toThrow('differ'));
  test.each([
    ['short', 'fewer than 12'],
    ['Ann Example 12', 'your name'],
    ['qwerty qwerty qwerty', 'tried first'],
    ['abcdefghijklmnop', 'a row'],
    ['aaaaaaaaaaaaaa', 'repeats'],
    ['abcde fghij'.repeat(200), 'longer'],
  ])('%s will not do', async (passphrase, sentence) => {
    await expect(readNewPassphrase(['Ann Example'], given(passphrase))).rejects.toThrow(sentence);
  });
});

test('a key that signs must be named and there', async () => {
  await expect(openKeyOption(undefined, given(good))).rejects.toThrow('--key');
  await expect(openKeyOption(path.join(tempFolder(), 'none'), given(good))).rejects.toMatchObject({ code: 'ENOENT' });
});
