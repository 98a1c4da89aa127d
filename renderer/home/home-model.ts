// What Home shows, worked out from the library and the person's reading. Pure.
import type { BlockId, GuideId } from '../../content/core/base/ids.ts';
import type { GuideSummary } from '../../content/core/pack/model.ts';
import type { HeldPack, LibraryState, ReadingState } from '../../electron/ipc/replies.ts';
import { isDueSoon, isOverdue } from '../reader/guide-model.ts';
import { orderedPacks } from '../state/library.ts';
import { localDay } from '../text/dates.ts';

// What a person can take in at a glance; the rest is one step away.
const lengths = { resume: 4, saved: 6, due: 5, starts: 4 } as const;

export interface PackCard {
  readonly pack: HeldPack;
  readonly count: number;
}

export interface HomeView {
  readonly empty: boolean;
  readonly resume: readonly { readonly guide: GuideSummary; readonly block: BlockId | null; readonly at: string }[];
  readonly saved: readonly GuideSummary[];
  readonly savedMore: number;
  readonly due: readonly { readonly guide: GuideSummary; readonly overdue: boolean }[];
  readonly dueMore: number;
  readonly channels: readonly PackCard[];
  readonly subjects: readonly PackCard[];
  readonly guides: number;
  readonly drafts: number;
  /** Offered when nothing was read yet: the guides that packs name as their start. */
  readonly starts: readonly GuideSummary[];
}

export function homeView(library: LibraryState, reading: ReadingState, now: string, zone?: string): HomeView {
  const today = localDay(now, zone);
  const byId = new Map<GuideId, GuideSummary>(library.guides.map((guide) => [guide.id, guide]));
  const counts = new Map<string, number>();
  for (const guide of library.guides) counts.set(guide.channel, (counts.get(guide.channel) ?? 0) + 1);
  const card = (pack: HeldPack): PackCard => ({ pack, count: counts.get(pack.info.channel) ?? 0 });
  const { channels, subjects } = orderedPacks(library.packs);
  const saved = reading.saved.flatMap((id) => byId.get(id) ?? []);
  const due = dueGuides(library.guides, today);
  const starts = [...channels, ...subjects].flatMap((pack) => (pack.info.start === null ? [] : (byId.get(pack.info.start) ?? [])));
  return {
    empty: library.guides.length === 0,
    resume: reading.recent
      .flatMap(({ guide, block, at }) => {
        const summary = byId.get(guide);
        return summary ? [{ guide: summary, block, at }] : [];
      })
      .slice(0, lengths.resume),
    saved: saved.slice(0, lengths.saved),
    savedMore: Math.max(0, saved.length - lengths.saved),
    due: due.slice(0, lengths.due),
    dueMore: Math.max(0, due.length - lengths.due),
    channels: channels.map(card),
    subjects: subjects.map(card),
    guides: library.guides.length,
    drafts: library.guides.filter((guide) => guide.status === 'draft' || guide.status === 'consultation').length,
    starts: (starts.length > 0 ? starts : library.guides).slice(0, lengths.starts),
  };
}

/** Overdue and soon due guides, the earliest day first. Withdrawn ones are nobody's duty any more. */
export function dueGuides(
  guides: readonly GuideSummary[],
  today: string,
): readonly { readonly guide: GuideSummary; readonly overdue: boolean }[] {
  return guides
    .filter((guide) => guide.status !== 'withdrawn' && (isOverdue(guide.reviewBy, today) || isDueSoon(guide.reviewBy, today)))
    .sort((a, b) => ((a.reviewBy ?? '') < (b.reviewBy ?? '') ? -1 : 1))
    .map((guide) => ({ guide, overdue: isOverdue(guide.reviewBy, today) }));
}

/** Guides whose title, summary or topic holds every word typed. */
export function filterGuides(guides: readonly GuideSummary[], typed: string): readonly GuideSummary[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return guides;
  return guides.filter((guide) => {
    const text = `${guide.title} ${guide.summary} ${guide.topic}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
