// `guides inbox` for real: what several forces left, put together as an editor needs it, with and without the sources.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { channel } from '../../support/group.ts';
import { by, changeOf, type InboxScene, inboxScene, type Left } from '../../support/inbox-scene.ts';
import { runGuides } from '../../support/run-guides.ts';
import { guides, guidesJson } from '../../support/said.ts';
import { sampleSuggestion } from '../../support/suggestions.ts';

let scene: InboxScene;
let [kent, same, essex, comment, support]: Left[] = [];
beforeEach(async () => {
  scene = await inboxScene();
  const source = scene.text('comments');
  const dated = (day: number) => ({ created: `2026-11-0${day}T09:00:00.000Z` });
  kent = scene.leave(changeOf('comments', source, 'unkind', 'cruel', { ...by('Kent Police', 'Ann Example'), ...dated(1) }));
  same = scene.leave(changeOf('comments', source, 'unkind', 'cruel', { ...by('Dorset Police'), ...dated(2) }));
  essex = scene.leave(changeOf('comments', source, 'unkind', 'rude', { ...by('Essex Police'), ...dated(3) }));
  const plain = { channel: kent.suggestion.channel, guide: 'comments' as GuideId, base: null, about: null };
  comment = scene.leave(sampleSuggestion({ ...plain, ...dated(4), proposal: { kind: 'comment' }, why: 'Is this for X too?' }));
  support = scene.leave(sampleSuggestion({ ...plain, ...dated(5), proposal: { kind: 'support', suggestion: essex.digest } }));
  writeFileSync(path.join(scene.share, 'inbox', channel, 'bad.ngsuggest'), 'no zip');
  writeFileSync(path.join(scene.share, 'inbox', channel, '.0123456789ab.unsent.tmp'), '');
});

interface Listed {
  readonly suggestions: readonly {
    digest: string;
    standing: string;
    duplicateOf: string | null;
    supporters: string[];
    answer: { state: string } | null;
  }[];
  readonly groups: readonly { guide: string; block: string | null; isOverlap: boolean; wordings: { by: string[] }[]; others: string[] }[];
  readonly refused: readonly { file: string; why: string }[];
}
const json = (...args: readonly string[]) => guidesJson<Listed>('inbox', scene.share, channel, ...args);
const short = (left: Left | undefined): string => left?.digest.slice(0, 8) ?? '';

describe('guides inbox', () => {
  it('groups by block, with duplicates, overlaps and support, and names what it refused', async () => {
    const listed = await json();
    expect(listed.suggestions.map(({ digest, duplicateOf, supporters }) => [digest, duplicateOf, supporters])).toEqual([
      [kent?.digest, null, []],
      [same?.digest, kent?.digest, []],
      [essex?.digest, null, [support?.digest]],
      [comment?.digest, null, []],
      [support?.digest, null, []],
    ]);
    const [whole, block] = listed.groups;
    expect(whole).toMatchObject({ guide: 'comments', block: null, others: [comment?.digest] });
    expect(block).toMatchObject({ isOverlap: true, wordings: [{ by: [kent?.digest, same?.digest] }, { by: [essex?.digest] }] });
    expect(listed.refused).toEqual([{ file: 'bad.ngsuggest', why: 'not-a-zip' }]);
  });

  it('says it in words that nothing from outside can break', () => {
    const { code, out, err } = runGuides(['inbox', scene.share, channel], scene.folder);
    expect(code).toBe(0);
    expect(out).toContain('OVERLAP, different words for the same place');
    expect(out).toContain(`  ${short(kent)}, ${short(same)}: Hide a comment that is [-unkind-] {+cruel+} to somebody.`);
    expect(out).toContain(`same as ${short(kent)}`);
    expect(out).toContain('1 support it');
    expect(out).toContain('5 suggestions in 2 places: 1 overlap, 1 say what another says.');
    expect(err).toContain('REFUSED bad.ngsuggest: it is no bundle, is damaged, or was cut while it was copied.');
    expect(err).toContain('1 other files are no bundles');
  });

  it('puts them beside the group’s own sources: what those say now, and what was answered there', async () => {
    scene.write('comments.md', scene.text('comments').replace('unkind', 'cruel'));
    const standing = async (...args: readonly string[]) => (await json(...args)).suggestions.slice(0, 3).map((one) => one.standing);
    expect(await standing()).toEqual(['current', 'current', 'current']);
    expect(await standing('--from', scene.folder)).toEqual(['taken', 'taken', 'conflict']);
    await guides('apply', scene.folder, scene.share, channel, short(kent));
    expect((await json('--from', scene.folder)).suggestions).toHaveLength(3);
    const all = await json('--from', scene.folder, '--all');
    expect(all.suggestions.map(({ answer }) => answer?.state ?? null)).toEqual(['accepted', 'accepted', null, null, null]);
    const { err } = await guides('inbox', scene.share, channel, '--from', scene.folder);
    expect(err).toContain('2 are answered for good and left out');
  });

  it('goes by the edition where the sources have errors, and says which', async () => {
    scene.write('comments.md', '# Nothing in front\n');
    const { code, out, err } = await guides('inbox', scene.share, channel, '--from', scene.folder);
    expect([code, out.includes('fits')]).toEqual([0, true]);
    expect(err).toContain('comments.md:1: error front-matter-missing');
  });

  it('is empty, missing or unknown in words', async () => {
    const empty = await inboxScene();
    expect((await guides('inbox', empty.share, channel)).out).toBe('There is nothing in this inbox to decide.');
    const none = runGuides(['inbox', empty.share, 'x', '--json'], empty.folder);
    expect([none.code, JSON.parse(none.out)]).toMatchObject([2, { ok: false, error: { code: 'CHANNEL_UNKNOWN' } }]);
    await expect(guides('inbox', empty.share)).rejects.toThrow('An argument is missing');
  });
});
