import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BlockId, ChannelId, GuideId, Sha256 } from '../../../content/core/base/ids.ts';
import { suggestionLimits } from '../../../content/core/suggestion/bounds.ts';
import { undo } from '../../../content/core/suggestion/undo-history.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { codeOf, firstRules, heldText, passageOf, rules, ruleWords, secondRules } from '../../support/note-scene.ts';
import { type Desk, draftFolder, sourceOf, suggestDesk } from '../../support/suggest-scene.ts';
import { idOf } from '../../support/suggestions.ts';

let desk: Desk;
let files: (name?: RegExp) => readonly string[];
const home = mkdtempSync(path.join(tmpdir(), 'guides-suggest-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeAll(async () => {
  desk = await suggestDesk(home);
  files = () => readdirSync(draftFolder(desk.scene)).filter((name) => name.endsWith('.json'));
}, 30_000);
const bytesOf = (number: number): string => {
  const name = files().find((file) => file.startsWith(idOf(number).slice('urn:uuid:'.length))) ?? '';
  return readFileSync(path.join(draftFolder(desk.scene), name), 'utf8');
};

describe('a suggestion that is begun', () => {
  test('has the guide as it is on the page for its base, and its passage with the block’s digest', async () => {
    const text = await heldText(desk.scene, rules);
    const kept = await desk.begin(1, { passage: passageOf(text, ruleWords[1]), why: 'It says too little' });
    const { suggestion } = kept.draft;
    expect(suggestion.base?.edition.digest).toBe(sha256(suggestion.base?.source ?? ''));
    expect(suggestion.base?.source).toContain('Publish your rules');
    expect(sourceOf(kept.draft)).toBe(suggestion.base?.source);
    expect(kept.blocks).toEqual(text.blocks.map(({ id }) => id));
    expect(suggestion.about?.anchor).toMatchObject({ exact: ruleWords[1] });
    const block = text.blocks.find(({ id }) => id === suggestion.about?.anchor.block);
    expect(suggestion.about?.blockDigest).toBe(sha256(text.text.slice(block?.start, block?.end)).slice(0, 16));
    expect(suggestion).toMatchObject({ why: 'It says too little', author: { force: 'Kent Police' }, urgency: 'whenever' });
    expect(bytesOf(1)).toContain('It says too little');
  });

  test('twice is the same one, with what was typed meanwhile', async () => {
    const kept = await desk.begin(2);
    await desk.type(kept, (source) => `${source}\nMore.\n`);
    const again = await desk.begin(2, { why: 'another' });
    expect(sourceOf(again.draft)).toContain('More.');
    expect(again.draft.suggestion.why).toBe('');
  });

  test('may be of a guide that is missing, a comment, a question or support', async () => {
    const whole = '---\ntitle: A new one\n---\n\n# New\n';
    const made = await desk.begin(3, { guide: null, proposal: { kind: 'new-guide', source: whole, template: null } });
    expect(made).toMatchObject({ blocks: [], title: null, draft: { suggestion: { base: null, guide: null } } });
    expect((await desk.begin(4, { proposal: { kind: 'comment' } })).draft.suggestion.proposal).toEqual({ kind: 'comment' });
    const suggestion = sha256('theirs') as Sha256;
    const support = await desk.begin(5, { proposal: { kind: 'support', suggestion } });
    expect(support.draft.suggestion).toMatchObject({ base: null, proposal: { suggestion } });
    const { supported, drafts } = await desk.session.call('suggestions.guide', { guide: rules, edition: 0 });
    expect(supported).toEqual([suggestion]);
    expect(drafts.map(({ id }) => id)).not.toContain(idOf(5));
  });

  test('of a guide, an edition or words that are not there is refused, and leaves nothing', async () => {
    const before = files();
    const nobody = { block: 'bzzzzzzzzzzzz' as BlockId, offset: 1 };
    const nowhere = { start: nobody, end: nobody };
    expect(await codeOf(desk.begin(9, { guide: 'gone' as GuideId }))).toBe('GUIDE_NOT_FOUND');
    expect(await codeOf(desk.begin(9, { edition: 12 }))).toBe('GUIDE_NOT_FOUND');
    expect(await codeOf(desk.begin(9, { passage: nowhere }))).toBe('BAD_REQUEST');
    expect(files()).toEqual(before);
    expect(await codeOf(desk.open(9))).toBe('SUGGESTION_NOT_FOUND');
  });
});

