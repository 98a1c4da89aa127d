import { describe, expect, it } from 'vitest';
import { reviewLines } from '../../content/cli/say-review.ts';
import type { ChannelId, Sha256 } from '../../content/core/base/ids.ts';
import { directoryFiles } from '../../content/core/publish/directory.ts';
import { draftEdition } from '../../content/core/publish/edition.ts';
import { noResponses, type Responses, withEvent } from '../../content/core/suggestion/responses.ts';
import { writeResponses } from '../../content/core/suggestion/responses-json.ts';
import { sha256 } from '../../content/node/hash.ts';
import { publishDraft } from '../../content/node/publish-draft.ts';
import { makeDraft } from '../../content/node/publish-make.ts';
import { isOutdated, reviewDraft } from '../../content/node/publish-review.ts';
import { readPublished } from '../../content/node/published.ts';
import { addSignature, writeDraft } from '../../content/node/staging.ts';
import { channel, draftOf, firstBodies, makeGroup, publishInput, realNow, signBy, sourcesOf } from '../support/group.ts';
import { signers, stagedEdition, stagedRoot } from '../support/staged-drafts.ts';
import { tempFolder } from '../support/temp.ts';

const changed = { ...firstBodies, comments: '## Comments\n\nHide a comment that is unkind to anybody.\n' };

describe('reviewing a draft', () => {
  it('takes the newest that can still be published, and shows the difference', async () => {
    const group = await makeGroup();
    await draftOf(group.share, { ...firstBodies, 'page-setup': '## Page\n\nOld idea.\n' });
    await new Promise((resolve) => setTimeout(resolve, 1_010));
    const id = await draftOf(group.share, changed, 'Kinder');
    const review = await reviewDraft({ share: group.share, repository: channel, now: realNow() });
    if (!review.ok || review.value.difference?.kind !== 'edition') throw new Error('no difference');
    expect(review.value.folder.id).toBe(id);
    expect(review.value.difference.guides.map(({ id: guide, change }) => `${guide} ${change}`)).toEqual(['comments changed']);
    expect(review.value.difference.guides[0]?.blocks).toMatchObject([{ change: 'reworded', heading: 'Comments' }]);
    expect(isOutdated(review.value.folder, review.value.published)).toBe(false);
  });

  it('shows what it answers, and nothing of answers where there are none', async () => {
    const group = await makeGroup();
    const said = withEvent(noResponses, 'ab'.repeat(32) as Sha256, {
      state: 'accepted',
      edition: '0.2',
      on: '2026-11-24',
      words: 'Thanks\u0007.',
    });
    const draftWith = async (responses: Responses | null) => {
      const more = responses ? [{ path: 'responses.json', bytes: writeResponses(responses) }] : [];
      const made = await makeDraft({ share: group.share, channel, files: [...sourcesOf(changed), ...more], now: realNow(), note: '' });
      return (made.ok && made.value.id) || '';
    };
    const linesOf = async (id: string) => {
      const review = await reviewDraft({ share: group.share, repository: channel, id, now: realNow() });
      return review.ok ? reviewLines(review.value).filter((line) => /answer|abab|open sugg/i.test(line)) : [];
    };
    expect(await linesOf(await draftWith(null))).toEqual([]);
    const id = await draftWith(said);
    expect(await linesOf(id)).toEqual([
      'Answers: 1 new. Open suggestions: 0 more, 0 changed, 0 fewer.',
      '    abababab accepted in 0.2: Thanks\uFFFD.',
    ]);
    await signBy(group.share, id, group.editors.slice(0, 2));
    expect((await publishDraft(publishInput(group.share, group.editors[0] ?? null, { id }))).ok).toBe(true);
    // Somebody drafts from a folder without the file.
    expect(await linesOf(await draftWith(null))).toContain('DO NOT SIGN without asking: what was said to abababab is not there any more.');
  });

  it('says that there is none', async () => {
    const group = await makeGroup();
    const review = (id?: string) => reviewDraft({ share: group.share, repository: channel, id, now: realNow() });
    expect(await review()).toMatchObject({ ok: false, error: { code: 'DRAFT_NOT_FOUND' } });
    expect(await review('1-abcdef')).toMatchObject({ ok: false, error: { code: 'DRAFT_NOT_FOUND', data: { draft: '1-abcdef' } } });
  });

  it('shows a channel that is retired in a draft of the directory, which stewards publish', async () => {
    const group = await makeGroup();
    const published = await readPublished({ share: group.share, repository: 'directory', now: realNow() });
    if (!published.ok) throw new Error(published.error.code);
    const [listed] = published.value.channels;
    if (!listed) throw new Error('no channel');
    const { root, ...entry } = listed;
    const files = directoryFiles([{ ...entry, retired: '2026-11-22' }], new Map([[channel as ChannelId, root]]), []);
    const now = realNow();
    const draft = draftEdition(files, Math.floor(now.getTime() / 1000), sha256, [published.value.version]);
    const parts = new Map([['targets', draft.targets] as const, ['snapshot', draft.snapshot] as const]);
    const id = await writeDraft(group.share, {
      kind: 'directory',
      repository: 'directory',
      base: published.value.version,
      madeAt: now,
      note: '',
      parts,
      files,
    });
    const review = await reviewDraft({ share: group.share, repository: 'directory', id, now });
    const difference = review.ok ? review.value.difference : null;
    if (difference?.kind !== 'directory') throw new Error('no difference');
    expect(difference.channels).toEqual([
      { name: channel, change: 'changed', fields: [{ field: 'retired', before: '', after: '2026-11-22' }] },
    ]);
    expect(difference.people.every(({ change }) => change === 'removed')).toBe(true);
    await signBy(group.share, id, group.stewards.slice(0, 2), 'directory');
    const done = await publishDraft(publishInput(group.share, group.stewards[0] ?? null, { repository: 'directory', id }));
    expect(done).toMatchObject({ ok: true, value: { kind: 'directory' } });
  });
});

