// A guide's facts as the page shows them: which banners, which words for dates, which place in a list. Pure: the
// day it is comes in from the start state.
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { GuideSummary } from '../../content/core/pack/model.ts';
import type { EditionSeal } from '../../content/core/trust/model.ts';
import { daysBetween, localDay } from '../text/dates.ts';
import { type BannerText, readerText } from '../text/reader.ts';

export type BannerKind = 'withdrawn' | 'retired' | 'overdue' | 'draft' | 'consultation' | 'unverified' | 'unconfirmed' | 'unreviewed';

export interface Banner extends BannerText {
  readonly kind: BannerKind;
}

export interface BannerFacts {
  readonly summary: Pick<GuideSummary, 'status' | 'reviewBy' | 'confidence'>;
  readonly seal: Pick<EditionSeal, 'expires' | 'confirmedUntil' | 'reviewBy'>;
  /** ISO day on which the channel was withdrawn. */
  readonly retired: string | null;
  /** ISO time. */
  readonly now: string;
  readonly zone?: string;
}

/** The gravest first. A withdrawn guide is not also called a draft: that would soften it. */
export function bannersFor({ summary, seal, retired, now, zone }: BannerFacts): readonly Banner[] {
  const today = localDay(now, zone);
  const banners: Banner[] = [];
  if (retired !== null) banners.push({ kind: 'retired', ...readerText.bannerRetired(retired) });
  if (summary.status === 'withdrawn') banners.push({ kind: 'withdrawn', ...readerText.bannerWithdrawn });
  if (banners.length > 0) return banners;
  if (isOverdue(summary.reviewBy, today)) banners.push({ kind: 'overdue', ...readerText.bannerOverdue(summary.reviewBy ?? '', today) });
  if (summary.status === 'draft') banners.push({ kind: 'draft', ...readerText.bannerDraft });
  if (summary.status === 'consultation') banners.push({ kind: 'consultation', ...readerText.bannerConsultation(null) });
  if (summary.confidence === 'unverified') banners.push({ kind: 'unverified', ...readerText.bannerUnverified });
  const { reviewBy, confirmedUntil = seal.expires } = seal;
  if (now !== '' && reviewBy !== undefined && reviewBy < now)
    banners.push({ kind: 'unreviewed', ...readerText.bannerUnreviewed(localDay(reviewBy, zone)) });
  if (now !== '' && confirmedUntil < now)
    banners.push({ kind: 'unconfirmed', ...readerText.bannerUnconfirmed(localDay(confirmedUntil, zone)) });
  return banners;
}

export const isOverdue = (reviewBy: string | null, today: string): boolean => reviewBy !== null && reviewBy < today;

// Two months: a working group meets at least once in that time.
export const soonDays = 60;

export function isDueSoon(reviewBy: string | null, today: string): boolean {
  return reviewBy !== null && !isOverdue(reviewBy, today) && daysBetween(today, reviewBy) <= soonDays;
}

/** The one mark a guide carries in lists: only what a person must not miss. */
export function listMark(summary: Pick<GuideSummary, 'status' | 'reviewBy' | 'confidence'>, today: string): BannerKind | null {
  if (summary.status === 'withdrawn') return 'withdrawn';
  if (isOverdue(summary.reviewBy, today)) return 'overdue';
  if (summary.status === 'draft' || summary.status === 'consultation') return summary.status;
  return summary.confidence === 'unverified' ? 'unverified' : null;
}

/** Name for a file of this guide, without signs that Windows refuses. */
export function fileName(title: string, version: string): string {
  const plain = title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // The contract's bound, with room for the version and ".pdf".
  return `${plain.slice(0, 90).trim() || 'Guide'} v${version.slice(0, 12)}.pdf`;
}

export interface Crumb {
  readonly title: string;
  readonly place:
    | { readonly kind: 'home' }
    | { readonly kind: 'channel'; readonly channel: ChannelId }
    | { readonly kind: 'guide'; readonly guide: GuideId };
}

/** Days that matter to a reader, as pairs of a label and words. */
export function dateFacts(
  summary: Pick<GuideSummary, 'approved' | 'updated' | 'reviewBy'>,
  now: string,
  zone?: string,
): readonly (readonly [string, string])[] {
  const today = localDay(now, zone);
  return [
    [readerText.reviewed, summary.approved === null ? readerText.neverReviewed : readerText.nextDue(summary.approved, today)],
    ...(summary.updated === null ? [] : [[readerText.updated, readerText.nextDue(summary.updated, today)] as const]),
    [readerText.next, summary.reviewBy === null ? readerText.noNext : readerText.nextDue(summary.reviewBy, today)],
  ];
}