describe('a save', () => {
  test('is on disk when it is answered, and can be undone in the next process', async () => {
    const kept = await desk.begin(10);
    const saved = await desk.type(kept, (source) => source.replace('Publish', 'Print'));
    expect(bytesOf(10)).toContain('Print your rules');
    expect(saved).toMatchObject({ state: 'draft', parted: null, missing: ['why'] });
    const later = await desk.again().open(10);
    expect(undo(sourceOf(later.draft), later.history)?.text).toBe(sourceOf(kept.draft));
  });

  test('of the same words changes nothing, not even when it is asked again', async () => {
    const kept = await desk.begin(11);
    const first = await desk.type(kept, (source) => `${source}\nOnce.\n`);
    const [before, age] = [bytesOf(11), statSync(draftFolder(desk.scene)).mtimeMs];
    expect(await desk.type(kept, (source) => `${source}\nOnce.\n`)).toEqual(first);
    expect([bytesOf(11), statSync(draftFolder(desk.scene)).mtimeMs]).toEqual([before, age]);
  });

  test('is ready only when nothing is missing, and a draft again when somebody types', async () => {
    const kept = await desk.begin(12);
    const id = idOf(12);
    const typed = await desk.type(kept, (source) => `${source}\nMore.\n`);
    expect(await desk.session.call('suggestions.save', { id, seen: typed.clock, ready: true })).toMatchObject({ state: 'draft' });
    const ready = await desk.session.call('suggestions.save', { id, seen: typed.clock, ready: true, why: 'So' });
    expect(ready).toMatchObject({ state: 'ready', missing: [] });
    expect(await desk.type(await desk.open(12), (source) => `${source}\nEven more.\n`)).toMatchObject({ state: 'draft' });
  });

  test('beyond the bounds is refused with the reason, and what was there stays', async () => {
    await desk.begin(13);
    const before = bytesOf(13);
    const seen = (await desk.open(13)).draft.clock;
    const why = 'x'.repeat(suggestionLimits.why + 1);
    await expect(desk.session.call('suggestions.save', { id: idOf(13), seen, why })).rejects.toMatchObject({
      code: 'SUGGESTION_FULL',
      data: { why: 'why-too-long' },
    });
    expect(bytesOf(13)).toBe(before);
  });

  test('never edits what was sent', async () => {
    const kept = await desk.begin(14, { why: 'So' });
    await desk.type(kept, (source) => `${source}\nMore.\n`);
    const sent = { id: idOf(14), digest: sha256('bundle') as Sha256, way: 'file', name: 'a.ngsuggest' } as const;
    await desk.session.call('suggestions.sent', sent);
    const before = bytesOf(14);
    expect(await codeOf(desk.type(await desk.open(14), (source) => `${source}\nLate.\n`))).toBe('SUGGESTION_CHANGED');
    expect(await codeOf(desk.session.call('suggestions.settle', { id: idOf(14), how: 'seen', source: null }))).toBe('SUGGESTION_CHANGED');
    expect(bytesOf(14)).toBe(before);
  });

  test('in another process than the other’s parts the words rather than lose them', async () => {
    const kept = await desk.begin(15);
    const other = desk.again('pc2');
    const theirs = await other.open(15);
    await desk.type(kept, (source) => `${source}\nOurs.\n`);
    const { parted } = await other.type(theirs, (source) => `${source}\nTheirs.\n`);
    const texts = [await other.open(15), ...(parted ? [await other.session.call('suggestions.open', { id: parted })] : [])].map(
      ({ draft }) => sourceOf(draft),
    );
    expect(texts.join('')).toMatch(/Ours\.[\s\S]*Theirs\.|Theirs\.[\s\S]*Ours\./);
    expect(texts).toHaveLength(2);
  });
});

