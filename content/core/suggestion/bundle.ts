// What is in a `.ngsuggest`: which files, under which names, and what each must be. Reading is of hostile files: all that
// is in one follows from its `suggestion.json`, and what does not is refused. `summary.html` is for people without the
// app; nobody here shows it or believes it.
import { AppFault } from '../base/error.ts';
import type { Sha256Of } from '../base/hash.ts';
import type { Sha256 } from '../base/ids.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import { suggestionLimits } from './bounds.ts';
import type { Evidence, Suggestion } from './model.ts';
import { changePatch } from './patch.ts';
import { readSuggestion, type SuggestionRefusal, writeSuggestion } from './suggestion-json.ts';

const megabyte = 1024 * 1024;

export const bundleLimits = {
  /** Of the file: what a mailbox takes. */
  bytes: 25 * megabyte,
  /** Of all that is in it: our own three at their largest, and the evidence. */
  inflated: 45 * megabyte,
  /** Three of our own, and the evidence. */
  files: 3 + suggestionLimits.evidence,
  /** Both texts with a sign before each line; a text of empty lines is twice as long then. */
  patchBytes: 9 * megabyte,
  /** Both texts once more, with marks. */
  summaryBytes: 6 * megabyte,
  /** `evidence/`, 16 digits, a hyphen, and the longest name in UTF-8. */
  nameBytes: 26 + 3 * suggestionLimits.fileName,
} as const;

export interface BundleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type BundleRefusal =
  | SuggestionRefusal
  /** Or one that is damaged, or holds something beside its files. */
  | 'not-a-zip'
  | 'too-many-files'
  /** A name that no bundle has, twice the same, or one that its suggestion does not speak of. */
  | 'file-name'
  | 'missing'
  /** Another patch than the one that this suggestion gives. */
  | 'wrong-patch'
  /** Another size or digest than the suggestion says. */
  | 'wrong-evidence';

export interface ReadBundle {
  readonly suggestion: Suggestion;
  /** Of `suggestion.json`: what a response names. */
  readonly digest: Sha256;
  /** By digest; each is what its name says. */
  readonly evidence: ReadonlyMap<Sha256, Uint8Array>;
}

export const bundleNames = { suggestion: 'suggestion.json', patch: 'change.patch', summary: 'summary.html' } as const;
/** Ends the name of every bundle. */
export const bundleEnding = '.ngsuggest';

/**
 * In the one order that a bundle has. Of a suggestion within bounds (`boundsFault`). Throws TOO_LARGE for a summary that
 * is, FILE_UNREADABLE for evidence that is not in `evidence`.
 */
export function bundleFiles(suggestion: Suggestion, evidence: ReadonlyMap<Sha256, Uint8Array>, summary: string): readonly BundleFile[] {
  const patch = changePatch(suggestion);
  const page = encodeUtf8(summary);
  if (page.length > bundleLimits.summaryBytes) throw new AppFault('TOO_LARGE', { file: bundleNames.summary, bytes: page.length });
  return [
    { name: bundleNames.suggestion, bytes: writeSuggestion(suggestion) },
    ...(patch === null ? [] : [{ name: bundleNames.patch, bytes: encodeUtf8(patch) }]),
    { name: bundleNames.summary, bytes: page },
    ...[...evidenceFiles(suggestion)].map(([name, { digest }]) => {
      const bytes = evidence.get(digest);
      if (!bytes) throw new AppFault('FILE_UNREADABLE', { file: name, errno: 'ENOENT' });
      return { name, bytes };
    }),
  ];
}

