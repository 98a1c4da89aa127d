import { describe, expect, test } from 'vitest';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import { boundsFault, isFileName, isLink, isTime, missingIn, suggestionLimits } from '../../../content/core/suggestion/bounds.ts';
import type { Passage } from '../../../content/core/suggestion/model.ts';
import { baseOf, sampleSuggestion } from '../../support/suggestions.ts';

const file = { kind: 'file' as const, name: 'photo.png', bytes: 10, digest: 'a'.repeat(64) as Sha256 };
const passage = sampleSuggestion().about as Passage;
const author = sampleSuggestion().author;

describe('the bounds of a suggestion', () => {
  test.each([
    ['an ordinary one', {}, null],
    ['one without a reason yet', { why: '' }, null],
    ['nobody named', { author: { name: null, force: '', role: '' } }, null],
    ['a comment on a whole guide', { proposal: { kind: 'comment' as const }, about: null, base: null }, null],
    ['a guide that is missing', { proposal: { kind: 'comment' as const }, about: null, base: null, guide: null }, null],
    ['text of two million signs', { proposal: { kind: 'change' as const, source: 'x'.repeat(2 * 1024 * 1024 + 1) } }, 'source-too-large'],
    ['text of a million three-byte signs', { proposal: { kind: 'change' as const, source: '€'.repeat(1024 * 1024) } }, 'source-too-large'],
    ['half a character', { proposal: { kind: 'change' as const, source: 'a\ud800' } }, 'text-not-clean'],
    ['a change of no text', { base: null }, 'base'],
    ['a change of no guide', { guide: null, about: null }, 'base'],
    ['a new guide that changes one', { proposal: { kind: 'new-guide' as const, source: 'x', template: null } }, 'base'],
    ['a base without a digest', { base: { ...baseOf(), edition: { version: 1, digest: '' } } }, 'base'],
    ['a base of half an edition', { base: { ...baseOf(), edition: { ...baseOf().edition, version: 0.5 } } }, 'base'],
    ['a long reason', { why: 'x'.repeat(suggestionLimits.why + 1) }, 'why-too-long'],
    ['a reason with a bell in it', { why: 'ding\u0007' }, 'text-not-clean'],
    ['twenty-one pieces of evidence', { evidence: Array.from({ length: 21 }, () => file) }, 'too-much-evidence'],
    ['a file of 5 MB', { evidence: [{ ...file, bytes: 5 * 1024 * 1024 }] }, null],
    ['a file of more', { evidence: [{ ...file, bytes: 5 * 1024 * 1024 + 1 }] }, 'evidence-too-large'],
    ['four files of 5 MB', { evidence: Array.from({ length: 4 }, () => ({ ...file, bytes: 5 * 1024 * 1024 })) }, null],
    [
      'files of 20 MB and a byte',
      { evidence: [1, 2, 3, 4, 5].map((at) => ({ ...file, bytes: at < 5 ? 5 * 1024 * 1024 : 1 })) },
      'evidence-too-large',
    ],
    ['a file with a path', { evidence: [{ ...file, name: '../x' }] }, 'evidence'],
    ['a script for a link', { evidence: [{ kind: 'link' as const, href: 'javascript:alert(1)' }] }, 'evidence'],
    ['long evidence', { evidence: [{ kind: 'text' as const, text: 'x'.repeat(5_001) }] }, 'evidence'],
    ['a name of two lines', { author: { ...author, name: 'Ann\nExample' } }, 'author'],
    ['an empty name', { author: { ...author, name: '' } }, 'author'],
    ['a force that reads backwards', { author: { ...author, force: 'Kent \u202eecilop' } }, 'author'],
    ['a passage that ends before it starts', { about: { ...passage, anchor: { ...passage.anchor, end: 1 } } }, 'passage'],
    ['a passage of no words', { about: { ...passage, anchor: { ...passage.anchor, exact: ' ' } } }, 'passage'],
    ['a digest of another form', { about: { ...passage, blockDigest: 'abc' } }, 'passage'],
    ['a day for a time', { created: '2026-11-23' }, 'times'],
  ])('%s', (_, special, fault) => {
    expect(boundsFault(sampleSuggestion(special))).toBe(fault);
  });

  test.each([
    ['https://www.gov.uk/guidance/x?y=1#z', true],
    ['HTTP://EXAMPLE.ORG', true],
    ['https://', false],
    ['file:///etc/passwd', false],
    ['https://example.org/a b', false],
    ['https://example.org/\u202eb', false],
    [`https://example.org/${'a'.repeat(2_000)}`, false],
  ])('%s as a link: %s', (href, is) => {
    expect(isLink(href)).toBe(is);
  });

  test.each([
    ['Photo 1.png', true],
    ['Tŷ.pdf', true],
    ['con.txt', false],
    ['COM1', false],
    ['.hidden', false],
    ['~$draft.docx', false],
    ['trailing.', false],
    ['trailing ', false],
    ['a/b', false],
    ['a\\b', false],
    ['a:b', false],
    ['a\u0000b', false],
    ['txt.\u202egnp.exe', false],
    ['a：b.pdf', false],
    ['a／b.pdf', false],
    ['‥', false],
    ['ｃｏｎ.pdf', false],
    ['soft\u00adhyphen.pdf', false],
    ['family 👮🏽.png', true],
    ['a ½.pdf', true],
    ['', false],
    ['x'.repeat(121), false],
  ])('%j as the name of a file: %s', (name, is) => {
    expect(isFileName(name)).toBe(is);
  });

  test.each([
    ['2026-11-23T09:00:00.000Z', true],
    ['2026-11-23T09:00:00Z', false],
    ['2026-02-30T09:00:00.000Z', false],
    ['+012026-11-23T09:00:00.000Z', false],
  ])('%s as a time: %s', (text, is) => {
    expect(isTime(text)).toBe(is);
  });
});

describe('what is missing before a suggestion can be sent', () => {
  const nobody = { name: null, force: '', role: '' };
  const support = { kind: 'support' as const, suggestion: 'a'.repeat(64) as Sha256 };
  test.each([
    ['nothing of a whole one', {}, []],
    ['the reason', { why: ' \n' }, ['why']],
    ['a reason, but not of support', { why: '', proposal: support }, []],
    ['who says it', { author: nobody }, ['force', 'role']],
    ['a change of words', { proposal: { kind: 'change' as const, source: baseOf().source.replaceAll('\n\n', '\n\n\n') } }, ['change']],
    ['all text of a new guide', { base: null, proposal: { kind: 'new-guide' as const, source: ' ', template: null } }, ['change']],
  ])('%s', (_, special, missing) => {
    expect(missingIn(sampleSuggestion(special))).toEqual(missing);
  });
});
