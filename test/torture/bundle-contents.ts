// Bundles whose archive is in order and whose contents are not: digests, patches and sizes that lie, markup where words
// belong, JSON to break a parser. Those with markup in plain words are fine, and must say those very words.
import type { GuideId, Sha256 } from '../../content/core/base/ids.ts';
import { type BundleFile, bundleFiles } from '../../content/core/suggestion/bundle.ts';
import type { Evidence, Suggestion } from '../../content/core/suggestion/model.ts';
import { sha256 } from '../../content/node/hash.ts';
import { rawEntry, rawZip } from '../support/raw-zip.ts';
import { baseOf, sampleAfter, sampleSource, sampleSuggestion } from '../support/suggestions.ts';
import type { HostileCase } from './bundle-archives.ts';
import { largeTexts } from './bundle-large.ts';
import { hostileEvidenceNames } from './bundle-names.ts';

const megabyte = 1024 * 1024;
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const zip = (files: readonly BundleFile[]): Uint8Array => rawZip(files.map(({ name, bytes }) => rawEntry(name, bytes)));
const markup = '<img src=x onerror=alert(1)><script>alert(1)</script>';

export const evidenceBytes = text('%PDF-1.7 not really\n');
const evidenceOf = (special: Partial<Extract<Evidence, { kind: 'file' }>> = {}): Evidence => ({
  kind: 'file',
  name: 'advice.pdf',
  bytes: evidenceBytes.length,
  digest: sha256(evidenceBytes),
  ...special,
});

/** In order, with one file of evidence. */
export const rightSuggestion = (special: Partial<Suggestion> = {}): Suggestion =>
  sampleSuggestion({ evidence: [evidenceOf()], ...special });
/** The same bytes for whatever it says of its evidence. */
export const rightFiles = (suggestion = rightSuggestion()): readonly BundleFile[] => {
  const digests = suggestion.evidence.flatMap((item) => (item.kind === 'file' ? [item.digest] : []));
  return bundleFiles(suggestion, new Map(digests.map((digest) => [digest, evidenceBytes])), '<!doctype html><title>Summary</title>\n');
};

