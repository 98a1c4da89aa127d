import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { review } from '../../content/cli/review.ts';
import { channel, draftOf, firstBodies, makeGroup } from '../support/group.ts';
import { runCommand } from '../support/talk.ts';

it('says DO NOT SIGN, with code 1, when a file is not what the draft signs', async () => {
  const { share } = await makeGroup();
  const id = await draftOf(share, { ...firstBodies, comments: '## Comments\n\nOther.\n' });
  const targets = path.join(share, 'staging', channel, id, 'targets');
  appendFileSync(path.join(targets, readdirSync(targets).find((name) => name.endsWith('.comments.md')) ?? ''), 'x');
  const { code, out } = await runCommand(review, channel, '--share', share);
  expect([code, out]).toEqual([1, expect.stringContaining('DO NOT SIGN: comments.md is missing or different.')]);
  const json = JSON.parse((await runCommand(review, channel, id, '--share', share, '--json')).out) as object;
  expect(json).toMatchObject({ ok: false, difference: null, bad: [{ file: 'comments.md' }] });
});
