import { expect, test } from 'vitest';
import { canRun, handle, run } from '../../../renderer/state/commands.ts';

test('a command that nobody carries out says so', () => {
  expect([canRun('find'), run('find')]).toEqual([false, false]);
});

test('the newest handler carries it out, the one before takes over again', () => {
  const done: string[] = [];
  const offPage = handle('find', () => done.push('page'));
  const offBar = handle('find', () => done.push('bar'));
  run('find');
  offBar();
  run('find');
  offPage();
  expect([done, run('find')]).toEqual([['bar', 'page'], false]);
});
