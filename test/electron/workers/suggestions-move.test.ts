import { expect, test } from 'vitest';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { undo } from '../../../content/core/suggestion/undo-history.ts';
import { firstRules, heldText, passageOf, rules, ruleWords, secondRules } from '../../support/note-scene.ts';
import { type Desk, sourceOf, suggestDesk } from '../../support/suggest-scene.ts';
import { idOf } from '../../support/suggestions.ts';

const changed = (text: string): string => text.replace(' ', ' really ');
const words = ['Publish your rules before you moderate', 'Hide a comment that breaks the rules', 'keep a copy'] as const;
const told = (desk: Desk) => desk.session.pushes.filter(({ name }) => name === 'suggestions.moved').map(({ value }) => value);
const counts = (desk: Desk) => desk.session.pushes.filter(({ name }) => name === 'suggestions.changed').at(-1)?.value;

/** Each changes one paragraph, before `secondRules` come; a process that has rested since. */
async function threeDrafts(): Promise<Desk> {
  const desk = await suggestDesk();
  const text = await heldText(desk.scene, rules);
  for (const [at, there] of words.entries()) {
    const kept = await desk.begin(at + 1, { why: 'So', passage: passageOf(text, ruleWords[at] as string) });
    await desk.type(kept, (source) => source.replace(there, changed(there)));
  }
  const rested = desk.again();
  await rested.session.reload();
  return rested;
}

test('a newer edition carries what fits, and leaves both texts of what does not', async () => {
  const desk = await threeDrafts();
  const before = sourceOf((await desk.open(1)).draft);
  const version = await desk.scene.publish({ rules: secondRules, other: firstRules });
  await desk.session.reload();
  expect(told(desk)).toEqual([{ carried: 1, taken: 0, conflicts: 2, answered: [] }]);
  expect(counts(desk)).toEqual({ drafts: 3, sent: 0, answered: 0, conflicts: 2 });
  const [stays, reworded, gone] = [await desk.open(1), await desk.open(2), await desk.open(3)];
  expect(stays.draft).toMatchObject({ moved: { what: 'carried' }, conflict: null });
  expect(stays.draft.suggestion.base?.edition.version).toBe(version);
  expect(sourceOf(stays.draft)).toContain(changed(words[0]));
  expect(sourceOf(stays.draft)).toContain('the published rules');
  expect(stays.draft.suggestion.about?.anchor).toMatchObject({ exact: ruleWords[0], edition: { version } });
  expect(stays.blocks).toEqual((await heldText(desk.scene, rules)).blocks.map(({ id }) => id));
  expect(undo(sourceOf(stays.draft), stays.history)?.text).toBe(before);
  for (const [at, draft] of [reworded.draft, gone.draft].entries()) {
    expect(sourceOf(draft)).toContain(changed(words[at + 1] as string));
    expect(draft.conflict?.source).toContain('the published rules');
    expect(draft.moved).toBeNull();
  }
  // Ids of a base that is not the newest are those of the edition it was made from.
  expect(new Set(gone.blocks).size).toBe(gone.blocks.length);
});

test('the same edition again changes nothing, and is not told', async () => {
  const desk = await threeDrafts();
  await desk.scene.publish({ rules: secondRules, other: firstRules });
  await desk.session.reload();
  const clocks = async () => Promise.all([1, 2, 3].map(async (number) => (await desk.open(number)).draft.clock));
  const before = await clocks();
  await desk.session.reload();
  expect(await clocks()).toEqual(before);
  expect(told(desk)).toHaveLength(1);
});

test('what the edition says itself now is taken', async () => {
  const desk = await suggestDesk();
  const next = firstRules.replace('Publish your rules', 'Print your rules');
  await desk.type(await desk.begin(1), (source) => source.replace('Publish your rules', 'Print your rules'));
  const rested = desk.again();
  await rested.session.reload();
  await desk.scene.publish({ rules: next, other: firstRules });
  await rested.session.reload();
  expect(told(rested)).toMatchObject([{ taken: 1 }]);
  expect((await rested.open(1)).draft.moved).toMatchObject({ what: 'taken' });
});

test('a draft that somebody writes in stays until it rests', async () => {
  const desk = await suggestDesk();
  const kept = await desk.begin(1);
  await desk.type(kept, (source) => source.replace('Publish', 'Print'));
  await desk.scene.publish({ rules: secondRules, other: firstRules });
  await desk.session.reload();
  expect(told(desk)).toEqual([]);
  expect((await desk.open(1)).draft.suggestion.base?.source).toBe(kept.draft.suggestion.base?.source);
  const rested = desk.again();
  await rested.session.reload();
  expect(told(rested)).toMatchObject([{ carried: 1 }]);
});

test('a guide that is held no more leaves the draft as it is, with the words of its base', async () => {
  const desk = await suggestDesk();
  await desk.type(await desk.begin(1, { guide: 'other' as GuideId }), (source) => source.replace('Publish', 'Print'));
  const before = await desk.open(1);
  const rested = desk.again();
  await rested.session.reload();
  await desk.scene.publish({ rules: firstRules });
  await rested.session.reload();
  const after = await rested.open(1);
  expect(after.draft).toEqual(before.draft);
  expect(after.title).toBeNull();
  expect(after.blocks).toHaveLength(before.blocks.length);
  const { rows } = await rested.session.call('suggestions.all', { hasShare: false });
  expect(rows.map(({ id, guide }) => [id, guide])).toEqual([[idOf(1), 'other']]);
});
