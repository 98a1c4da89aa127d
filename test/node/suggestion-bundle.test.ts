import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsFault, isFileName } from '../../content/core/suggestion/bounds.ts';
import { bundleFiles } from '../../content/core/suggestion/bundle.ts';
import type { Evidence } from '../../content/core/suggestion/model.ts';
import { sha256 } from '../../content/node/hash.ts';
import { openBundle, packBundle } from '../../content/node/suggestion-bundle.ts';
import { anySuggestion, idOf, sampleSuggestion } from '../support/suggestions.ts';

const fileOf = (name: string, bytes: Uint8Array): Evidence => ({ kind: 'file', name, bytes: bytes.length, digest: sha256(bytes) });

test('a bundle of any suggestion opens to that suggestion, and packs to the same bytes again', async () => {
  const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }).filter(isFileName);
  const evidence = fc.array(fc.tuple(name, fc.uint8Array({ maxLength: 200 })), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(anySuggestion, evidence, fc.string({ maxLength: 50 }), async (suggestion, files, summary) => {
      const whole = { ...suggestion, evidence: files.map(([file, bytes]) => fileOf(file, bytes)) };
      fc.pre(boundsFault(whole) === null);
      const held = new Map(files.map(([, bytes]) => [sha256(bytes), bytes]));
      const zip = packBundle(bundleFiles(whole, held, summary));
      const read = await openBundle(zip);
      if (!read.ok) throw new Error(read.error);
      expect(read.value.suggestion).toEqual(whole);
      expect(new Map([...read.value.evidence].map(([digest, bytes]) => [digest, [...bytes]]))).toEqual(
        new Map([...held].map(([digest, bytes]) => [digest, [...bytes]])),
      );
      expect(Buffer.from(packBundle(bundleFiles(read.value.suggestion, read.value.evidence, summary))).equals(zip)).toBe(true);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('the same suggestion is these bytes, on every PC', () => {
  const advice = new TextEncoder().encode('%PDF advice');
  const suggestion = sampleSuggestion({ id: idOf(1), evidence: [fileOf('Ŵhat now.pdf', advice)] });
  expect(sha256(packBundle(bundleFiles(suggestion, new Map([[sha256(advice), advice]]), '<p>Summary</p>\n')))).toBe(
    '99d55aad3361ec55e494a666a12c27609f36ac37603418888dfa5d32103104e3',
  );
});

test('the longest names of evidence that there may be are still read', async () => {
  const bytes = Uint8Array.of(1);
  for (const name of ['a'.repeat(120), '漢'.repeat(120), '👮'.repeat(60), 'é'.repeat(120)]) {
    const suggestion = sampleSuggestion({ evidence: [fileOf(name, bytes)] });
    const read = await openBundle(packBundle(bundleFiles(suggestion, new Map([[sha256(bytes), bytes]]), '')));
    expect(read.ok).toBe(true);
  }
});
