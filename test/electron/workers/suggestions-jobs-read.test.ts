import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BlockId, GuideId, Sha256 } from '../../../content/core/base/ids.ts';
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import { noResponses, type OpenSuggestion, type Responses } from '../../../content/core/suggestion/responses.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { draftParts } from '../../support/draft-parts.ts';
import { firstRules, heldText, rules } from '../../support/note-scene.ts';
import { type Desk, draftFolder, suggestDesk } from '../../support/suggest-scene.ts';
import { idOf } from '../../support/suggestions.ts';

const view = { guide: rules, edition: 0 };
const send = (desk: Desk, number: number, words = String(number)): Promise<unknown> =>
  desk.session.call('suggestions.sent', { id: idOf(number), digest: sha256(words) as Sha256, way: 'file', name: 'a.ngsuggest' });
const more = (source: string): string => source.replace('Publish your rules', 'Print **your** rules');

describe('the list', () => {
  test('has a row for each, last changed first, with the first change in plain words', async () => {
    const desk = await suggestDesk();
    const kept = await desk.begin(1, { why: 'It is '.repeat(100) });
    await desk.begin(2, { guide: null, proposal: { kind: 'new-guide', source: '---\ntitle: A new one\n---\n\n# New\n', template: null } });
    await desk.begin(3, { proposal: { kind: 'question' } });
    await desk.type(kept, more);
    const { rows, ...rest } = await desk.session.call('suggestions.all', { hasShare: true });
    expect(rest).toEqual({ unread: [], aside: [], hasShare: true });
    expect(rows.map(({ id }) => id)).toEqual([1, 3, 2].map(idOf));
    const [first, question, whole] = rows;
    expect(first).toMatchObject({
      title: 'Guide rules',
      edits: 1,
      missing: [],
      conflict: false,
      moved: null,
      answer: null,
      readOnly: false,
    });
    expect(first?.first).toEqual({
      old: 'Publish your rules before you moderate anything at all.',
      next: 'Print your rules before you moderate anything at all.',
    });
    expect(first?.why).toHaveLength(300);
    expect(question).toMatchObject({ proposal: 'question', edits: 0, first: null, title: 'Guide rules' });
    expect(whole).toMatchObject({ proposal: 'new-guide', title: 'A new one', guide: null });
  });

  test('names what cannot be read, and shows the others', async () => {
    const desk = await suggestDesk();
    await desk.begin(1);
    const name = `${idOf(7).slice('urn:uuid:'.length)}.other.json`;
    writeFileSync(path.join(draftFolder(desk.scene), name), '{ "half": ');
    const { rows, aside } = await desk.again().session.call('suggestions.all', { hasShare: false });
    expect(rows.map(({ id }) => id)).toEqual([idOf(1)]);
    expect(aside).toEqual([expect.stringContaining('.damaged-')]);
  });

  test('is told of what was written since, without reading the rest again', async () => {
    const desk = await suggestDesk();
    const kept = await desk.begin(1);
    const edits = async () => (await desk.session.call('suggestions.all', { hasShare: false })).rows.map((row) => row.edits);
    expect(await edits()).toEqual([0]);
    const typed = await desk.type(kept, more);
    expect(await edits()).toEqual([1]);
    await desk.session.call('suggestions.save', { id: idOf(1), seen: typed.clock, proposal: 'comment' });
    expect(await edits()).toEqual([0]);
  });
});

describe('of a guide', () => {
  test('it tells what is not sent, what is, and what others suggest at each block', async () => {
    const desk = await suggestDesk();
    const kept = await desk.begin(1, { why: 'So' });
    await desk.type(kept, more);
    await desk.begin(2, { guide: 'other' as GuideId });
    await desk.begin(3, { why: 'So' });
    const block = (await desk.open(1)).blocks[1] as BlockId;
    const entry = (words: string): OpenSuggestion => ({
      ...{ suggestion: sha256(words) as Sha256, guide: rules, blocks: [{ block, next: 'Print it.' }], kind: 'wording' },
      ...{ forces: ['Essex Police'], since: '2026-11-20' },
    });
    const responses: Responses = { ...noResponses, open: [entry('theirs'), entry('1')] };
    await send(desk, 1);
    await desk.scene.publish({ rules: `${firstRules}\nMore.\n`, other: firstRules }, responses);
    await desk.session.reload();
    const told = await desk.session.call('suggestions.guide', view);
    expect(told.drafts.map(({ id }) => id)).toEqual([idOf(3)]);
    expect(told.sent.map(({ id }) => id)).toEqual([idOf(1)]);
    expect((await heldText(desk.scene, rules)).blocks[1]?.id).toBe(block);
    expect(told.open).toMatchObject([{ block, forces: 1, suggestions: [{ suggestion: sha256('theirs') }] }]);
  });
});

