// Notes when a new edition arrives, published by the commands of `guides` and fetched from a share by the real app: each
// note keeps to its words, and one whose words are gone waits for a person to find it a new place.
import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchorTextOf } from '../../content/core/annotation/anchor-text.ts';
import type { Fate, Note } from '../../content/core/annotation/model.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import type { NoteEdit } from '../../electron/ipc/note-schemas.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { notesCardText, selectionText } from '../../renderer/text/notes-card.ts';
import { notesListText } from '../../renderer/text/notes-list.ts';
import { channelName, type FoundedShare, found } from '../support/founded-share.ts';
import { dragOver } from '../support/mouse-words.ts';
import { type ReaderWindow, readerWindow } from '../support/reader-window.ts';
import { hasRecordings, type RealPair, realPairs } from '../support/real-editions.ts';
import { guidesJson } from '../support/said.ts';
import { call, notices, openByLink } from '../support/screens.ts';
import { sourceFolder } from '../support/sources.ts';
import { removeVariants, variantFolder, variantOf } from '../support/variants.ts';

let world: FoundedShare;
let reader: ReaderWindow;

beforeAll(async () => {
  world = await found(variantFolder());
  const seed = path.join(variantFolder(), 'seed');
  cpSync(world.share, seed, { recursive: true });
  reader = await readerWindow(variantOf('e2e-notes-editions', seed, path.join(world.folder, '1.root.json')), world.share);
}, 180_000);
afterAll(async () => {
  await reader?.close();
  removeVariants();
});

/** An edition of the one channel, drafted, signed by two and published; fetched by the reader. */
async function publish(bodies: Readonly<Record<string, string>>): Promise<void> {
  const from = sourceFolder({ [channelName]: bodies }, variantFolder());
  const { draft } = await guidesJson<{ draft: string }>('draft', channelName, '--from', from, '--share', world.share);
  await world.sign(channelName, draft, 'e1', 'e2');
  await world.publish(channelName, draft, 'e2');
  await reader.look();
}

/** The words in the guide's own text, as blocks and places in them; null where they do not stand there just once. */
function passageOf({ source, blockIds }: GuideDocument, exact: string): Extract<NoteEdit, { kind: 'add' }>['passage'] | null {
  const { text, blocks } = anchorTextOf(parseGuide(source, '').blocks, blockIds);
  const start = text.indexOf(exact);
  if (start < 0 || start !== text.lastIndexOf(exact)) return null;
  const place = (at: number) => {
    const block = blocks.find((each) => each.start <= at && at <= each.end);
    return block?.id ? { block: block.id, offset: at - block.start } : null;
  };
  const [from, to] = [place(start), place(start + exact.length)];
  return from && to ? { start: from, end: to } : null;
}

let made = 0;
/** A note on each of the quotes that stand in the guide as it is read now. */
async function annotate(guide: string, quotes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const document = await call(reader.page, 'library.guide', { id: guide as never });
  const ids = new Map<string, string>();
  const edits = quotes.flatMap((exact): NoteEdit[] => {
    const passage = passageOf(document, exact);
    if (!passage) return [];
    made += 1;
    const id = `urn:uuid:00000000-0000-4000-8000-${String(made).padStart(12, '0')}` as Note['id'];
    ids.set(exact, id);
    return [{ kind: 'add', id, passage, highlight: 'important', text: `About: ${exact.slice(0, 30)}`, tags: [] }];
  });
  if (edits.length > 0) await call(reader.page, 'notes.edit', { guide, edition: document.seal.version, edits });
  return ids;
}

const notesOn = async (guide: string): Promise<readonly Note[]> =>
  (await call(reader.page, 'notes.guide', { guide, edition: 0 })).notes.map(({ note }) => note);

/** Placing happens in its own time: waits until every note of the guide stands in the newest edition. */
async function placed(guide: string): Promise<ReadonlyMap<string, Note>> {
  const { seal } = await call(reader.page, 'library.guide', { id: guide as never });
  const isDone = (note: Note): boolean => note.anchor.edition.version === seal.version || note.fate === 'gone';
  await expect.poll(async () => (await notesOn(guide)).every(isDone), { timeout: 20_000 }).toBe(true);
  return new Map((await notesOn(guide)).map((note) => [note.id, note]));
}

const guide = 'journey';
const first = [
  '## Before you post',
  'Ask your web manager who may post on this page before you write anything on it.',
  'Keep a record of every comment that you hide, with the time and your reason.',
  '## When somebody is in danger',
  'Never answer a report of a crime in a comment: send the person to 101 or, in an emergency, to 999.',
  'The old form on the intranet collects every complaint about the page until Friday.',
  '## Afterwards',
  'Tell the control room what you posted and when you are going off duty.',
];
const [, ask = '', record = '', , never = '', , , tell = ''] = first;
const reworded = record.replace('every comment that you hide', 'each comment you hide or delete');
// The paragraph about answering is now the first; the form is no more.
const second = [first[0], never, ask, reworded, first[3], 'Somebody else answers for you.', first[6], tell];

