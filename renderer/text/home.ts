// Words of the home page, the channel pages and the list of saved guides.
import { counted, distance, longDay } from './dates.ts';

export const homeText = {
  title: 'National Guides',
  lead: 'Guidance on social media channels, written once by working groups for every force.',
  resume: 'Continue reading',
  resumeNone: 'Guides you open appear here, at the place where you stopped. Good ones to start with:',
  saved: 'Saved for later',
  savedNone: 'Nothing saved yet. Press “Save for later” on a guide, or Ctrl+D, and it waits for you here.',
  due: 'Due for review',
  dueNone: 'No guide is due for review in the next two months.',
  dueOverdue: (day: string, today: string) => `Was due ${longDay(day)} (${distance(day, today)})`,
  dueSoon: (day: string, today: string) => `Review due ${longDay(day)} (${distance(day, today)})`,
  dueMore: (count: number) => `${counted(count, 'more guide')} due`,
  here: 'What is here',
  channels: 'Channels',
  subjects: 'Subjects',
  guides: (count: number) => counted(count, 'guide'),
  hereSum: (guides: number, packs: number) =>
    `${counted(guides, 'guide')} in ${counted(packs, 'channel or subject', 'channels and subjects')}`,
  empty: 'There are no guides on this PC yet',
  emptyBody: 'National Guides reads only what it holds, and it holds nothing so far.',
  emptyNext: 'Ask your IT desk to install National Guides again: the guides come with it.',
  emptyUpdates: 'Or bring them in from a shared folder or USB stick',
  read: (when: string) => `Read ${when}`,
  draftNote: (count: number, all: number) =>
    count === all
      ? 'All of them are drafts: nobody has approved them yet.'
      : `${counted(count, 'is a draft', 'are drafts')} that nobody has approved yet.`,

  ownedBy: (group: string) => `Owner: ${group}`,
  reviewEvery: (months: number) => `Reviewed every ${counted(months, 'month')}`,
  channelEmpty: 'This channel has no guides yet. Search for your question: another channel may answer it.',
  startHere: 'Start here',
  filter: 'Show only guides with these words',
  filterNone: 'No guide here has these words in its title or summary.',
  more: (count: number) => `Show ${counted(count, 'more guide')}`,
  channelUnknown: 'This channel is not on this PC',
  channelUnknownNext: 'Choose another from the list on the left, or search.',

  savedTitle: 'Saved for later',
  savedRemove: 'Remove from saved',
  savedRemoved: (title: string) => `“${title}” removed from saved`,
  savedKept: (title: string) => `“${title}” saved for later`,
  savedGoneCount: (count: number) => `${counted(count, 'saved guide is', 'saved guides are')} no longer on this PC.`,
} as const;
