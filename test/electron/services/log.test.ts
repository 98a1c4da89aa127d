import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { openLog } from '../../../content/node/log.ts';
import { logHandlers, notesIn } from '../../../electron/services/log.ts';
import { tempFolder } from '../../support/temp.ts';

const now = () => new Date('2026-11-22T10:00:00Z');

test('a fault of the window is kept by class and place, without what it quotes', async () => {
  const log = openLog({ folder: tempFolder(), now });
  const calls = logHandlers(notesIn(log), path.dirname(log.file), vi.fn());
  expect(await calls['log.fault']({ where: 'reader/page.tsx', message: 'TypeError: cannot read "Words of a guide"' })).toBeNull();
  const text = readFileSync(log.file, 'utf8');
  expect(text).toContain('TypeError');
  expect(text).not.toContain('Words');
});

test('the folder is shown to IT, also before anything was logged', async () => {
  const folder = path.join(tempFolder(), 'logs');
  const show = vi.fn();
  await logHandlers(notesIn(openLog({ folder, now })), folder, show)['log.show']({});
  expect(show).toHaveBeenCalledWith(folder);
  expect(existsSync(folder)).toBe(true);
});

test('a fault that repeats does not go on writing', () => {
  const log = openLog({ folder: tempFolder(), now });
  const notes = notesIn(log, 3);
  for (let count = 0; count < 10; count += 1) notes.fault('x', new Error('y'));
  expect(readFileSync(log.file, 'utf8').trim().split('\n')).toHaveLength(4);
});
