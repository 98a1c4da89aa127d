// Two editions made from the same one -> the sources of an edition that holds both changes. Files that only one side
// changed are taken from it; guides that both changed are merged by lines; where that cannot be done the newest
// edition's words stay and the file is named, so that the other author is told.
import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import { mergeLines } from '../lineage/merge-lines.ts';
import { indexName, readEditionIndex, responsesName } from './index.ts';
import type { SourceFile } from './sources.ts';

export type EditionFiles = ReadonlyMap<string, Uint8Array>;

export interface MergedSources {
  /** As a strict build takes them. */
  readonly files: readonly SourceFile[];
  /** Files whose changes in `theirs` are not in the result. */
  readonly conflicts: readonly string[];
}

/** What two editions answer to suggestions, as one; null when people must decide. */
export type JoinResponses = (ours: Uint8Array, theirs: Uint8Array) => Uint8Array | null;

/**
 * @param ours the newest edition: its words stay where both cannot be had.
 * @param join who knows what `responses.json` is
 */
export function mergeEditions(
  base: EditionFiles | null,
  ours: EditionFiles,
  theirs: EditionFiles,
  join: JoinResponses = () => null,
): MergedSources {
  const conflicts: string[] = [];
  const files: SourceFile[] = [];
  const sides = [base ?? new Map<string, Uint8Array>(), ours, theirs].map(sourcesOf) as [EditionFiles, EditionFiles, EditionFiles];
  const [old, left, right] = sides;
  for (const name of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const [was, mine, other] = [old.get(name), left.get(name), right.get(name)];
    const isAnswers = name === responsesName && mine && other;
    const both = () => (isAnswers ? join(mine, other) : joined(was, mine, other));
    const merged = isEqual(mine, other) || isEqual(was, other) ? mine : isEqual(was, mine) ? other : both();
    if (merged === null) conflicts.push(name);
    const bytes = merged === null ? mine : merged;
    if (bytes) files.push({ path: name, bytes });
  }
  return { files, conflicts };
}

/** The files that authors keep: without the index, with the synonyms that only stand there. */
function sourcesOf(edition: EditionFiles): EditionFiles {
  const index = edition.get(indexName);
  const read = index ? readEditionIndex(index) : null;
  const synonyms = read?.ok ? read.value.synonyms : [];
  const files = new Map([...edition].filter(([name]) => name !== indexName));
  // JSON is YAML: strings are quoted, whatever stands in them.
  if (synonyms.length > 0) files.set('synonyms.yml', encodeUtf8(`${synonyms.map((group) => `- ${JSON.stringify(group)}`).join('\n')}\n`));
  return files;
}

/** Null when people must decide; undefined when both removed it. */
function joined(was: Uint8Array | undefined, mine: Uint8Array | undefined, other: Uint8Array | undefined): Uint8Array | null {
  if (!was || !mine || !other) return null;
  const [base, left, right] = [decodeUtf8(was), decodeUtf8(mine), decodeUtf8(other)];
  if (base === null || left === null || right === null) return null;
  const text = mergeLines(base, left, right);
  return text === null ? null : encodeUtf8(text);
}

const isEqual = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.length === b.length && a.every((byte, index) => byte === b[index]));
