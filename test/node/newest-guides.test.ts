// The same guides from a share and from a group's folder: texts, digests and the ids of their blocks.
import { describe, expect, it } from 'vitest';
import type { Sha256 } from '../../content/core/base/ids.ts';
import { writeResponsesSource } from '../../content/core/suggestion/check-responses.ts';
import { noResponses, withEvent } from '../../content/core/suggestion/responses.ts';
import { sha256 } from '../../content/node/hash.ts';
import { guidesOfEdition, guidesOfSources, readPublishedGuides } from '../../content/node/newest-guides.ts';
import { publishDraft } from '../../content/node/publish-draft.ts';
import { makeDraft } from '../../content/node/publish-make.ts';
import { channel, firstBodies, makeGroup, publishInput, signBy, sourcesOf } from '../support/group.ts';
import { tempFolder } from '../support/temp.ts';

const said = withEvent(noResponses, 'a'.repeat(64) as Sha256, { state: 'received', on: '2026-11-24', words: '' });

async function publishedOf(share: string) {
  const read = await readPublishedGuides({ share, channel, now: new Date() });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe('the newest guides', () => {
  it('are the same from the edition and from the sources it was built from', async () => {
    const { share } = await makeGroup();
    const { edition, responses } = await publishedOf(share);
    const published = guidesOfEdition(edition);
    const { guides, problems } = guidesOfSources(sourcesOf(firstBodies), edition, '2026-11-24');
    expect([...(guides ?? [])]).toEqual([...published]);
    expect([...published.keys()]).toEqual(Object.keys(firstBodies));
    for (const { source, digest, blocks } of published.values()) expect([sha256(source), blocks.length > 0]).toEqual([digest, true]);
    expect([problems.filter(({ severity }) => severity === 'error'), responses]).toEqual([[], noResponses]);
  });

  it('keep the ids of blocks that a group has reworded since', async () => {
    const { share } = await makeGroup();
    const { edition } = await publishedOf(share);
    const changed = sourcesOf({ ...firstBodies, comments: firstBodies.comments.replace('somebody', 'anybody') });
    const { guides } = guidesOfSources(changed, edition, '2026-11-24');
    const [before, now] = [guidesOfEdition(edition), guides ?? new Map()].map((all) => [...all.values()][1]);
    expect([now?.blocks, now?.digest === before?.digest]).toEqual([before?.blocks, false]);
  });

  it('are not made of sources with errors, which are named', () => {
    const { guides, problems } = guidesOfSources([{ path: 'a.md', bytes: Buffer.from('# No front matter') }], null, '2026-11-24');
    expect([guides, problems.some(({ severity }) => severity === 'error')]).toEqual([null, true]);
  });

  it('come with what the edition answers', async () => {
    const group = await makeGroup();
    const files = [...sourcesOf(firstBodies), { path: 'responses.json', bytes: writeResponsesSource(said) }];
    const made = await makeDraft({ share: group.share, channel, files, now: new Date(), note: '' });
    const id = (made.ok && made.value.id) || '';
    await signBy(group.share, id, group.editors.slice(0, 2));
    expect((await publishDraft(publishInput(group.share, group.editors[0] ?? null, { id }))).ok).toBe(true);
    expect((await publishedOf(group.share)).responses).toEqual(said);
    // The very same again is nothing new.
    const again = await makeDraft({ share: group.share, channel, files, now: new Date(), note: '' });
    expect(again).toMatchObject({ ok: false, error: { code: 'NOTHING_NEW' } });
  });

  it('of a channel that is not there are refused', async () => {
    const read = await readPublishedGuides({ share: tempFolder(), channel: 'none', now: new Date() });
    expect(read).toMatchObject({ ok: false, error: { code: 'CHANNEL_UNKNOWN' } });
    expect(guidesOfEdition(null).size).toBe(0);
  });
});
