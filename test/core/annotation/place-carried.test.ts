import { describe, expect, test } from 'vitest';
import { anchorAt, anchorTextOf } from '../../../content/core/annotation/anchor-text.ts';
import type { Anchor, EditionRef, Note } from '../../../content/core/annotation/model.ts';
import { placeCarried } from '../../../content/core/annotation/place-carried.ts';
import { placerFor } from '../../../content/core/annotation/place-notes.ts';
import type { BlockId } from '../../../content/core/base/ids.ts';
import { sampleNote } from '../../support/notes.ts';

const ids = ['baaaaaaa', 'bbbbbbbb', 'bccccccc'] as BlockId[];
const textOf = (...blocks: readonly string[]) =>
  anchorTextOf(
    blocks.map((text) => ({ text })),
    ids,
  );
const [old, now]: readonly EditionRef[] = [
  { version: 1, digest: 'a'.repeat(64) },
  { version: 2, digest: 'b'.repeat(64) },
];
const before = textOf('Publish your house rules.', 'Hide a comment that breaks them, then tell the person why.', 'Thank everybody.');
const after = textOf(
  'Publish your house rules on every channel.',
  'Hide a comment that breaks them, then tell the person why.',
  'Thank everybody.',
);
const quote = 'Hide a comment that breaks them';
const anchorIn = (text: typeof before, edition: EditionRef, exact = quote): Anchor => {
  const start = text.text.indexOf(exact);
  return anchorAt(text, [start, start + exact.length], edition) as Anchor;
};
const held = (ref: EditionRef) => (ref === old ? before : null);
const next = { ref: now as EditionRef, text: after };
const place = (note: Note, mayCompare: (pairs: number) => boolean = () => true): Note =>
  placeCarried([note], next, { held, place: placerFor(next, held), mayCompare })[0] as Note;

describe('notes out of a file, in the newest edition', () => {
  test('that stand in it stay as they are', () => {
    const note = sampleNote({ anchor: anchorIn(after, now as EditionRef) });
    expect(place(note)).toEqual(note);
  });

  test('of an older edition that is at hand follow their words', () => {
    const note = sampleNote({ anchor: anchorIn(before, old as EditionRef) });
    expect(place(note)).toMatchObject({ fate: 'unchanged', anchor: anchorIn(after, now as EditionRef), before: null });
  });

  test('of an edition that is not at hand are found by their words', () => {
    const note = sampleNote({ anchor: { ...anchorIn(before, old as EditionRef), edition: { version: 7, digest: 'c'.repeat(64) } } });
    expect(place(note)).toMatchObject({ fate: 'unchanged', anchor: anchorIn(after, now as EditionRef) });
  });

  test.each([
    ['beyond the text', { start: 90_000, end: 90_010 }],
    ['at other words', { start: 0, end: 10 }],
    ['backwards', { start: 60, end: 20 }],
  ])('whose selector points %s are found by their words all the same', (_, wrong) => {
    const right = anchorIn(after, now as EditionRef);
    expect(place(sampleNote({ anchor: { ...right, ...wrong } }))).toMatchObject({ anchor: right });
    const words = { ...right, ...wrong, exact: 'words that no guide has ever had in it at all' };
    expect(place(sampleNote({ anchor: words }))).toMatchObject({ fate: 'gone', before: { exact: words.exact } });
  });

  test('that had no place get one by their very words only', () => {
    const gone = { ...anchorIn(before, old as EditionRef), edition: { version: 7, digest: 'c'.repeat(64) } };
    const note = sampleNote({ anchor: gone, before: gone, fate: 'gone' });
    expect(place(note).fate).toBe('unchanged');
    const similar = { ...gone, exact: 'Hide each comment that breaks them all' };
    const left = sampleNote({ anchor: similar, before: similar, fate: 'gone' });
    expect(place(left)).toEqual(left);
    const kept = sampleNote({ anchor: gone, before: null, fate: 'gone' });
    expect(place(kept)).toEqual(kept);
  });

  test('are not compared word by word beyond what was allowed', () => {
    const anchor = { ...anchorIn(before, old as EditionRef, 'Publish your house rules.'), edition: { version: 0, digest: '' } };
    const asked: number[] = [];
    const note = sampleNote({ anchor: { ...anchor, exact: 'Publish all of your house rules.' } });
    expect(place(note, (pairs) => asked.push(pairs) === 0)).toMatchObject({ fate: 'gone', before: note.anchor });
    expect(asked[0]).toBeGreaterThan(100);
    expect(place(note).fate).toBe('reworded');
  });
});
