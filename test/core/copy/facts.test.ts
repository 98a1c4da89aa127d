import { describe, expect, test } from 'vitest';
import { copyDocument } from '../../../content/core/copy/document.ts';
import { factsOf, longDay, say, sourceLines, stampOf } from '../../../content/core/copy/facts.ts';
import { copyWords } from '../../../renderer/text/copies.ts';
import { copiedGuide, copiedOrigin } from '../../support/copied-guide.ts';

const guide = copyDocument(copiedGuide);

describe('what a copy says about itself', () => {
  test('is its state, version, review, owner, edition and where it came from', () => {
    expect(factsOf(guide, copiedOrigin, copyWords).map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'State: Draft. Nobody has approved this guide yet. Check with your supervisor before you rely on it.',
      'Version: 0.3',
      'Next review due: 22 May 2027',
      'Owned by: Everyday use working group',
      expect.stringMatching(/^Edition: Everyday use, 20 November 2026\. Demonstration keys/),
      'Source: Saved from National Guides, 23 November 2026, guides://guide/everything',
    ]);
  });

  test('begins with a channel that was withdrawn', () => {
    expect(factsOf(guide, { ...copiedOrigin, retired: '2026-10-01' }, copyWords)[0]?.text).toBe('1 October 2026');
  });

  test.each([
    ['draft', 'DRAFT'],
    ['approved', 'Approved'],
    ['withdrawn', 'WITHDRAWN'],
  ])('on every sheet says that it is %s', (status, word) => {
    const other = copyDocument(copiedGuide.replace('status: draft', `status: ${status}`));
    expect(stampOf(other, copiedOrigin, copyWords)).toBe(`${word} · v0.3 · Everyday use, 20 November 2026`);
  });

  test('sources keep their sign, and an address only where it is one of the web', () => {
    expect(sourceLines(guide, copyWords)).toEqual([
      { id: 'P1', text: 'A public source, College of Policing, 1 March 2025', url: 'https://www.college.police.uk/app' },
      { id: 'P2', text: 'A source without an address, Somebody, no date shown', url: null },
    ]);
    const bad = copyDocument(copiedGuide.replace('https://www.college.police.uk/app', 'file:///etc/passwd'));
    expect(sourceLines(bad, copyWords)[0]?.url).toBeNull();
  });

  test('a name without words stands for itself, and what is no day stays', () => {
    expect([say({}, 'state'), say({}, 'constructor'), longDay('soon')]).toEqual(['state', 'constructor', 'soon']);
  });
});
