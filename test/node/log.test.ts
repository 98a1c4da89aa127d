import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AppFault } from '../../content/core/base/error.ts';
import { openLog } from '../../content/node/log.ts';
import { now } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('a line is a time, a place, a code with its reference, and facts', () => {
  const log = openLog({ folder: path.join(tempFolder(), 'logs'), now: () => now });
  log.write('warning', 'sync', { code: 'INCOMPLETE', data: { have: 212, of: 214 } });
  expect(lines(log.file)).toEqual([
    { at: now.toISOString(), level: 'warning', where: 'sync', code: 'INCOMPLETE', reference: 'NG-1004', data: { have: 212, of: 214 } },
  ]);
});

test('text of guides never gets in, by a fact or by an error’s message', () => {
  const log = openLog({ folder: tempFolder(), now: () => now });
  log.write('error', 'a place with words', { code: 'BLOB_DAMAGED', data: { guide: 'x-setup', text: 'Open the page and sign in.' } });
  log.fault(
    'worker',
    new AppFault('STORE_DENIED', { errno: 'EACCES' }, Object.assign(new Error('open /home/person/Secret plan.md'), { code: 'EACCES' })),
  );
  log.fault('worker', new TypeError('Unexpected token in "Hide the victim’s name"'));
  log.fault('worker', 'thrown words of a guide');
  const text = readFileSync(log.file, 'utf8');
  for (const word of ['Open', 'Secret', 'victim', 'thrown words', 'place with']) expect(text).not.toContain(word);
  expect(lines(log.file).map(({ code }) => code)).toEqual(['BLOB_DAMAGED', 'STORE_DENIED', 'UNEXPECTED', 'UNEXPECTED']);
  expect(lines(log.file)[2]?.data).toMatchObject({ cause: 'TypeError', at: expect.stringMatching(/log\.test\.ts:\d+:\d+$/) });
});

test('two files at most, however much happens', () => {
  const folder = tempFolder();
  const log = openLog({ folder, now: () => now, maxBytes: 500 });
  for (let count = 0; count < 100; count += 1) log.write('info', 'start', { code: 'STARTED' });
  expect(readdirSync(folder).sort()).toEqual(['national-guides.1.log', 'national-guides.log']);
  expect(readFileSync(log.file).length).toBeLessThan(700);
});

test('a log that cannot be written stops nothing', () => {
  const folder = tempFolder();
  mkdirSync(path.join(folder, 'national-guides.log'));
  openLog({ folder, now: () => now }).write('info', 'start', { code: 'STARTED' });
});