test('what is thrown away is not there, and comes back as it was', async () => {
  const kept = await desk.begin(20);
  await desk.type(kept, (source) => `${source}\nKept.\n`);
  await desk.session.call('suggestions.delete', { ids: [idOf(20)] });
  await desk.session.call('suggestions.delete', { ids: [idOf(20)] });
  expect(await codeOf(desk.open(20))).toBe('SUGGESTION_NOT_FOUND');
  const { rows } = await desk.session.call('suggestions.all', { hasShare: false });
  expect(rows.map(({ id }) => id)).not.toContain(idOf(20));
  await desk.session.call('suggestions.restore', { ids: [idOf(20)] });
  expect(sourceOf((await desk.open(20)).draft)).toContain('Kept.');
});

describe('when a newer edition comes', () => {
  const ours = (source: string) => source.replace('before you moderate anything at all', 'before you start');
  test('words that were typed in the text of before it take nothing of it back', async () => {
    const own = await suggestDesk();
    const kept = await own.begin(1, { why: 'So' });
    await own.scene.publish({ rules: secondRules, other: firstRules });
    await own.session.reload();
    const moved = await own.open(1);
    // The window had not looked yet, and goes on in its own text.
    const saved = await own.type(kept, ours);
    const then = sourceOf((await own.open(1)).draft);
    expect(then).toContain('Hide any comment that breaks the published rules');
    expect(then).toContain('before you start');
    expect(compareSeen(saved.clock, moved.draft.clock)).toBe(true);
    // And again, with the clock it was answered.
    const late = { ...kept, draft: { ...kept.draft, clock: saved.clock } };
    await own.type(late, (source) => ours(source).replace('before you start', 'before you begin'));
    const last = await own.open(1);
    expect(sourceOf(last.draft)).toContain('before you begin');
    expect(sourceOf(last.draft)).toContain('the published rules');
    expect(last.draft).toMatchObject({ conflict: null, moved: { what: 'carried' } });
  });

  test('a conflict is settled with one text, and can be taken back', async () => {
    const own = await suggestDesk();
    const kept = await own.begin(1, { why: 'So' });
    await own.type(kept, (source) => source.replace('Hide a comment that breaks the rules', 'Never hide what breaks rules'));
    await own.again().scene.publish({ rules: secondRules, other: firstRules });
    const next = own.again();
    await next.session.reload();
    const torn = await next.open(1);
    expect(torn.draft.conflict?.source).toContain('the published rules');
    expect(sourceOf(torn.draft)).toContain('Never hide what breaks rules');
    const source = (torn.draft.conflict?.source ?? '').replace('Hide any comment', 'Never hide any comment');
    const one = await next.session.call('suggestions.settle', { id: idOf(1), how: 'resolve', source });
    expect(one.draft).toMatchObject({ conflict: null, suggestion: { proposal: { source } } });
    expect(one.draft.suggestion.base?.source).toBe(torn.draft.conflict?.source);
    expect(await next.session.call('suggestions.settle', { id: idOf(1), how: 'resolve', source })).toEqual(one);
    const back = await next.session.call('suggestions.settle', { id: idOf(1), how: 'take-back', source: null });
    expect(sourceOf(back.draft)).toBe(sourceOf(torn.draft));
  });
});

const compareSeen = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean =>
  Object.entries(a).every(([writer, count]) => count < (b[writer] ?? 0));

test('a channel is the guide’s own, whatever the window says', async () => {
  const kept = await desk.begin(30, { channel: 'x' as ChannelId });
  expect(kept.draft.suggestion.channel).toBe('facebook');
});
