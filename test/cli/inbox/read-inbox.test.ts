import { expect, it } from 'vitest';
import { readInbox } from '../../../content/cli/inbox/read-inbox.ts';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import { writeResponsesSource } from '../../../content/core/suggestion/check-responses.ts';
import { noResponses, withEvent } from '../../../content/core/suggestion/responses.ts';
import { readSourceFolder } from '../../../content/node/source-folder.ts';
import { channel } from '../../support/group.ts';
import { inboxScene } from '../../support/inbox-scene.ts';
import { talk } from '../../support/talk.ts';

it('takes the answers of the sources where they are at hand, and of a damaged file none', async () => {
  const scene = await inboxScene();
  const said = withEvent(noResponses, 'a'.repeat(64) as Sha256, { state: 'received', on: '2026-11-24', words: '' });
  const read = async () => {
    const { files } = readSourceFolder(scene.folder);
    const opened = await readInbox({ share: scene.share, channel, files, now: new Date() }, talk());
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value;
  };
  expect([(await read()).responses, (await read()).problems]).toEqual([noResponses, []]);
  scene.write('responses.json', Buffer.from(writeResponsesSource(said)).toString());
  expect((await read()).responses).toEqual(said);
  scene.write('responses.json', '[');
  expect((await read()).problems).toMatchObject([{ rule: 'responses', file: 'responses.json', severity: 'error' }]);
});

it('refuses a channel that nobody founded', async () => {
  const { share } = await inboxScene();
  expect(await readInbox({ share, channel: 'none', files: null, now: new Date() }, talk())).toMatchObject({
    ok: false,
    error: { code: 'CHANNEL_UNKNOWN' },
  });
});
