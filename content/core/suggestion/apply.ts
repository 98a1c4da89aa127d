// Chosen suggestions -> the texts of a group's sources, one after the other by three-way merge, with version and credit
// where a guide changed. Decides only: nothing is written, and of what does not fit the three texts are told.
import type { GuideId, Sha256 } from '../base/ids.ts';
import { parseGuide } from '../guide/parse.ts';
import { raisedVersion, recordChange } from '../guide/record-change.ts';
import type { Received } from './group.ts';
import type { Merged, MergeRemark } from './merge.ts';
import { proposedSource, type Suggestion } from './model.ts';
import { guideFileOf } from './patch.ts';
import { rebase } from './rebase.ts';

export interface SourceGuide {
  /** Below the folder of the sources. */
  readonly file: string;
  readonly text: string;
}

export interface ApplyInput {
  readonly guides: ReadonlyMap<GuideId, SourceGuide>;
  /** Every file of the folder: a new guide is never written over one. */
  readonly files: ReadonlySet<string>;
  /** As published; a guide that is not, is new or there is no edition yet. */
  readonly published: ReadonlyMap<GuideId, { readonly text: string; readonly version: string }>;
  /** Each with the line for the guide's change log that gives its author credit. */
  readonly chosen: readonly (Received & { readonly note: string })[];
  /** `reword`: the group has written its own words already; only version and credit are recorded. */
  readonly how: 'accept' | 'reword';
  /** ISO day. */
  readonly today: string;
}

export interface ConflictPlace {
  /** Of the sources, counted from 1. */
  readonly line: number;
  readonly base: string;
  readonly sources: string;
  readonly suggested: string;
}

export type Applied =
  | {
      readonly kind: 'fits';
      readonly digest: Sha256;
      readonly file: string;
      /** The guide's version, as it will be. */
      readonly edition: string;
      readonly remarks: readonly MergeRemark[];
      /** The sources said so already. */
      readonly isTaken: boolean;
      readonly isNew: boolean;
    }
  | { readonly kind: 'conflict'; readonly digest: Sha256; readonly file: string; readonly places: readonly ConflictPlace[] }
  /** `no-text`: a comment or question, or support. `file-there`: a guide of that name. `no-version`: it cannot be counted up. */
  | { readonly kind: 'refused'; readonly digest: Sha256; readonly why: 'no-text' | 'no-guide' | 'file-there' | 'no-version' };

export interface AppliedAll {
  /** In the order of the chosen. */
  readonly results: readonly Applied[];
  /** Whole texts by file, of those that changed. */
  readonly texts: ReadonlyMap<string, string>;
}

interface Open {
  readonly file: string;
  text: string;
  readonly before: string | null;
  readonly by: { readonly digest: Sha256; readonly note: string }[];
}

export function applySuggestions(input: ApplyInput): AppliedAll {
  const open = new Map<string, Open>();
  for (const { file, text } of input.guides.values()) open.set(file, { file, text, before: text, by: [] });
  const results = input.chosen.map((one) => applyOne(one, input, open));
  const editions = new Map<string, string | null>();
  for (const guide of open.values()) if (guide.by.length > 0) editions.set(guide.file, settle(guide, input));
  const isChanged = ({ file, text, before }: Open): boolean => text !== before && editions.get(file) !== null;
  const texts = new Map([...open.values()].filter(isChanged).map(({ file, text }) => [file, text]));
  return {
    texts,
    results: results.map((result): Applied => {
      if (result.kind !== 'fits') return result;
      const edition = editions.get(result.file);
      return edition ? { ...result, edition } : { kind: 'refused', digest: result.digest, why: 'no-version' };
    }),
  };
}

function applyOne({ digest, suggestion, note }: ApplyInput['chosen'][number], input: ApplyInput, open: Map<string, Open>): Applied {
  const { how, guides, files } = input;
  const fits = (file: string, more: { isTaken?: boolean; isNew?: boolean; remarks?: readonly MergeRemark[] } = {}): Applied => {
    open.get(file)?.by.push({ digest, note });
    return { kind: 'fits', digest, file, edition: '', remarks: [], isTaken: false, isNew: false, ...more };
  };
  const proposed = proposedSource(suggestion);
  const there = suggestion.guide === null ? undefined : guides.get(suggestion.guide);
  if (how === 'reword') return there ? fits(there.file) : refused(digest, 'no-guide');
  if (proposed === null) return refused(digest, 'no-text');
  if (suggestion.proposal.kind === 'new-guide') return addGuide(suggestion, digest, proposed, { files, open, there, fits });
  const guide = there && open.get(there.file);
  if (!guide || !suggestion.base) return refused(digest, 'no-guide');
  const rebased = rebase(suggestion.base.source, guide.text, proposed);
  if (rebased.kind === 'conflict') return { kind: 'conflict', digest, file: guide.file, places: placesOf(rebased.merged) };
  if (rebased.kind === 'taken') return fits(guide.file, { isTaken: true });
  guide.text = guide.text.includes('\r\n') ? rebased.source.replace(/\r?\n/g, '\r\n') : rebased.source;
  return fits(guide.file, { remarks: rebased.remarks });
}

interface Place {
  readonly files: ReadonlySet<string>;
  readonly open: Map<string, Open>;
  readonly there: SourceGuide | undefined;
  readonly fits: (file: string, more: { isTaken?: boolean; isNew?: boolean }) => Applied;
}

function addGuide(suggestion: Suggestion, digest: Sha256, proposed: string, { files, open, there, fits }: Place): Applied {
  const file = guideFileOf(suggestion);
  const known = open.get(there?.file ?? file);
  // Begun again after a stop: the very guide is there, with or without what was recorded in it.
  if (known && bodyOf(known.text) === bodyOf(proposed)) return fits(known.file, { isTaken: true });
  if (there || known || files.has(file)) return refused(digest, 'file-there');
  open.set(file, { file, text: proposed, before: null, by: [] });
  return fits(file, { isNew: true });
}

const bodyOf = (text: string): string => parseGuide(text, '').body.trim();
const refused = (digest: Sha256, why: Extract<Applied, { kind: 'refused' }>['why']): Applied => ({ kind: 'refused', digest, why });

/** Once for all that changed a guide: its version is raised where it is the published one still. */
function settle(guide: Open, { published, today }: ApplyInput): string | null {
  const { meta } = parseGuide(guide.text, guide.file);
  const was = published.get(meta.id);
  // Nothing to record: the published edition says it already, and names whoever it named then.
  if (was && plain(was.text) === plain(guide.text)) return was.version;
  const version = was?.version === meta.version ? raisedVersion(meta.version) : meta.version;
  if (version === null || raisedVersion(version) === null) return null;
  for (const { note } of guide.by) guide.text = recordChange(guide.text, { version, date: today, note }) ?? guide.text;
  return version;
}

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();

function placesOf({ parts }: Merged): readonly ConflictPlace[] {
  const places: ConflictPlace[] = [];
  let line = 1;
  for (const part of parts) {
    const here = part.kind === 'text' ? part.text : part.ours;
    if (part.kind === 'conflict') places.push({ line, base: part.base, sources: part.ours, suggested: part.theirs });
    // A side that has nothing here has no line either.
    line += part.kind === 'conflict' && here === '' ? 0 : here.split('\n').length;
  }
  return places;
}
