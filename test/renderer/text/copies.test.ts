import { expect, test } from 'vitest';
import { copyDocument } from '../../../content/core/copy/document.ts';
import { factsOf } from '../../../content/core/copy/facts.ts';
import { calloutKinds } from '../../../content/core/guide/model.ts';
import { copyText, copyWords } from '../../../renderer/text/copies.ts';
import { copiedGuide, copiedOrigin } from '../../support/copied-guide.ts';

test('every name that a copy may ask for has words, and none is longer than the contract lets through', () => {
  for (const status of ['draft', 'consultation', 'approved', 'withdrawn'] as const) {
    const guide = copyDocument(copiedGuide.replace('status: draft', `status: ${status}`).replace(/review_by.*/, 'review_by: null'));
    for (const { label, text } of factsOf(guide, { ...copiedOrigin, retired: '2026-01-01' }, copyWords))
      for (const words of [label, text]) expect(words).not.toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(copyWords[`stamp-${status}`]).toBeTruthy();
  }
  for (const kind of calloutKinds) expect(copyWords[`callout-${kind}`]).toBeTruthy();
  for (const [name, words] of Object.entries(copyWords))
    expect([name.length <= 40, words.length > 0 && words.length <= 500], name).toEqual([true, true]);
});

test('what is said of a file and a table names it', () => {
  expect([copyText.saved('a.docx'), copyText.table(2)]).toEqual(['Saved as a.docx', 'Table 2']);
});