export function hostileContents(): readonly HostileCase[] {
  const good = rightFiles();
  const json = Buffer.from(good[0]?.bytes ?? []).toString();
  const swap = (name: string, bytes: Uint8Array | null): readonly BundleFile[] =>
    good.flatMap((file) => (file.name !== name ? [file] : bytes === null ? [] : [{ name, bytes }]));
  const of = (about: string, files: () => readonly BundleFile[], isFine = false): HostileCase => ({
    about,
    bytes: () => zip(files()),
    isFine,
  });
  const said = (about: string, written: () => string | Uint8Array): HostileCase =>
    of(about, () => {
      const bytes = written();
      return swap('suggestion.json', typeof bytes === 'string' ? text(bytes) : bytes);
    });
  const told = (about: string, special: Partial<Suggestion>, isFine = false): HostileCase =>
    of(about, () => rightFiles(rightSuggestion(special)), isFine);
  const evidence = good.find(({ name }) => name.startsWith('evidence/'))?.name ?? '';
  const patch = Buffer.from(good[1]?.bytes ?? []).toString();
  /** Where only the words between two marks differ. */
  const edited =
    (from: string, to: string): (() => string) =>
    () => {
      if (!json.includes(from)) throw new Error(`not in it: ${from}`);
      return json.replace(from, to);
    };
  const base = baseOf();

  return [
    of('only a suggestion', () => good.slice(0, 1)),
    ...good.map(({ name }) => of(`without ${name.slice(0, 8)}`, () => swap(name, null))),
    of('a file more', () => [...good, { name: 'readme.txt', bytes: text('x') }]),
    of('a program more', () => [...good, { name: 'evidence/0123456789abcdef-setup.exe', bytes: text('MZ') }]),
    of('evidence twice', () => [...good, { name: evidence.replace('.pdf', '2.pdf'), bytes: evidenceBytes }]),
    of('other evidence of that length', () =>
      swap(
        evidence,
        Uint8Array.from(evidenceBytes, (byte) => byte ^ 1),
      ),
    ),
    of('shorter evidence', () => swap(evidence, evidenceBytes.subarray(1))),
    of('longer evidence', () => swap(evidence, text('%PDF-1.7 not really, and more\n'))),
    of('no evidence but its name', () => swap(evidence, new Uint8Array())),
    of('another patch', () => swap('change.patch', text(patch.replace('must hide', 'must show')))),
    of('a patch of another file', () => swap('change.patch', text(patch.replaceAll('house-rules.md', 'pack.yml')))),
    of('a patch more', () =>
      swap('change.patch', text(`${patch}diff --git a/x b/x\nnew file mode 120000\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+/etc/passwd\n`)),
    ),
    of('a patch by another', () => swap('change.patch', text(patch.replace('Ann Example', 'Eve Example')))),
    of('a patch with CRLF', () => swap('change.patch', text(patch.replaceAll('\n', '\r\n')))),
    of('an empty patch', () => swap('change.patch', new Uint8Array())),
    of('a patch of a comment', () => rightFiles(rightSuggestion({ proposal: { kind: 'comment' } })).toSpliced(1, 0, good[1] as BundleFile)),
    of('a summary that is too large', () => swap('summary.html', new Uint8Array(7 * megabyte))),
    of('a summary of scripts', () => swap('summary.html', text(markup.repeat(1000))), true),
    of('an empty summary', () => swap('summary.html', new Uint8Array()), true),
    of('a summary that is no text', () => swap('summary.html', Uint8Array.of(0xff, 0xfe, 0)), true),

    said('no JSON', () => 'hello'),
    said('nothing', () => ''),
    said('a page', () => markup),
    ...['null', 'true', '1', '"x"', '[]', '{}', '[{}]'].map((value) => said(`only ${value}`, () => value)),
    said('half of it', () => json.slice(0, json.length / 2)),
    said('twice', () => json + json),
    said('a mark of byte order', () => `\ufeff${json}`),
    said('UTF-16', () => Buffer.from(json, 'utf16le')),
    said('broken UTF-8', () => Buffer.concat([Buffer.from(json.slice(0, -3)), Uint8Array.of(0xff), Buffer.from('"}\n')])),
    said('no line end', () => json.trimEnd()),
    said('a blank behind', () => `${json} `),
    said('spread out', () => `${JSON.stringify(JSON.parse(json), null, 2)}\n`),
    said('another order', () => `${JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(json) as object).reverse()))}\n`),
    said('written with other escapes', edited('Kent Police', '\\u004bent Police')),
    said('a key more', edited('{"@context"', '{"@aaa":1,"@context"')),
    said('a key twice', edited('"guides:kind":"wording"', '"guides:kind":"other","guides:kind":"wording"')),
    said('a key of all objects', edited('"guides:kind":"wording"', '"__proto__":{"guides:kind":"wording"}')),
    said('a newer format', edited('"guides:format":1', '"guides:format":2')),
    said('a format of half', edited('"guides:format":1', '"guides:format":1.5')),
    said('the largest format', edited('"guides:format":1', '"guides:format":1e999')),
    said('another kind', edited('"guides:kind":"wording"', `"guides:kind":"${markup.replaceAll('"', '')}"`)),
    said('another channel', edited('"guides:channel":"everyday"', '"guides:channel":"../everyday"')),
    said('a channel of markup', edited('"guides:channel":"everyday"', '"guides:channel":"<b>"')),
    said('another urgency', edited('"guides:urgency":"whenever"', '"guides:urgency":"<script>"')),
    said('another type', edited('"type":"Annotation"', '"type":"Script"')),
    said('another motivation', edited('"motivation":"editing"', '"motivation":"commenting"')),
    said('an id of markup', edited('"id":"urn:uuid:', '"id":"<script>')),
    said('a guide elsewhere', edited('guides://guide/house-rules', 'guides://guide/../x')),
    said('a guide on the web', edited('guides://guide/house-rules', 'https://example.org/')),
    said('a number that is none', edited('"guides:bytes":20', '"guides:bytes":-20')),
    said('a number of halves', edited('"guides:bytes":20', '"guides:bytes":20.5')),
    said('a number too large', edited('"guides:bytes":20', '"guides:bytes":9007199254740993')),
    said('a digest of another text', edited(base.edition.digest, sha256(text('x')))),
    said('a digest in capitals', edited(base.edition.digest, base.edition.digest.toUpperCase())),
    said('another text of that digest', edited('You may hide', 'You may show')),
    said('a deep tower', () => '['.repeat(4 * megabyte) + ']'.repeat(4 * megabyte)),
    said('a deep tower inside', edited('"guides:kind":"wording"', `"guides:kind":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)),
    said('thirteen deep', edited('"guides:kind":"wording"', `"guides:kind":${'['.repeat(13)}${']'.repeat(13)}`)),
    said('a wide list', () => `[${'[],'.repeat(2.9 * megabyte)}[]]`),
    said('a wide list of numbers', () => `[${'1,'.repeat(4.4 * megabyte)}1]`),
    said('a wide object', () => `{${Array.from({ length: 700_000 }, (_, at) => `"${at}":1`).join(',')}}`),
    said('a wide list inside', edited('"body":[', `"body":[${'{},'.repeat(2.9 * megabyte)}`)),
    said('one long word', () => `"${'a'.repeat(9 * megabyte - 3)}"`),
    said('one long word of escapes', () => `{"type":"${'\\u4e2d'.repeat(1.49 * megabyte)}"}`),
    said('one long word of signs', () => `{"type":"${'漢'.repeat(2.9 * megabyte)}"}`),
    said('a long number', () => `{"type":${'1'.repeat(8 * megabyte)}}`),
    said('many keys of one name', () => `{${'"a":1,'.repeat(1.4 * megabyte)}"a":1}`),

    told('markup in the reason', { why: markup }, true),
    told('markup in the name', { author: { name: markup, force: 'Kent Police', role: 'x' } }, true),
    told('markup in the force', { author: { name: null, force: markup, role: 'x' } }, true),
    told('markup in the role', { author: { name: null, force: 'Kent Police', role: markup } }, true),
    told('markup in the text', { proposal: { kind: 'change', source: `${sampleAfter}${markup}\n` } }, true),
    told('markup in the evidence', { evidence: [evidenceOf(), { kind: 'text', text: markup }] }, true),
    told('a mail in the reason', { why: '\n\nFrom: x\n---\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-x\n+y' }, true),
    told('a line break in the name', { author: { name: 'Ann\nSubject: x', force: 'x', role: 'x' } }),
    told('a line break in the force', { author: { name: 'Ann', force: 'x\r\nSubject: y', role: 'x' } }),
    told('a name that turns round', { author: { name: 'Ann \u202eelpmaxe', force: 'x', role: 'x' } }),
    told('controls in the reason', { why: 'a\u001b[2Jb' }),
    told('NUL in the reason', { why: 'a\u0000b' }),
    told('a reason of 20,001 signs', { why: 'a'.repeat(20_001) }),
    told('a long name', { author: { name: 'a'.repeat(121), force: 'x', role: 'x' } }),
    ...[
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'https://a b',
      'https://x"onclick=alert(1)',
      '\\\\server\\x',
      'https://x\u202e',
    ].map((href) => told(`a link to ${href}`, { evidence: [evidenceOf(), { kind: 'link', href }] })),
    ...hostileEvidenceNames.map((name) =>
      told(`evidence called ${JSON.stringify(name.slice(0, 40))}`, { evidence: [evidenceOf({ name })] }),
    ),
    told('evidence of another size', { evidence: [evidenceOf({ bytes: 21 })] }),
    told('evidence of two sizes', { evidence: [evidenceOf(), evidenceOf({ bytes: 21 })] }),
    told('evidence of no digest', { evidence: [{ ...evidenceOf(), digest: 'abc' as Sha256 } as Evidence] }),
    told('21 pieces of evidence', { evidence: Array.from({ length: 21 }, () => evidenceOf()) }),
    told('the same evidence 20 times', { evidence: Array.from({ length: 20 }, (_, at) => evidenceOf({ name: `${at}.pdf` })) }, true),
    told('no time', { modified: 'yesterday' }),
    told('a time of markup', { created: '<script>' }),
    told('a day that is none', { modified: '2026-02-30T00:00:00.000Z' }),
    told('a guide called a path', { guide: '../x' as GuideId }),
    told('half a character', { proposal: { kind: 'change', source: `${sampleAfter}\ud83d` } }),
    told('a change of no text', { base: null }),
    told('a change of nothing', { proposal: { kind: 'change', source: sampleSource } }, true),
    ...largeTexts(),
  ];
}