/** Of files that were taken out of an archive. Never throws. */
export function checkBundle(files: readonly BundleFile[], sha256: Sha256Of): Result<ReadBundle, BundleRefusal> {
  if (files.length > bundleLimits.files) return fail('too-many-files');
  const byName = new Map(files.map(({ name, bytes }) => [name, bytes]));
  if (byName.size !== files.length) return fail('file-name');
  const written = byName.get(bundleNames.suggestion);
  if (!written) return fail('missing');
  const read = readSuggestion(written, sha256);
  if (!read.ok) return read;
  const suggestion = read.value;
  const named = evidenceFiles(suggestion);
  const patch = changePatch(suggestion);
  const own = [bundleNames.suggestion, ...(patch === null ? [] : [bundleNames.patch]), bundleNames.summary];
  const wanted = new Set([...own, ...named.keys()]);
  if (files.some(({ name }) => !wanted.has(name)) || !areApart([...wanted])) return fail('file-name');
  if (files.length !== wanted.size) return fail('missing');
  if ((byName.get(bundleNames.summary)?.length ?? 0) > bundleLimits.summaryBytes) return fail('too-large');
  if (patch !== null && !isText(byName.get(bundleNames.patch), patch)) return fail('wrong-patch');
  const evidence = new Map<Sha256, Uint8Array>();
  for (const [name, item] of named) {
    const bytes = byName.get(name);
    if (bytes?.length !== item.bytes || sha256(bytes) !== item.digest) return fail('wrong-evidence');
    evidence.set(item.digest, bytes);
  }
  // One file may be spoken of twice, and each time with its true size.
  if (filesOf(suggestion).some((item) => evidence.get(item.digest)?.length !== item.bytes)) return fail('wrong-evidence');
  return ok({ suggestion, digest: sha256(written), evidence });
}

type EvidenceFile = Extract<Evidence, { kind: 'file' }>;
const filesOf = ({ evidence }: Suggestion): readonly EvidenceFile[] => evidence.filter((item) => item.kind === 'file');

/** By name in the archive. The same bytes are one file, under the first name that they have. */
function evidenceFiles(suggestion: Suggestion): ReadonlyMap<string, EvidenceFile> {
  const byDigest = new Map<Sha256, EvidenceFile>();
  for (const item of filesOf(suggestion)) if (!byDigest.has(item.digest)) byDigest.set(item.digest, item);
  return new Map([...byDigest.values()].map((item) => [`evidence/${item.digest.slice(0, 16)}-${item.name}`, item]));
}

/** Also where a file system knows no capital letters, or no accents of two signs. */
const areApart = (names: readonly string[]): boolean =>
  new Set(names.map((name) => name.normalize('NFKC').toUpperCase().toLowerCase())).size === names.length;

/** Signs that are compared at a time: both texts of a large guide need not be in memory once more. */
const compareLength = 65_536;

function isText(bytes: Uint8Array | undefined, text: string): boolean {
  let done = 0;
  for (let from = 0; from < text.length; ) {
    // Never between the two halves of a character.
    const isCut = /[\ud800-\udbff]/.test(text[from + compareLength - 1] ?? '');
    const to = from + compareLength + (isCut ? 1 : 0);
    const wanted = encodeUtf8(text.slice(from, to));
    // A loop, and not `every`: an inbox has thousands of these.
    for (let at = 0; at < wanted.length; at += 1) if (wanted[at] !== bytes?.[done + at]) return false;
    done += wanted.length;
    from = to;
  }
  return bytes?.length === done;
}

/** Words of a force's name that most have. */
const commonWords = /^(?:police|constabulary|service|of|the|and|force)$/i;
/** Beside a day, a channel and a digest, a name that no system finds too long. */
const forceLength = 40;

/** "Kent-2026-03-04-facebook-1a2b3c4d.ngsuggest": a plain file name on every system. @param digest of `suggestion.json` */
export function bundleName({ author, modified, channel }: Suggestion, digest: Sha256): string {
  const words = author.force
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !commonWords.test(word));
  const force = (telling.length === 0 ? words : telling).join('-').slice(0, forceLength).replace(/-+$/, '');
  return `${force || 'Suggestion'}-${modified.slice(0, 10)}-${channel}-${digest.slice(0, 8)}${bundleEnding}`;
}
