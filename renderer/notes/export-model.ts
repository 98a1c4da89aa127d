// Notes as they are put into files for people: by guide and section in reading order, each with its quote, kind, words,
// dates, state, source and link in words. Pure; the same notes always give the same file.
import type { Note } from '../../content/core/annotation/model.ts';
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { GuideSummary } from '../../content/core/pack/model.ts';
import type { AllNotes, ListedGuide, ListedNote } from '../../electron/ipc/note-replies.ts';
import type { NoteName } from '../../electron/ipc/note-schemas.ts';
import type { HeldPack } from '../../electron/ipc/replies.ts';
import { sourceLine } from '../reader/citation.ts';
import { deepLink } from '../reader/deep-link.ts';
import { editionDay, localDay } from '../text/dates.ts';
import { highlightWords } from '../text/notes.ts';
import { exportText } from '../text/notes-files.ts';
import { noteStateWords } from '../text/notes-list.ts';
import { keyOf, stateOf } from './notes-page-model.ts';

export interface ExportFacts {
  /** ISO time of the export. */
  readonly now: string;
  /** The person's time zone; the system's without it. */
  readonly zone?: string;
  readonly guides: ReadonlyMap<GuideId, GuideSummary>;
  readonly packs: ReadonlyMap<ChannelId, HeldPack>;
}

export interface ExportedNote {
  readonly quote: string;
  /** The words that it was made on, where they are others now. */
  readonly before: string | null;
  readonly highlight: Note['highlight'];
  readonly kind: string;
  /** Light markdown, as it was typed. */
  readonly words: string;
  /** Label and words. */
  readonly facts: readonly (readonly [label: string, words: string])[];
  /** As text: it leads to the place when pasted into the search box. */
  readonly link: string;
}

export interface ExportedSection {
  readonly heading: string;
  readonly notes: readonly ExportedNote[];
}

export interface ExportedGuide {
  readonly guide: GuideId;
  readonly title: string;
  readonly sections: readonly ExportedSection[];
}

export interface ExportedNotes {
  readonly title: string;
  readonly intro: string;
  readonly guides: readonly ExportedGuide[];
  readonly count: number;
}

/** @param choice which notes; null: all */
export function exportModel({ guides }: AllNotes, choice: readonly NoteName[] | null, facts: ExportFacts): ExportedNotes {
  const chosen = choice && new Set(choice.map(keyOf));
  const exported = guides
    .map((listed) => ({ ...listed, notes: listed.notes.filter(({ note }) => chosen === null || chosen.has(keyOf(note))) }))
    .filter(({ notes }) => notes.length > 0)
    .sort((a, b) => Number(a.title === null) - Number(b.title === null) || byTitle.compare(nameOf(a), nameOf(b)));
  const count = exported.reduce((sum, { notes }) => sum + notes.length, 0);
  return {
    title: exportText.title,
    intro: exportText.intro(count, exported.length, localDay(facts.now, facts.zone)),
    guides: exported.map((listed) => guideOf(listed, facts)),
    count,
  };
}

const byTitle = new Intl.Collator('en-GB', { numeric: true });
const nameOf = ({ title, guide }: Pick<ListedGuide, 'title' | 'guide'>): string => title ?? guide;

function guideOf(listed: ListedGuide, facts: ExportFacts): ExportedGuide {
  const sections: { heading: string; notes: ExportedNote[] }[] = [];
  for (const one of [...listed.notes].sort(byReading)) {
    const heading = one.note.fate === 'gone' ? exportText.unplaced : (one.section ?? exportText.noSection);
    const last = sections.at(-1);
    const note = noteOf(one, listed, facts);
    if (last?.heading === heading) last.notes.push(note);
    else sections.push({ heading, notes: [note] });
  }
  return { guide: listed.guide, title: listed.title ?? exportText.absent(listed.guide), sections };
}

/** What has no place comes last; notes on the same words in the order in which they were made. */
const byReading = ({ note: a }: ListedNote, { note: b }: ListedNote): number =>
  Number(a.fate === 'gone') - Number(b.fate === 'gone') ||
  a.anchor.start - b.anchor.start ||
  compare(a.created, b.created) ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function noteOf(listed: ListedNote, guide: ListedGuide, facts: ExportFacts): ExportedNote {
  const { note } = listed;
  const state = stateOf(note);
  const { name } = highlightWords[note.highlight];
  const written = localDay(note.created, facts.zone);
  const changed = localDay(note.modified, facts.zone);
  const before = note.fate === 'reworded' ? (note.before?.exact ?? null) : null;
  return {
    quote: note.anchor.exact,
    before,
    highlight: note.highlight,
    kind: name,
    words: note.text,
    facts: [
      [exportText.kind, name],
      ...(note.tags.length > 0 ? [[exportText.tags, note.tags.join(', ')] as const] : []),
      ...(state === 'unchanged' ? [] : [[exportText.state, noteStateWords[state]] as const]),
      [exportText.dates, [exportText.written(written), ...(changed === written ? [] : [exportText.changed(changed)])].join(', ')],
      [exportText.source, sourceOf(listed, guide, facts)],
    ],
    link: deepLink(note.guide, note.fate === 'gone' ? null : note.anchor.block),
  };
}

/** Version and state are known of the edition that is held; of an older one only its day. */
function sourceOf({ note, section }: ListedNote, { title, guide }: ListedGuide, { guides, packs, zone }: ExportFacts): string {
  const summary = guides.get(guide);
  const pack = summary && packs.get(summary.channel);
  const { version } = note.anchor.edition;
  if (!summary || !pack || note.fate === 'gone' || version !== pack.seal.version)
    return exportText.stood(pack?.info.title ?? null, title ?? guide, section, version === 0 ? null : editionDay(version, zone));
  return sourceLine({
    quote: note.anchor.exact,
    guide,
    title: summary.title,
    section,
    version: summary.version,
    status: summary.status,
    pack: pack.info.title,
    group: summary.group,
    edition: editionDay(pack.seal.version, zone),
    demo: pack.seal.demo,
    block: note.anchor.block,
  });
}
