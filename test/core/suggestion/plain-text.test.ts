import { expect, test } from 'vitest';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import { type PlainTextWords, plainText } from '../../../content/core/suggestion/plain-text.ts';
import { sampleSource, sampleSuggestion } from '../../support/suggestions.ts';

const words: PlainTextWords = {
  heading: 'A suggestion',
  guide: 'Guide',
  channel: 'Channel',
  edition: (version) => `Edition ${version}`,
  kind: 'Kind',
  kinds: { 'factual-error': 'Wrong', outdated: 'Changed', wording: 'Wording', missing: 'Missing', other: 'Other' },
  urgency: 'Urgency',
  urgencies: { whenever: 'Whenever', soon: 'Soon', now: 'Now' },
  now: 'Now',
  suggested: 'Suggested',
  added: 'Add',
  removed: 'Remove',
  newGuide: 'New guide',
  comment: 'A comment',
  question: 'A question',
  support: 'Support of',
  passage: 'About',
  why: 'Why',
  evidence: 'Evidence',
  from: 'From',
  file: (name, bytes) => `${name} (${bytes})`,
};
const head = 'A suggestion\nGuide: House rules\nChannel: everyday\nEdition 1\nKind: Wording\nUrgency: Whenever';
const foot = 'Why:\n  The procedure says so.\n\nFrom: Ann Example, Web manager, Kent Police\n';
const text = (special: Parameters<typeof sampleSuggestion>[0]) => plainText(sampleSuggestion(special), 'House rules', words);

test('a change says what is now and what is suggested', () => {
  expect(text({})).toBe(`${head}\n\nNow:\n  You may hide a comment.\nSuggested:\n  You must hide a comment.\n\n${foot}`);
});

test('what is added and taken out is said so', () => {
  const added = text({ proposal: { kind: 'change', source: `${sampleSource}\nNew.\n\nMore.\n` } });
  expect(added).toBe(`${head}\n\nAdd:\n  New.\n\n  More.\n\n${foot}`);
  expect(text({ proposal: { kind: 'change', source: sampleSource.replace('You may hide a comment.\n', '') } })).toContain(
    'Remove:\n  You may hide a comment.',
  );
});

test('a comment names its passage, and evidence is listed', () => {
  const evidence = [
    { kind: 'text' as const, text: 'Two\nlines' },
    { kind: 'link' as const, href: 'https://example.org/' },
    { kind: 'file' as const, name: 'a.pdf', bytes: 7, digest: 'a'.repeat(64) as Sha256 },
  ];
  expect(text({ proposal: { kind: 'comment' }, evidence, author: { name: null, force: 'Kent Police', role: '' } })).toBe(
    `${head}\n\nAbout:\n  may hide\n\nA comment\n\nWhy:\n  The procedure says so.\n\nEvidence:\n  Two\n  lines\n  https://example.org/\n  a.pdf (7)\n\nFrom: Kent Police\n`,
  );
});

test('a guide that is missing has no title and no edition; a question and support say what they are', () => {
  const missing = sampleSuggestion({
    guide: null,
    base: null,
    about: null,
    why: '',
    proposal: { kind: 'new-guide', source: '# New\n', template: null },
  });
  expect(plainText(missing, null, words)).toBe(
    'A suggestion\nChannel: everyday\nKind: Wording\nUrgency: Whenever\n\nNew guide:\n  # New\n\nFrom: Ann Example, Web manager, Kent Police\n',
  );
  expect(text({ proposal: { kind: 'question' }, about: null })).toContain('\n\nA question\n\nWhy:');
  expect(text({ proposal: { kind: 'support', suggestion: 'b'.repeat(64) as Sha256 } })).toContain('Support of: bbbbbbbbbbbb');
});
