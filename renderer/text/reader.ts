// Words of the guide page.
import { counted, distance, longDay, moment, shortDay } from './dates.ts';

export interface BannerText {
  readonly word: string;
  readonly sentence: string;
}

export const readerText = {
  minutes: (minutes: number) => counted(minutes, 'minute'),
  state: 'State',
  versionLabel: 'Version',
  version: (version: string) => `Version ${version}`,
  noGroup: 'No working group named',
  facts: 'About this guide',
  owner: 'Owned by',
  audience: 'For',
  reviewed: 'Last reviewed',
  neverReviewed: 'Not yet',
  updated: 'Last changed',
  next: 'Next review due',
  noNext: 'No date set',
  readingTime: 'Reading time',
  nextDue: (day: string, today: string) => `${longDay(day)} (${distance(day, today)})`,

  save: 'Save for later',
  saved: 'Saved',
  print: 'Print',
  saveCopy: 'Save a copy',
  suggest: 'Suggest a change',
  copyCitation: 'Copy with citation',
  checklist: (done: number, all: number) => `${done} of ${all} ticked`,
  clearTicks: 'Clear all ticks',
  ticksCleared: (count: number) => `${counted(count, 'tick')} cleared`,
  resumed: 'You are where you left off.',
  toTop: 'Go to the top',
  opened: (title: string) => `${title}, opened`,
  loading: 'Opening the guide …',
  emptyBody: 'This guide has no text yet. Its working group is still writing it.',
  missingGuide: ' (this guide is not on this PC)',
  missingPlace: ' (this section was not found)',
  missingImage: (alt: string) => (alt === '' ? 'A picture is missing here.' : `A picture is missing here: ${alt}`),
  outside: ' (leaves National Guides)',
  outsideCopied: 'The address was copied. Paste it into your web browser.',
  placeGone: 'That place is not in this edition of the guide. You are at its top.',

  sources: 'Sources',
  sourceDate: (date: string) => `dated ${shortDay(date)}`,
  sourceUndated: 'no date shown',
  sourceSeen: (day: string) => `looked up ${shortDay(day)}`,
  changes: 'What changed',
  noSources: 'No sources are listed for this guide yet.',
  noChanges: 'No changes are listed yet: this is the first version.',
  related: 'Related guides',
  partners: (names: string) => `Written with ${names}.`,
  licence: (name: string) => `Licence: ${name}.`,

  outline: 'On this page',
  outlineEmpty: 'This guide has no sections.',

  footerEdition: (pack: string, day: string) => `${pack}, edition of ${longDay(day)}`,
  footerChecked: (at: string, now: string) => `Signature checked at ${moment(at, now)}`,
  footerSigned: (signers: readonly string[], threshold: number, keys: number) =>
    signers.length === 0
      ? `Signed with ${threshold} of ${counted(keys, 'key')}`
      : `Signed by ${signers.join(', ')} (${threshold} of ${counted(keys, 'key')} needed)`,
  demo: 'Demonstration keys: they were made when this app was built. No working group has signed this.',
  copyLink: 'Copy link',
  linkCopied: 'Link copied. It opens this place when pasted into the search box of National Guides.',

  bannerDraft: {
    word: 'Draft',
    sentence: 'Nobody has approved this guide yet. Check with your supervisor before you rely on it.',
  },
  bannerConsultation: (closes: string | null): BannerText => ({
    word: 'Consultation',
    sentence:
      closes === null
        ? 'Forces are being asked what they think. It is not approved: do not rely on it yet.'
        : `Forces are being asked what they think until ${longDay(closes)}. It is not approved: do not rely on it yet.`,
  }),
  bannerOverdue: (day: string, today: string): BannerText => ({
    word: 'Review overdue',
    sentence: `It should have been reviewed by ${longDay(day)} (${distance(day, today)}). Check anything that matters with its working group.`,
  }),
  bannerWithdrawn: {
    word: 'Withdrawn',
    sentence: 'Do not follow this guide. It is kept so that you can look up what it said.',
  },
  bannerReplaced: (title: string) => `Read “${title}” instead`,
  bannerRetired: (day: string): BannerText => ({
    word: 'Channel withdrawn',
    sentence: `All guidance of this channel was withdrawn on ${longDay(day)}. Do not follow it. It is kept so that you can look up what it said.`,
  }),
  bannerUnverified: {
    word: 'Unverified',
    sentence: 'The facts in this guide were not checked against official sources. Check them before you act.',
  },
  bannerUnreviewed: (day: string): BannerText => ({
    word: 'Not reviewed',
    sentence: `Its working group was to review this edition by ${longDay(day)} and has not. Check anything that matters with them.`,
  }),
  bannerUnconfirmed: (day: string): BannerText => ({
    word: 'Not confirmed',
    sentence: `The confirmation of this edition ran out on ${longDay(day)}. A newer edition may exist: check anything that matters with its working group.`,
  }),

  stampPrinted: (day: string) => `Printed ${longDay(day)}. Look in National Guides for a newer edition before you rely on paper.`,
  stampEdition: (day: string) => `edition of ${longDay(day)}`,
  stampOwner: (group: string) => `owner: ${group}`,

  quoteNothing: 'Select the words you want to quote, then press Ctrl+Shift+C.',
  quoteCopied: 'Quotation and its source copied.',

  findLabel: 'Find in this guide',
  findCount: (at: number, of: number) => `${at.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')}`,
  findMany: (limit: number) => `more than ${limit.toLocaleString('en-GB')}`,
  findNone: 'Not found',
  findNext: 'Next match',
  findPrevious: 'Previous match',
  findClose: 'Close find',
  pdfSaved: (name: string) => `Saved as ${name}`,
} as const;
