import { describe, expect, test } from 'vitest';
import { type AnchorText, anchorAt, anchorTextOf } from '../../../content/core/annotation/anchor-text.ts';
import { fromAnnotation, toAnnotation } from '../../../content/core/annotation/json-ld.ts';
import type { EditionRef, Note } from '../../../content/core/annotation/model.ts';
import { acknowledged, isKept, placedAt, placeNotes } from '../../../content/core/annotation/place-notes.ts';
import type { BlockId } from '../../../content/core/base/ids.ts';
import { sampleNote } from '../../support/notes.ts';

const digest = (sign: string) => sign.repeat(64);
const first: EditionRef = { version: 1, digest: digest('1') };
const second: EditionRef = { version: 2, digest: digest('2') };
const third: EditionRef = { version: 3, digest: digest('3') };

const guide = (...texts: readonly string[]): AnchorText =>
  anchorTextOf(
    texts.map((text) => ({ text })),
    texts.map((_, at) => `b${'abcdefg'.charAt(at).repeat(7)}` as BlockId),
  );

const old = guide(
  'House rules',
  'Publish your rules before you moderate anything.',
  'Hide a comment that breaks the rules, then record why you did so.',
  'Delete only what the law tells you to delete, and keep a copy of it in the evidence store.',
);
const next = guide(
  'House rules',
  'Publish your rules before you moderate anything.',
  'Delete only what the law tells you to delete, and keep a copy of it in the evidence store.',
  'Hide a comment that breaks the published rules, then record why you did so, within a day.',
);
const editions = new Map([[1, old]]);
const held = ({ version }: EditionRef) => editions.get(version) ?? null;

function noteOn(words: string, inside = old, edition = first): Note {
  const start = inside.text.indexOf(words);
  const anchor = anchorAt(inside, [start, start + words.length], edition);
  if (!anchor) throw new Error(`${words} is not there`);
  return sampleNote({ anchor });
}

const placed = (note: Note, from = held) => placeNotes([note], { ref: second, text: next }, from);