describe('counts', () => {
  test('tell drafts, sent and answered apart', async () => {
    const desk = await suggestDesk();
    for (const number of [1, 2, 3]) await desk.begin(number, { proposal: { kind: 'comment' }, why: 'So' });
    await send(desk, 2);
    await send(desk, 3);
    const on = '2026-11-20';
    const said = (words: string, state: 'in-review' | 'declined') => ({
      suggestion: sha256(words) as Sha256,
      events: [state === 'declined' ? { on, words: '', state, reason: 'other' as const } : { on, words: '', state }],
    });
    await desk.scene.publish(
      { rules: firstRules, other: firstRules },
      { ...noResponses, answers: [said('2', 'in-review'), said('3', 'declined')] },
    );
    await desk.session.reload();
    expect(await desk.session.call('suggestions.counts', {})).toEqual({ drafts: 1, sent: 1, answered: 1, conflicts: 0 });
    expect(desk.session.pushes).toContainEqual({
      name: 'suggestions.moved',
      value: { carried: 0, taken: 0, conflicts: 0, answered: [idOf(3)] },
    });
    expect(desk.session.pushes.filter(({ name }) => name === 'suggestions.changed').at(-1)?.value).toMatchObject({ answered: 1 });
    // Asked to look again, the window may find other words of the group.
    const told = desk.session.pushes.length;
    await desk.session.reload();
    expect(desk.session.pushes.slice(told).map(({ name }) => name)).toEqual(['suggestions.changed']);
    expect((await desk.open(2)).answer?.events).toMatchObject([{ state: 'in-review' }]);
    expect((await desk.open(2)).draft.state).toBe('sent');
  });

  test('clear what was thrown away 30 days ago, and files that nobody names', async () => {
    const desk = await suggestDesk();
    const evidence = path.join(draftFolder(desk.scene), 'evidence');
    const put = async (number: number, days: number): Promise<Sha256> => {
      const file = path.join(desk.scene.start.dataDir, `${number}.png`);
      writeFileSync(file, `picture ${number}`);
      await desk.begin(number);
      const kept = await desk.session.call('suggestions.attach', { id: idOf(number), file });
      const [item] = kept.draft.suggestion.evidence;
      const digest = (item?.kind === 'file' ? item.digest : '') as Sha256;
      const then = Date.parse(kept.draft.suggestion.created) / 1000 - days * 86_400;
      utimesSync(path.join(evidence, digest), then, then);
      return digest;
    };
    const [named, old, young] = [await put(1, 90), await put(2, 2), await put(3, 0)];
    for (const number of [2, 3]) {
      const { draft } = await desk.open(number);
      await desk.session.call('suggestions.save', { id: idOf(number), seen: draft.clock, evidence: [] });
    }
    await desk.begin(4);
    await desk.begin(5);
    await desk.session.call('suggestions.delete', { ids: [idOf(4), idOf(5)] as SuggestionId[] });
    const ago = (days: number) => new Date(Date.parse('2026-11-22T12:00:00.000Z') - days * 86_400_000).toISOString();
    const { drafts } = draftParts(desk.scene.start.dataDir, 'pc1');
    await drafts.change(idOf(4), (found) => found && { ...found, draft: { ...found.draft, deleted: ago(31) } });
    await drafts.change(idOf(5), (found) => found && { ...found, draft: { ...found.draft, deleted: ago(29) } });
    await desk.again().session.call('suggestions.counts', {});
    expect([named, old, young].map((digest) => existsSync(path.join(evidence, digest)))).toEqual([true, false, true]);
    const left = readdirSync(draftFolder(desk.scene)).join(' ');
    expect(left).not.toContain(idOf(4).slice('urn:uuid:'.length));
    expect(left).toContain(idOf(5).slice('urn:uuid:'.length));
  });
});
