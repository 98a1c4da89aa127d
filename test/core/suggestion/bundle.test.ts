import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChannelId, Sha256 } from '../../../content/core/base/ids.ts';
import { encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { boundsFault, isFileName } from '../../../content/core/suggestion/bounds.ts';
import { type BundleFile, bundleFiles, bundleLimits, bundleName, checkBundle } from '../../../content/core/suggestion/bundle.ts';
import type { Evidence, Suggestion } from '../../../content/core/suggestion/model.ts';
import { digestOf } from '../../../content/core/suggestion/suggestion-json.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { anySuggestion, sampleSuggestion } from '../../support/suggestions.ts';

const advice = encodeUtf8('%PDF advice');
const fileOf = (name: string, bytes = advice): Evidence => ({ kind: 'file', name, bytes: bytes.length, digest: sha256(bytes) });
const held = new Map([[sha256(advice), advice]]);
const files = (special: Partial<Suggestion> = {}, summary = '<p>'): readonly BundleFile[] =>
  bundleFiles(sampleSuggestion(special), held, summary);
const refusalOf = (given: readonly BundleFile[]): string | null => {
  const read = checkBundle(given, sha256);
  return read.ok ? null : read.error;
};
const swapped = (given: readonly BundleFile[], name: RegExp, bytes: Uint8Array): readonly BundleFile[] =>
  given.map((file) => (name.test(file.name) ? { ...file, bytes } : file));

test('holds the suggestion, its patch, its summary, then the evidence under digest and name', () => {
  const names = files({ evidence: [fileOf('advice.pdf')] }).map(({ name }) => name);
  expect(names).toEqual(['suggestion.json', 'change.patch', 'summary.html', `evidence/${sha256(advice).slice(0, 16)}-advice.pdf`]);
  expect(files({ proposal: { kind: 'question' } }).map(({ name }) => name)).toEqual(['suggestion.json', 'summary.html']);
});

test('the same bytes under two names are one file', () => {
  const given = files({ evidence: [fileOf('a.pdf'), fileOf('b.pdf')] });
  expect(given.map(({ name }) => name).filter((name) => name.startsWith('evidence/'))).toHaveLength(1);
  expect(refusalOf(given)).toBeNull();
});

test('a suggestion of any kind is read back as it was, with its digest', () => {
  fc.assert(
    fc.property(anySuggestion, fc.uint8Array({ maxLength: 50 }), (suggestion, bytes) => {
      const evidence = suggestion.evidence.map((item) => (item.kind === 'file' ? { ...fileOf(item.name, bytes) } : item));
      const whole = { ...suggestion, evidence };
      fc.pre(boundsFault(whole) === null);
      const read = checkBundle(bundleFiles(whole, new Map([[sha256(bytes), bytes]]), ''), sha256);
      expect(read.ok && [read.value.suggestion, read.value.digest]).toEqual([whole, digestOf(whole, sha256)]);
      expect(read.ok && [...read.value.evidence]).toEqual(evidence.some(({ kind }) => kind === 'file') ? [[sha256(bytes), bytes]] : []);
    }),
  );
});

test.each<[string, () => readonly BundleFile[], string]>([
  ['no suggestion', () => files().slice(1), 'missing'],
  ['no patch', () => files().toSpliced(1, 1), 'missing'],
  ['no summary', () => files().toSpliced(2, 1), 'missing'],
  ['no evidence', () => files({ evidence: [fileOf('a.pdf')] }).slice(0, 3), 'missing'],
  ['a file twice', () => [...files(), ...files().slice(0, 1)], 'file-name'],
  ['a file that it does not speak of', () => [...files(), { name: 'readme.txt', bytes: advice }], 'file-name'],
  [
    'a patch where nothing changes',
    () => [...files({ proposal: { kind: 'comment' } }), { name: 'change.patch', bytes: advice }],
    'file-name',
  ],
  ['too many files', () => Array.from({ length: bundleLimits.files + 1 }, (_, at) => ({ name: `${at}`, bytes: advice })), 'too-many-files'],
  ['no suggestion in its file', () => swapped(files(), /json/, advice), 'not-json'],
  ['another patch', () => swapped(files(), /patch/, encodeUtf8('x')), 'wrong-patch'],
  ['a patch and a byte', () => swapped(files(), /patch/, Buffer.concat([files()[1]?.bytes ?? advice, Uint8Array.of(10)])), 'wrong-patch'],
  ['a patch but for a byte', () => swapped(files(), /patch/, files()[1]?.bytes.subarray(0, -1) ?? advice), 'wrong-patch'],
  ['a summary too large', () => swapped(files(), /html/, new Uint8Array(bundleLimits.summaryBytes + 1)), 'too-large'],
  ['evidence of another length', () => swapped(files({ evidence: [fileOf('a.pdf')] }), /evidence/, encodeUtf8('x')), 'wrong-evidence'],
  ['other evidence', () => swapped(files({ evidence: [fileOf('a.pdf')] }), /evidence/, encodeUtf8('%PDF advicf')), 'wrong-evidence'],
  [
    'a file that is told twice, with two sizes',
    () => files({ evidence: [fileOf('a.pdf'), { ...fileOf('b.pdf'), bytes: 3 } as Evidence] }),
    'wrong-evidence',
  ],
])('%s is refused', (_, given, refusal) => expect(refusalOf(given())).toBe(refusal));

test('names that one file system takes for the same are refused', () => {
  const digest = (end: string): Sha256 => `${'a'.repeat(60)}${end}` as Sha256;
  const evidence = ['A.pdf', 'a.pdf'].map((name, at): Evidence => ({ kind: 'file', name, bytes: 1, digest: digest(`000${at}`) }));
  const given = bundleFiles(
    sampleSuggestion({ evidence }),
    new Map(evidence.map((item) => [(item as { digest: Sha256 }).digest, advice])),
    '',
  );
  expect(refusalOf(given)).toBe('file-name');
});

test('a long patch of signs of every length is compared to its end', () => {
  const source = `${'é漢👮'.repeat(40_000)}\n`;
  const given = files({ proposal: { kind: 'change', source } });
  expect(refusalOf(given)).toBeNull();
  const bytes = Uint8Array.from(given[1]?.bytes ?? []);
  bytes[bytes.length - 4] = 0x58;
  expect(refusalOf(swapped(given, /patch/, bytes))).toBe('wrong-patch');
});

test('what cannot be packed is not packed by half', () => {
  expect(() => bundleFiles(sampleSuggestion({ evidence: [fileOf('a.pdf')] }), new Map(), '')).toThrow('FILE_UNREADABLE');
  expect(() => files({}, 'é'.repeat(bundleLimits.summaryBytes / 2 + 1))).toThrow('TOO_LARGE');
});

test.each([
  ['Kent Police', 'Kent-2026-11-23-everyday-0123abcd.ngsuggest'],
  ['Metropolitan Police Service', 'Metropolitan-2026-11-23-everyday-0123abcd.ngsuggest'],
  ['Police Service of Northern Ireland', 'Northern-Ireland-2026-11-23-everyday-0123abcd.ngsuggest'],
  ['Devon & Cornwall Police', 'Devon-Cornwall-2026-11-23-everyday-0123abcd.ngsuggest'],
  ['Heddlu Dyfed-Powys', 'Heddlu-Dyfed-Powys-2026-11-23-everyday-0123abcd.ngsuggest'],
  ['Ŵales', 'Wales-2026-11-23-everyday-0123abcd.ngsuggest'],
  ['Police', 'Police-2026-11-23-everyday-0123abcd.ngsuggest'],
  ['', 'Suggestion-2026-11-23-everyday-0123abcd.ngsuggest'],
  ['漢字', 'Suggestion-2026-11-23-everyday-0123abcd.ngsuggest'],
  ['../../x', 'x-2026-11-23-everyday-0123abcd.ngsuggest'],
  ['a'.repeat(120), `${'a'.repeat(40)}-2026-11-23-everyday-0123abcd.ngsuggest`],
])('a bundle of %j is called %s', (force, name) => {
  const suggestion = sampleSuggestion({ channel: 'everyday' as ChannelId, author: { name: 'Ann', force, role: 'x' } });
  expect(bundleName(suggestion, '0123abcd'.padEnd(64, '0') as Sha256)).toBe(name);
});

test('it has a plain name whatever the force is called', () => {
  fc.assert(
    fc.property(anySuggestion, fc.string({ unit: 'binary', maxLength: 120 }), (suggestion, force) => {
      const name = bundleName({ ...suggestion, author: { ...suggestion.author, force } }, '0'.repeat(64) as Sha256);
      expect(isFileName(name) && /^[A-Za-z0-9.-]+$/.test(name)).toBe(true);
    }),
  );
});
