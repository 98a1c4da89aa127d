import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import { decodeUtf8, encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { boundsFault, suggestionLimits } from '../../../content/core/suggestion/bounds.ts';
import { digestOf, readSuggestion, toJson, writeSuggestion } from '../../../content/core/suggestion/suggestion-json.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { anySuggestion, sampleAfter, sampleSource, sampleSuggestion } from '../../support/suggestions.ts';

const textOf = (bytes: Uint8Array): string => decodeUtf8(bytes) ?? '';
const refusalOf = (bytes: Uint8Array): string => {
  const read = readSuggestion(bytes, sha256);
  return read.ok ? 'accepted' : read.error;
};
const edited = (edit: (text: string) => string): Uint8Array => encodeUtf8(edit(textOf(writeSuggestion(sampleSuggestion()))));

describe('a suggestion as suggestion.json', () => {
  test('comes back as it went, whatever it is', () => {
    fc.assert(
      fc.property(anySuggestion, (suggestion) => {
        expect(boundsFault(suggestion)).toBeNull();
        const bytes = writeSuggestion(suggestion);
        const read = readSuggestion(bytes, sha256);
        expect(read).toEqual({ ok: true, value: suggestion });
        if (read.ok) expect(textOf(writeSuggestion(read.value))).toBe(textOf(bytes));
      }),
    );
  });

  test('has the same bytes in whatever order its values were put together', () => {
    const suggestion = sampleSuggestion();
    const turned = Object.fromEntries(Object.entries(suggestion).reverse()) as unknown as typeof suggestion;
    expect(textOf(writeSuggestion(turned))).toBe(textOf(writeSuggestion(suggestion)));
    expect(digestOf(turned, sha256)).toBe(sha256(writeSuggestion(suggestion)));
  });

  test('is in the words of the standard', () => {
    const evidence = [
      { kind: 'text' as const, text: 'Section 5' },
      { kind: 'link' as const, href: 'https://example.org/' },
      { kind: 'file' as const, name: 'a.pdf', bytes: 3, digest: 'a'.repeat(64) as Sha256 },
    ];
    expect(toJson(sampleSuggestion({ evidence }))).toMatchObject({
      type: 'Annotation',
      motivation: 'editing',
      creator: { type: 'Person', name: 'Ann Example' },
      body: [
        { type: 'TextualBody', purpose: 'editing', format: 'text/markdown', value: sampleAfter },
        { type: 'TextualBody', purpose: 'commenting', value: 'The procedure says so.' },
        { type: 'TextualBody', purpose: 'describing', value: 'Section 5' },
        { type: 'SpecificResource', purpose: 'linking', source: 'https://example.org/' },
        { type: 'SpecificResource', purpose: 'linking', source: `guides://evidence/${'a'.repeat(64)}`, 'guides:name': 'a.pdf' },
      ],
      target: {
        source: 'guides://guide/house-rules',
        selector: [{ type: 'TextQuoteSelector', exact: 'may hide' }, { type: 'TextPositionSelector' }, { type: 'FragmentSelector' }],
        'guides:base': { version: 1, sha256: sha256(sampleSource), text: sampleSource },
      },
    });
  });

  test.each([
    ['a comment', { proposal: { kind: 'comment' as const } }, 'commenting'],
    ['a question', { proposal: { kind: 'question' as const } }, 'questioning'],
    ['support', { proposal: { kind: 'support' as const, suggestion: 'a'.repeat(64) as Sha256 } }, 'replying'],
    ['a new guide', { proposal: { kind: 'new-guide' as const, source: 'x', template: null }, base: null, about: null }, 'editing'],
  ])('%s has the motivation of the standard', (_, special, motivation) => {
    expect(toJson(sampleSuggestion(special)).motivation).toBe(motivation);
  });

  test('a guide without a name is aimed at its channel', () => {
    const suggestion = sampleSuggestion({ guide: null, base: null, about: null, proposal: { kind: 'comment' } });
    expect(toJson(suggestion).target).toEqual({ source: 'guides://channel/everyday' });
    expect(readSuggestion(writeSuggestion(suggestion), sha256)).toEqual({ ok: true, value: suggestion });
  });
});

describe('a hostile file', () => {
  test.each([
    ['no JSON', encodeUtf8('{'), 'not-json'],
    ['a list', encodeUtf8('[]'), 'not-json'],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe), 'not-json'],
    ['a tower of brackets', encodeUtf8('['.repeat(100_000)), 'not-json'],
    ['a huge file', new Uint8Array(suggestionLimits.fileBytes + 1), 'too-large'],
    ['an empty object', encodeUtf8('{}'), 'not-a-suggestion'],
    ['a newer format', edited((text) => text.replace('"guides:format":1', '"guides:format":2')), 'newer'],
    ['another text than its digest', edited((text) => text.replaceAll('Kept short', 'Kept long')), 'wrong-digest'],
    ['white space', edited((text) => text.replace('{', '{ ')), 'not-canonical'],
    ['no line end', edited((text) => text.trimEnd()), 'not-canonical'],
    ['a key more', edited((text) => text.replace('{"@context"', '{"@attack":1,"@context"')), 'not-canonical'],
    ['a key twice', edited((text) => text.replace('"modified"', '"modified":"2020-01-01T00:00:00.000Z","modified"')), 'not-canonical'],
    ['a body more', edited((text) => text.replace('"body":[', '"body":[{"value":"hidden"},')), 'not-canonical'],
    ['its own idea of objects', edited((text) => text.replace('{"@context"', '{"__proto__":{"type":"x"},"@context"')), 'not-canonical'],
    ['a place that is no guide', edited((text) => text.replace('guides://guide/house-rules', 'guides://guide/../x')), 'base'],
    ['a place elsewhere', edited((text) => text.replace('guides://guide/house-rules', 'https://example.org')), 'base'],
    ['an unknown kind', edited((text) => text.replace('"guides:kind":"wording"', '"guides:kind":"order"')), 'not-a-suggestion'],
    ['no channel', edited((text) => text.replace('"guides:channel":"everyday"', '"guides:channel":"../x"')), 'not-a-suggestion'],
    ['a time beyond', edited((text) => text.replace('2026-11-23T09:05', '2026-99-23T09:05')), 'times'],
  ])('with %s is refused', (_, bytes, refusal) => {
    expect(refusalOf(bytes)).toBe(refusal);
  });

  test('with one byte changed anywhere is refused, or is another suggestion of the same spelling', () => {
    const bytes = writeSuggestion(sampleSuggestion());
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = ((changed[at] as number) + by) % 256;
        const read = readSuggestion(changed, sha256);
        if (read.ok) expect(textOf(writeSuggestion(read.value))).toBe(textOf(changed));
      }),
      { numRuns: 500 },
    );
  });

  test('of any JSON at all never throws', () => {
    const sample = toJson(sampleSuggestion());
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(sample)), fc.jsonValue(), (key, value) => {
        expect(() => readSuggestion(encodeUtf8(JSON.stringify({ ...sample, [key]: value })), sha256)).not.toThrow();
      }),
    );
  });
});
