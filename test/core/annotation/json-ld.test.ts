import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromAnnotation, tidyTags, toAnnotation } from '../../../content/core/annotation/json-ld.ts';
import { noteLimits } from '../../../content/core/annotation/model.ts';
import { sampleNote } from '../../support/notes.ts';

const carried = (note: unknown) => JSON.parse(JSON.stringify(note)) as unknown;

describe('a note as a web annotation', () => {
  test.each([
    ['a highlight alone', {}],
    ['a note with tags', { text: 'Ours is **Monday**.', tags: ['rota', 'shift B'] }],
    ['an archived one', { archived: true }],
    ['a reworded one', { fate: 'reworded' as const, before: { ...sampleNote().anchor, exact: 'hide and' } }],
    ['one from elsewhere', { anchor: { ...sampleNote().anchor, block: null, edition: { version: 0, digest: '' } } }],
  ])('%s comes back as it went', (_, special) => {
    const note = sampleNote(special);
    expect(fromAnnotation(carried(toAnnotation(note)))).toEqual(note);
  });

  test('is in the words of the standard', () => {
    expect(toAnnotation(sampleNote({ text: 'Ours', tags: ['rota'] }))).toMatchObject({
      type: 'Annotation',
      motivation: 'commenting',
      body: [
        { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: 'Ours' },
        { type: 'TextualBody', purpose: 'tagging', value: 'rota' },
      ],
      target: {
        source: 'guides://guide/house-rules',
        styleClass: 'important',
        selector: [
          { type: 'TextQuoteSelector', exact: 'hide, then', prefix: 'Do not ', suffix: ' answer.' },
          { type: 'TextPositionSelector', start: 10, end: 20 },
          { type: 'FragmentSelector', value: 'baaaaaaa' },
        ],
      },
    });
  });

  test.each([
    ['no object', 'text'],
    ['no type', { id: sampleNote().id }],
    ['an id of another form', { ...toAnnotation(sampleNote()), id: 'https://example.org/1' }],
    ['a target elsewhere', { ...toAnnotation(sampleNote()), target: { source: 'https://example.org', selector: [] } }],
    [
      'no quote',
      { ...toAnnotation(sampleNote()), target: { source: 'guides://guide/house-rules', selector: [{ type: 'TextPositionSelector' }] } },
    ],
    ['no time', { ...toAnnotation(sampleNote()), created: 'yesterday' }],
  ])('with %s is none', (_, value) => {
    expect(fromAnnotation(carried(value))).toBeNull();
  });

  test('whatever a file holds, reading it ends in a note within bounds or in none', () => {
    const keys = ['id', 'type', 'target', 'body', 'created', 'guides:clock', 'selector', 'source', 'exact', 'purpose', 'value'];
    const hostile = fc.letrec((tie) => ({
      value: fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 4 }), tie('record')),
      record: fc.dictionary(fc.constantFrom(...keys), tie('value')),
    }));
    fc.assert(
      fc.property(hostile.record, (part) => {
        const note = fromAnnotation({ ...toAnnotation(sampleNote({ text: 'x' })), ...(part as object) });
        if (note) expect(note.text.length).toBeLessThanOrEqual(noteLimits.text);
      }),
    );
  });

  test('what is too long is cut, and what is too much is left out', () => {
    const note = sampleNote({ text: 'x'.repeat(noteLimits.text + 1), tags: Array.from({ length: 40 }, (_, at) => `tag ${at}`) });
    const read = fromAnnotation(carried(toAnnotation(note)));
    expect(read?.text).toHaveLength(noteLimits.text);
    expect(read?.tags).toHaveLength(noteLimits.tags);
  });

  test('tags are single, tidy and keep their first spelling', () => {
    expect(tidyTags([' #Rota ', 'rota', 'shift\n b', ''])).toEqual(['Rota', 'shift b']);
  });
});