describe('notes in a new edition', () => {
  test('stay with words that stayed', () => {
    const { notes, counts } = placed(noteOn('before you moderate'));
    expect(notes[0]).toMatchObject({ fate: 'unchanged', before: null, anchor: { edition: second, exact: 'before you moderate' } });
    expect(counts).toEqual({ unchanged: 1, reworded: 0, moved: 0, gone: 0 });
  });

  test('follow a paragraph that went elsewhere, and stay with one that others went past', () => {
    const notes = [noteOn('what the law tells you'), noteOn('Hide a comment that breaks')];
    const result = placeNotes(notes, { ref: second, text: next }, held);
    expect(result.notes.map(({ anchor }) => anchor.exact)).toEqual(['what the law tells you', 'Hide a comment that breaks']);
    expect(result.counts.gone).toBe(0);
  });

  test('show what was reworded, with the words as they were', () => {
    const { notes } = placed(noteOn('breaks the rules, then record'));
    expect(notes[0]).toMatchObject({
      fate: 'reworded',
      before: { exact: 'breaks the rules, then record', edition: first },
    });
  });

  test('of words that are gone keep their place and words of before', () => {
    const shorter = guide('House rules', 'Publish your rules before you moderate anything.');
    const note = noteOn('keep a copy of it');
    const { notes, counts } = placeNotes([note], { ref: second, text: shorter }, held);
    expect(notes[0]).toMatchObject({ fate: 'gone', anchor: note.anchor, before: note.anchor });
    expect(counts.gone).toBe(1);
  });

  test('come back when their words come back', () => {
    const gone = placeNotes([noteOn('keep a copy of it')], { ref: second, text: guide('House rules') }, held).notes;
    const { notes } = placeNotes(gone, { ref: third, text: old }, () => null);
    expect(notes[0]).toMatchObject({ fate: 'unchanged', before: null, anchor: { edition: third, exact: 'keep a copy of it' } });
  });

  test('come back when an edition has the very text again that they stood in last', () => {
    const gone = placeNotes([noteOn('keep a copy of it')], { ref: second, text: guide('House rules') }, held).notes;
    const again = { version: 9, digest: first.digest };
    const { notes, counts } = placeNotes(gone, { ref: again, text: old }, held);
    expect(notes[0]).toMatchObject({ fate: 'unchanged', before: null, anchor: { edition: again, exact: 'keep a copy of it' } });
    expect(counts.unchanged).toBe(1);
    const [changed] = placed(noteOn('breaks the rules, then record')).notes;
    const away = placeNotes([changed as Note], { ref: third, text: guide('House rules') }, (ref) =>
      ref.version === 2 ? next : null,
    ).notes;
    expect(placeNotes(away, { ref: { version: 9, digest: second.digest }, text: next }, held).notes).toMatchObject([
      { fate: 'reworded', before: { edition: first }, anchor: { exact: 'breaks the published rules, then record' } },
    ]);
  });

  test('are found by their quote where the old edition is not at hand', () => {
    const { notes } = placed(noteOn('what the law tells you to delete'), () => null);
    expect(notes[0]).toMatchObject({ fate: 'unchanged', anchor: { exact: 'what the law tells you to delete' } });
  });

  test('stay to be seen to after another edition that changes nothing', () => {
    const reworded = placed(noteOn('breaks the rules, then record')).notes;
    const { notes } = placeNotes(reworded, { ref: third, text: next }, (ref) => (ref.version === 2 ? next : null));
    expect(notes[0]).toMatchObject({ fate: 'reworded', before: { edition: first }, anchor: { edition: third } });
  });

  test('of this edition come back as they are, and of an edition with the same file only its name changes', () => {
    const note = noteOn('before you moderate');
    expect(placeNotes([note], { ref: first, text: old }, held).notes[0]).toBe(note);
    const again = { version: 7, digest: first.digest };
    expect(placeNotes([note], { ref: again, text: old }, held).notes).toEqual([{ ...note, anchor: { ...note.anchor, edition: again } }]);
  });

  test('never lose words, tags, clock or id', () => {
    const note = { ...noteOn('keep a copy of it'), text: 'Ours', tags: ['rota'] };
    const [after] = placed(note).notes;
    expect(after).toMatchObject({ id: note.id, text: 'Ours', tags: ['rota'], clock: note.clock, modified: note.modified });
  });
});

describe('a person', () => {
  test('keeps a reworded note where it is', () => {
    const [note] = placed(noteOn('breaks the rules, then record')).notes;
    expect(acknowledged(note as Note)).toMatchObject({ fate: 'unchanged', before: null });
  });

  test('keeps a note whose words are gone, without a place, and is not asked again', () => {
    const without = guide('House rules', 'Something else.');
    const [note] = placeNotes([noteOn('keep a copy of it')], { ref: second, text: without }, held).notes;
    const kept = acknowledged(note as Note);
    expect(kept).toMatchObject({ fate: 'gone', before: null, anchor: { exact: 'keep a copy of it' } });
    expect(isKept(kept)).toBe(true);
    const [later] = placeNotes([kept], { ref: third, text: guide('House rules', 'Again something else.') }, held).notes;
    expect(later).toBe(kept);
    expect(fromAnnotation(toAnnotation(kept))).toEqual(kept);
    expect(placeNotes([kept], { ref: third, text: next }, held).notes).toMatchObject([{ fate: 'unchanged', anchor: { edition: third } }]);
  });

  test('gives a note without a place another one', () => {
    const [note] = placeNotes([noteOn('keep a copy of it')], { ref: second, text: guide('House rules', 'Something else.') }, held).notes;
    const anchor = anchorAt(guide('House rules'), [0, 5], second);
    expect(anchor && placedAt(note as Note, anchor)).toMatchObject({ fate: 'unchanged', before: null, anchor: { exact: 'House' } });
  });
});
