// `guides apply` for real: what is in the folder afterwards, what is said, and that nothing is half done.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GuideId } from '../../content/core/base/ids.ts';
import { checkResponses } from '../../content/core/suggestion/check-responses.ts';
import { latest, type Responses } from '../../content/core/suggestion/responses.ts';
import { channel } from '../support/group.ts';
import { by, changeOf, type InboxScene, inboxScene, type Left } from '../support/inbox-scene.ts';
import { runGuides } from '../support/run-guides.ts';
import { guides } from '../support/said.ts';
import { guideMd } from '../support/sources.ts';
import { sampleSuggestion } from '../support/suggestions.ts';

let scene: InboxScene;
let [kent, essex, tell]: Left[] = [];
beforeEach(async () => {
  scene = await inboxScene();
  const source = scene.text('comments');
  kent = scene.leave(changeOf('comments', source, 'unkind', 'cruel', by('Kent Police', 'Ann Example')));
  essex = scene.leave(changeOf('comments', source, 'unkind', 'rude', by('Essex Police')));
  tell = scene.leave(changeOf('page-setup', scene.text('page-setup'), 'twice', 'three times', by('Surrey Police')));
});

const run = (...args: readonly string[]) => guides('apply', scene.folder, scene.share, channel, ...args);
const short = (left: Left | undefined): string => left?.digest.slice(0, 8) ?? '';
function said(): Responses {
  const read = checkResponses(readFileSync(path.join(scene.folder, 'responses.json')));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
const stateOf = (left: Left | undefined) => {
  const answer = said().answers.find(({ suggestion }) => suggestion === left?.digest);
  return answer && latest(answer).state;
};
const everything = () => readdirSync(scene.folder).map((file) => readFileSync(path.join(scene.folder, file), 'utf8'));

describe('guides apply', () => {
  it('puts words, version, credit and answer into the folder, and a second time nothing', async () => {
    const { code, out, err } = await run(short(kent), short(tell), '--say', 'Thank you.');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`${short(kent)} accepted in comments.md, version 0.2.`);
    expect(out).toContain('Written: comments.md, page-setup.md, responses.json. 0 suggestions are open.');
    const text = scene.text('comments');
    expect(text).toContain('Hide a comment that is cruel');
    expect(text).toMatch(/version: "0\.2"\n/);
    expect(text).toContain('note: "Clearer wording, suggested by Ann Example, Kent Police."');
    expect(scene.text('page-setup')).toContain('suggested by Surrey Police."');
    expect([stateOf(kent), stateOf(tell), stateOf(essex)]).toEqual(['accepted', 'accepted', undefined]);
    const before = everything();
    const again = await run(short(kent), short(tell), '--say', 'Thank you.');
    expect([again.code, again.out]).toEqual([
      0,
      `${short(kent)} is accepted already.\n${short(tell)} is accepted already.\nNothing was changed.`,
    ]);
    expect(everything()).toEqual(before);
  });

  it('that was stopped before the answer was written is simply run again', async () => {
    await run(short(kent), short(tell));
    const before = everything();
    rmSync(path.join(scene.folder, 'responses.json'));
    const { code, out } = await run(short(kent), short(tell));
    expect([code, out.includes('(the text says so already)'), everything()]).toEqual([0, true, before]);
  });

  it('runs from the command line as a process', () => {
    const ran = runGuides(['apply', scene.folder, scene.share, channel, short(kent), '--json'], scene.folder);
    expect([ran.code, JSON.parse(ran.out)]).toMatchObject([
      0,
      { ok: true, state: 'accepted', answered: [kent?.digest], written: ['comments.md', 'responses.json'] },
    ]);
  });

  it('writes nothing where one of the chosen does not fit, and says where with all three texts', async () => {
    const before = everything();
    const { code, out } = await run(short(tell), short(kent), short(essex));
    const line =
      scene
        .text('comments')
        .split('\n')
        .findIndex((one) => one.includes('unkind')) + 1;
    expect(code).toBe(1);
    expect(out).toContain(`comments.md:${line}: CONFLICT with ${short(essex)}`);
    for (const word of ['unkind', 'cruel', 'rude']) expect(out).toContain(`    Hide a comment that is ${word} to somebody.`);
    expect(out).toContain('Nothing was written');
    expect(everything()).toEqual(before);
  });

  it('writes those that fit with --each, and goes on from there', async () => {
    const { code } = await run(short(kent), short(essex), short(tell), '--each');
    expect([code, stateOf(kent), stateOf(essex), stateOf(tell)]).toEqual([1, 'accepted', undefined, 'accepted']);
    expect(scene.text('comments')).toContain('cruel');
    scene.write('comments.md', scene.text('comments').replace('cruel', 'cruel or rude'));
    expect((await run(short(essex), '--reword')).code).toBe(0);
    expect(stateOf(essex)).toBe('reworded');
    expect(scene.text('comments')).toContain('cruel or rude');
    expect(scene.text('comments')).toContain('note: "Clearer wording, suggested by Essex Police."');
    expect(scene.text('comments')).not.toContain('0.3');
  });

  it('receives all, looks at one, declines one; what is open is known', async () => {
    expect((await run('--receive', '--all')).code).toBe(0);
    expect(said().open).toHaveLength(3);
    expect(said().open.find(({ suggestion }) => suggestion === kent?.digest)?.blocks[0]?.next).toContain('cruel');
    await run(short(kent), '--review');
    await run(short(essex), '--decline', 'no-evidence', '--say', 'Please say where.');
    expect([stateOf(kent), stateOf(essex), stateOf(tell), said().open.length]).toEqual(['in-review', 'declined', 'received', 2]);
    expect((await run('--receive', '--all')).out).toBe('Nothing was changed.');
  });

  it('credits and answers those who say the same', async () => {
    const same = scene.leave(
      changeOf('comments', scene.text('comments'), 'unkind', 'cruel', { ...by('Dorset Police'), created: '2027-01-01T00:00:00.000Z' }),
    );
    const support = scene.leave(
      sampleSuggestion({
        ...by('Cumbria Constabulary'),
        channel: kent?.suggestion.channel ?? sampleSuggestion().channel,
        guide: 'comments' as GuideId,
        base: null,
        about: null,
        proposal: { kind: 'support', suggestion: kent?.digest ?? same.digest },
      }),
    );
    await run(short(kent));
    expect([stateOf(same), stateOf(support)]).toEqual(['accepted', 'accepted']);
    expect(scene.text('comments')).toContain('suggested by Ann Example, Kent Police; also Cumbria Constabulary, Dorset Police.');
  });

  it('adds a new guide, and says what a build will', async () => {
    const text = guideMd('live-video', channel, 'Words.');
    const left = scene.leave(
      sampleSuggestion({
        channel: tell?.suggestion.channel ?? sampleSuggestion().channel,
        guide: null,
        base: null,
        about: null,
        proposal: { kind: 'new-guide', source: text, template: null },
      }),
    );
    const { code, out, err } = await run(short(left));
    expect([code, existsSync(path.join(scene.folder, 'live-video.md'))]).toEqual([0, true]);
    expect(out).toContain('(a new guide: name it in pack.yml)');
    expect(err).toBe('');
    expect(scene.text('live-video')).toContain('New guide, suggested by Ann Example, Kent Police.');
  });

  it('merges into a text that the group changed since the edition', async () => {
    scene.write('comments.md', scene.text('comments').replace('## Comments', '## Comments on posts'));
    expect((await run(short(kent))).code).toBe(0);
    expect(scene.text('comments')).toContain('## Comments on posts\n\nHide a comment that is cruel');
  });

  it('writes nothing over answers that cannot be read', async () => {
    scene.write('responses.json', '{ "format": 1,\n"answers": [\n<<<<<<< HEAD\n');
    const before = everything();
    await expect(run(short(kent))).rejects.toThrow('Mend responses.json first');
    expect(everything()).toEqual(before);
    const ran = runGuides(['apply', scene.folder, scene.share, channel, short(kent)], scene.folder);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('responses.json:3: error responses')]);
  });

  it('says what is not in the drop-box, and warns of what looks personal', async () => {
    await expect(run('00000000')).rejects.toMatchObject({ code: 'SUGGESTION_NOT_FOUND' });
    expect((await run(short(kent), '--review', '--say', 'Ask PC Jane Smith.')).err).toContain('looks personal');
  });
});
