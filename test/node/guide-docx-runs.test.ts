import * as docx from 'docx';
import { describe, expect, test } from 'vitest';
import type { CopyLink, CopyRun } from '../../content/core/copy/model.ts';
import { createRunWriter } from '../../content/node/guide-docx-runs.ts';

const runs = createRunWriter({
  say: (name) => name,
  titles: { rules: 'House rules' },
  picture: () => null,
  place: (slug) => (slug === 'steps' ? 'place1' : null),
  note: (number) => (number === 1 ? new docx.FootnoteReferenceRun(1) : null),
});
const text = (words: string, link: CopyLink | null = null): CopyRun => ({
  is: 'text',
  text: words,
  bold: false,
  italic: false,
  struck: false,
  code: false,
  link,
});
const kinds = (...all: readonly CopyRun[]): readonly string[] => runs(all).map((child) => child.constructor.name);

describe('words in Word', () => {
  test('link to the web and to a place that is there; other places are words', () => {
    expect(kinds(text('a', { to: 'web', url: 'https://example.org' }))).toEqual(['ExternalHyperlink']);
    expect(kinds(text('a', { to: 'here', slug: 'steps' }))).toEqual(['InternalHyperlink']);
    expect(kinds(text('a', { to: 'here', slug: 'gone' }))).toEqual(['TextRun']);
  });

  test('a link to a guide is words with its name and address, once', () => {
    const link: CopyLink = { to: 'guide', guide: 'rules' as never };
    const said = JSON.stringify(runs([text('see ', link), { ...text('it', link), bold: true } as CopyRun]));
    expect(said.match(/guides:\/\/guide\/rules/g)).toHaveLength(1);
    expect(said).toContain('House rules');
  });

  test('a note is a mark or its number, a picture that is not there its words', () => {
    expect(kinds({ is: 'note', number: 1 }, { is: 'note', number: 2 })).toEqual(['FootnoteReferenceRun', 'TextRun']);
    expect(JSON.stringify(runs([{ is: 'picture', src: 'a.png', alt: 'A square' }]))).toContain('[picture: A square]');
  });
});