describe('a person’s notes', () => {
  test('are made with the mouse, met by a new edition, and the one without a place is placed again', { timeout: 120_000 }, async () => {
    const { page } = reader;
    await publish({ [guide]: first.join('\n\n') });
    await openByLink(page, guide);
    const bar = page.getByRole('toolbar', { name: selectionText.bar });
    const marked = [
      'who may post on this page',
      'a record of every comment that you hide',
      'Never answer a report of a crime in a comment',
    ];
    for (const words of marked) {
      await dragOver(page, words);
      await bar.getByRole('button', { name: selectionText.highlight, exact: true }).click();
      await expect.poll(async () => (await notesOn(guide)).some(({ anchor }) => anchor.exact === words)).toBe(true);
    }
    await dragOver(page, 'old form on the intranet');
    await bar.getByRole('button', { name: selectionText.note, exact: true }).click();
    await page.getByRole('textbox', { name: notesCardText.field, exact: true }).fill('Ask IT whether it still works.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await notesOn(guide)).filter(({ text }) => text !== '').length).toBe(1);

    await publish({ [guide]: second.join('\n\n') });
    const notice = notices(page).getByText('Your 4 notes: 1 unchanged, 1 reworded, 1 moved, 1 needs a new place.');
    await notice.waitFor({ timeout: 20_000 });
    await notices(page).getByRole('button', { name: notesListText.look }).click();
    const tray = page.getByRole('region', { name: notesListText.trayTitle(1) }).or(page.locator('main'));
    await tray.getByText('Ask IT whether it still works.').first().waitFor();
    const open = page.getByRole('button', { name: notesListText.findPlace });
    if (await open.isVisible()) await open.click();
    await page.getByRole('button', { name: notesListText.choosePlace }).click();
    await page.locator('strong').getByText(notesListText.placingHow).waitFor();
    await dragOver(page, 'Somebody else answers');
    await page.getByRole('button', { name: notesListText.placeHere }).click();

    await expect
      .poll(async () => (await notesOn(guide)).map(({ fate, anchor }) => `${fate}: ${anchor.exact}`).sort())
      .toEqual([
        'moved: Never answer a report of a crime in a comment',
        'reworded: a record of each comment you hide',
        'unchanged: Somebody else answers',
        'unchanged: who may post on this page',
      ]);
    expect((await call(page, 'notes.counts', {})).unplaced).toBe(0);
  });
});

describe.skipIf(!hasRecordings)('recorded editions of real guidance', () => {
  test('every quote that stayed keeps its note, none is placed elsewhere, and what is gone waits', { timeout: 240_000 }, async () => {
    const pairs = realPairs(12);
    await publish(Object.fromEntries(pairs.map(({ id, old }) => [id, old])));
    const marked = new Map<RealPair, ReadonlyMap<string, string>>();
    for (const pair of pairs)
      marked.set(
        pair,
        await annotate(
          pair.id,
          pair.quotes.map(({ exact }) => exact),
        ),
      );
    await publish(Object.fromEntries(pairs.map(({ id, next }) => [id, next])));
    const met: Record<string, Record<Fate, number>> = {};
    for (const [pair, ids] of marked) {
      const notes = await placed(pair.id);
      for (const { exact, kind, now } of pair.quotes) {
        const note = notes.get(ids.get(exact) ?? '');
        if (!note) continue;
        met[kind] ??= { unchanged: 0, reworded: 0, moved: 0, gone: 0 };
        met[kind][note.fate]++;
        expect(note.text).toBe(`About: ${exact.slice(0, 30)}`);
        if (kind === 'same') expect(note.anchor.exact).toBe(exact);
        if (kind === 'reworded' && note.fate !== 'gone') expect(sharedWords(note.anchor.exact, now ?? '')).toBeGreaterThan(0.5);
      }
    }
    expect(met.same).toMatchObject({ gone: 0, reworded: 0 });
    expect(met.gone).toMatchObject({ unchanged: 0, reworded: 0 });
    expect(Object.values(met.same ?? {}).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10);
  });
});

/** Of the words of `b`, how many stand in `a`. */
function sharedWords(a: string, b: string): number {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [known, wanted] = [new Set(words(a)), words(b)];
  return wanted.length === 0 ? 1 : wanted.filter((word) => known.has(word)).length / wanted.length;
}
