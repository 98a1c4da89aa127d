import { expect, test } from 'vitest';
import { doctorSentence } from '../../content/cli/doctor-words.ts';
import type { Finding } from '../../content/node/examine-share.ts';

const say = (check: Finding['check'], found: string, data = {}) => doctorSentence({ check, verdict: 'fault', found, data });

test('a known finding is a sentence with its facts', () =>
  expect(say('clock', 'differs', { seconds: 900 })).toContain("differs from the share's by 900 s"));

test('an unknown one is its code with its facts', () => {
  expect(say('signatures', 'TAMPERED', { repository: 'x', why: 'signatures' })).toBe(
    'TAMPERED: repository x, why signatures. Copy the share again; if it stays, tell the stewards.',
  );
  expect(say('store', 'NO_SPACE')).toBe('NO_SPACE.');
});

test('nothing of a name can move the cursor', () => expect(say('policy', 'none', { file: 'a\u001b[2Jb' })).not.toContain('\u001b'));
