// Words of the page about updates: the shared folders, the channels, what came in from a folder.
import { counted, longDay, moment, sinceMoment } from './dates.ts';

export const updatesText = {
  title: 'Updates',
  loading: 'Asking what is known …',
  none: 'No shared folder is set on this PC, so new editions do not arrive by themselves.',
  noneReading: 'What you read came with National Guides or was imported by hand, and its signatures were checked. You can go on reading.',
  noneNext: 'Ask your IT desk for the folder of National Guides, then add it below. A USB stick with the folder works as well.',

  lastChecked: (at: string, now: string, zone?: string) => `A shared folder was last read ${momentWords(at, now, zone)}.`,
  neverChecked: 'No shared folder has been read yet.',
  nextCheck: (at: string, now: string, zone?: string) => `It is looked at again ${momentWords(at, now, zone)}, by itself.`,
  nextSoon: 'It is looked at again in a moment, by itself.',
  lastGood: (at: string, now: string, zone?: string) =>
    `Every channel was last found in order in a shared folder ${momentWords(at, now, zone)}.`,

  check: 'Check now',
  checking: 'Looking for new editions …',
  copying: (done: number, of: number) => `Copying: ${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} files`,
  copyingSome: 'Copying new files …',
  keepReading: 'You can go on reading meanwhile.',
  progress: 'Files copied',
  stop: 'Stop',
  stopTip: 'Stop (Esc). What was copied is kept.',
  halted: (isFolder: boolean) =>
    isFolder ? 'Stopping. What was copied is kept.' : 'Stopped. What was copied is kept. “Check now” goes on from there.',
  importFolder: 'Import from folder or USB stick …',
  importing: 'Choosing or reading a folder …',
  copySummary: 'Copy a summary for IT',
  summaryCopied: 'The summary was copied. Paste it into an email to your IT desk.',

  shares: 'Shared folders',
  seed: 'What came with National Guides',
  seedNote: 'The first editions, checked like all others. It is never removed.',
  byPolicy: 'Set by your force’s IT',
  byPerson: 'Added on this PC',
  managed: 'Your force’s IT decides which folders are used on this PC, so none can be added or removed here.',
  addShare: 'Add a shared folder …',
  remove: 'Remove',
  removeOf: (label: string) => `Remove the folder ${label}`,
  removeAsk: 'What it brought stays on this PC. New editions will no longer come from it.',
  removeYes: 'Remove this folder',
  removeNo: 'Keep it',
  removed: (label: string) => `The folder “${label}” is no longer used. What it brought stays.`,
  tooManyShares: (most: number) => `No more than ${most} shared folders can be used. Remove one first.`,
  shareChecked: (at: string, now: string, zone?: string) => `Last read ${momentWords(at, now, zone)}`,
  shareNever: 'Not read yet',
  shareNext: (at: string, now: string, zone?: string) => `Next ${momentWords(at, now, zone)}`,

  channels: 'Channels',
  noChannels: 'No channel is held on this PC, and no shared folder has offered one yet.',
  held: (day: string) => `Edition of ${longDay(day)}`,
  notHeld: 'No edition on this PC',
  offered: (day: string) => `Offered: edition of ${longDay(day)}`,
  offeredSameDay: 'Offered: a later edition of the same day',
  channelSince: (since: string, now: string, zone?: string) => `Since ${sinceMoment(since, now, zone)}`,
  confirmed: (at: string, now: string, zone?: string) => `Last found in order ${momentWords(at, now, zone)}`,
  neverConfirmed: 'Not found in a shared folder yet',
  reference: (code: string) => `Reference ${code}`,

  result: (name: string) => `From the folder “${name}”`,
  resultSum: (imported: number, current: number, failed: number) =>
    [
      imported > 0 ? `${counted(imported, 'channel')} brought in` : 'Nothing new brought in',
      ...(current > 0 ? [`${counted(current, 'channel')} already the newest`] : []),
      ...(failed > 0 ? [`${counted(failed, 'channel')} not brought in`] : []),
    ].join(', '),
  resultFiles: (files: number, bytes: number) => `${counted(files, 'file')} copied, ${amount(bytes)}`,
  resultImported: (day: string) => `Edition of ${longDay(day)} brought in`,
  resultCurrent: 'Already the newest: nothing to do',
  resultNothing: 'There are no guides in this folder.',
  resultStopped: (have: number, of: number) =>
    of === 0
      ? 'Stopped before anything was copied. Nothing you read has changed.'
      : `Stopped after ${have.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} files, which are kept. Import the same folder again to go on from there.`,
  resultNext: 'Nothing else has to be done: the new editions can be read now.',
  resultClose: 'Close this report',

  why: 'If a guide seems old',
  whyEdition: 'The channels above say which edition this PC holds and when it was last found in order in a shared folder.',
  whyWaits: 'A newer edition is used only when all of it has arrived and its signatures are right. Until then you read the one before.',
  whyAsk:
    'If a newer edition should be here and is not, press “Copy a summary for IT” and paste it into an email to your IT desk. It holds states, times, folders and references: nothing you read or wrote, and no name of a person.',

  forIt: 'For your IT desk',
  forItShares:
    'Shared folders are set for all PCs by machine policy: the setting “shares”, a list of up to 8 folders, looked at in their order. Readers need only the right to read.',
  forItFolder: 'The folder is the one that holds “directory” and “channels”. A replica, a read-only copy or a USB stick serves as well.',
  forItCommand: 'On any PC, “guides doctor” with the path of the folder says whether it can be used.',
} as const;

/** State words, for the mark of a row. */
export const stateWords = {
  none: 'No folder',
  checking: 'Looking',
  copying: 'Copying',
  current: 'Up to date',
  repaired: 'Repaired',
  'out-of-date': 'Not confirmed',
  incomplete: 'Copy incomplete',
  unreachable: 'Not reachable',
  denied: 'No permission',
  refused: 'Refused',
  stale: 'May be out of date',
  'no-space': 'No space',
  clock: 'Clock',
  'app-too-old': 'App too old',
} as const;

/** "at 09:14 today". */
function momentWords(at: string, now: string, zone?: string): string {
  return `at ${moment(at, now, zone)}`;
}

/** "3.4 MB": as much as matters. */
function amount(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000).toLocaleString('en-GB')} kB`;
  return `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
}
