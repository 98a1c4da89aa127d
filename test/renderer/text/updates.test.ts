import { expect, test } from 'vitest';
import { stateWords, updatesText } from '../../../renderer/text/updates.ts';
import { checkWords } from '../../support/plain-words.ts';

test('the words follow the rules', () => checkWords({ updatesText, stateWords }));

test('what came in is counted, and nothing that did not happen is named', () => {
  expect([updatesText.resultSum(1, 0, 0), updatesText.resultSum(2, 1, 1), updatesText.resultSum(0, 3, 0)]).toEqual([
    '1 channel brought in',
    '2 channels brought in, 1 channel already the newest, 1 channel not brought in',
    'Nothing new brought in, 3 channels already the newest',
  ]);
});

test('sizes are said as coarsely as they matter', () => {
  expect([updatesText.resultFiles(1, 20), updatesText.resultFiles(214, 15_340_000)]).toEqual([
    '1 file copied, 1 kB',
    '214 files copied, 15.3 MB',
  ]);
});