describe('who signed', () => {
  it('is counted by the root that waits while none is published: nobody of it is called a stranger', async () => {
    const share = tempFolder();
    const { draft, editors } = stagedRoot({ now: realNow() });
    await writeDraft(share, draft);
    const id = await writeDraft(share, stagedEdition({ now: realNow() }));
    for (const editor of editors.slice(0, 2)) expect((await addSignature(share, channel, id, editor)).ok).toBe(true);
    const [stranger] = signers(1);
    const added = await addSignature(share, channel, id, stranger as (typeof editors)[number]);
    const review = await reviewDraft({ share, repository: channel, id, now: realNow() });
    if (!review.ok || !added.ok) throw new Error('no review');
    const { counted, next } = review.value;
    expect([counted.isComplete, counted.signers.length, counted.ignored]).toEqual([true, 2, [{ file: added.value.file, why: 'key' }]]);
    expect(next).toBeNull();
  });

  it('is counted by both roots while a change of keys waits', async () => {
    const group = await makeGroup();
    const id = await draftOf(group.share, changed);
    const [joining] = signers(1) as [(typeof group.editors)[number]];
    const editors = [...group.editors.slice(1), joining];
    await writeDraft(group.share, stagedRoot({ now: realNow(), version: 2, stewards: group.stewards, editors }).draft);
    await signBy(group.share, id, [
      group.editors[0] as (typeof group.editors)[number],
      group.editors[1] as (typeof group.editors)[number],
      joining,
    ]);
    const review = await reviewDraft({ share: group.share, repository: channel, id, now: realNow() });
    if (!review.ok || !review.value.next) throw new Error('not counted');
    expect([review.value.counted.signers.length, review.value.next.signers.length, review.value.counted.ignored]).toEqual([2, 2, []]);
    expect(reviewLines(review.value).filter((line) => line.startsWith('Signed'))).toEqual([
      expect.stringMatching(/^Signed: 2 of 2 needed/),
      expect.stringMatching(/^Signed for the root that waits: 2 of 2 needed/),
    ]);
  });
});
