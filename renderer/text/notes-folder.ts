// Words about a folder that one person's PCs share for their notes.
import { atMoment } from './dates.ts';

export const notesFolderText = {
  title: 'Notes on more than one PC',
  none: 'Your notes are kept on this PC. If you work at several, choose a folder that only you can open and that all of them reach, such as your home drive: the notes are then kept in step through it.',
  choose: 'Choose a folder',
  change: 'Choose another folder',
  leave: 'Stop using this folder',
  in: 'Kept in step through',
  waiting: 'Not looked at yet.',
  exchanged: (time: string, now: string) => `Last in step ${atMoment(time, now)}.`,
  /** What was changed meanwhile is kept here and goes there later. */
  behind: 'Your notes are safe on this PC, and are exchanged as soon as the folder can be reached.',
  managed: 'Your force’s IT decides which folder is used.',
  left: 'This PC no longer uses the folder. Your notes stay here, and those in the folder stay there.',
  chosen: 'Your notes are kept in step through this folder.',
  looked: (title: string, reference: string) => `${title} (${reference}).`,
} as const;
