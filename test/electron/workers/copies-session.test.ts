import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { FromCopies, ToCopies } from '../../../electron/workers/copies-protocol.ts';
import { createCopiesSession } from '../../../electron/workers/copies-session.ts';
import { copyWords } from '../../../renderer/text/copies.ts';
import { copiedGuide, copiedOrigin } from '../../support/copied-guide.ts';
import { tempFolder } from '../../support/temp.ts';

const copy: ToCopies['copy'] = { format: 'text', table: null, source: copiedGuide, origin: copiedOrigin, words: copyWords, pictures: [] };

function carriedOut(message: Omit<ToCopies, 'kind'>): Promise<readonly FromCopies[]> {
  return new Promise((resolve) => {
    const said: FromCopies[] = [];
    createCopiesSession({
      send: (word) => {
        said.push(word);
        if (word.kind !== 'made') resolve(said);
      },
    }).receive({ kind: 'copy', ...message });
  });
}

test('a copy is made, then written whole, and nothing is left beside it', async () => {
  const home = tempFolder();
  expect(await carriedOut({ file: path.join(home, 'a.txt'), copy })).toEqual([{ kind: 'made' }, { kind: 'saved' }]);
  expect(readFileSync(path.join(home, 'a.txt'), 'utf8')).toContain('Everything: a guide');
  expect(readdirSync(home)).toEqual(['a.txt']);
});

test('a folder that is not there, and a table that is not there, are refused with their code', async () => {
  const home = tempFolder();
  expect(await carriedOut({ file: path.join(home, 'none', 'a.txt'), copy })).toMatchObject([
    { kind: 'made' },
    { kind: 'refused', error: { code: 'SAVE_FAILED', data: { errno: 'ENOENT' } } },
  ]);
  expect(await carriedOut({ file: path.join(home, 'a.csv'), copy: { ...copy, format: 'csv', table: 9 } })).toMatchObject([
    { kind: 'refused', error: { code: 'BAD_REQUEST' } },
  ]);
  expect(readdirSync(home)).toEqual([]);
});
