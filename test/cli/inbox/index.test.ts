import { expect, it } from 'vitest';
import { exportHelp, inboxHelp } from '../../../content/cli/help-suggestions.ts';
import { inbox } from '../../../content/cli/inbox/index.ts';
import { runCommand } from '../../support/talk.ts';

it('is a list, and a command of its own for patches', async () => {
  expect((await runCommand(inbox, '--help')).out).toBe(inboxHelp);
  expect((await runCommand(inbox, 'export', '--help')).out).toBe(exportHelp);
});

it('takes a share in a folder called export by its path', async () => {
  expect(await runCommand(inbox, './export', 'facebook')).toMatchObject({
    code: 2,
    err: expect.stringContaining('The share cannot be read'),
  });
});
