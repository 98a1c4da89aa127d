// What happened, what it means for the reader, and what to do next, for every code there is. A code without a
// sentence does not compile. The reference ("NG-1123") is added by the screen and comes last.
import type { ErrorCode } from '../../content/core/base/error.ts';
import { suggestionErrors } from './errors-suggestions.ts';

export interface ErrorText {
  readonly title: string;
  readonly body: string;
  readonly nextStep: string;
}

const keepReading = 'You can go on reading what this PC holds.';
const tellIt = 'Tell your IT desk and give them the reference below.';

export const errorTexts: Readonly<Record<ErrorCode, ErrorText>> = {
  SHARE_UNREACHABLE: {
    title: 'The shared folder cannot be reached',
    body: `New editions cannot be fetched. ${keepReading}`,
    nextStep: 'Carry on. If it is still so tomorrow, tell your IT desk.',
  },
  SHARE_DENIED: {
    title: 'This PC may not open the shared folder',
    body: `New editions cannot be fetched. ${keepReading}`,
    nextStep: 'Ask your IT desk for the right to read the folder of National Guides.',
  },
  INCOMPLETE: {
    title: 'An edition has not arrived completely',
    body: 'Part of it is still missing, so it was not used. What you have already stays as it is.',
    nextStep: 'Carry on. It is fetched again by itself.',
  },
  ROLLED_BACK: {
    title: 'An older edition was offered and refused',
    body: 'The shared folder holds an edition older than yours. Nothing you read has changed.',
    nextStep: tellIt,
  },
  TAMPERED: {
    title: 'An edition was refused',
    body: 'Its signature or its contents did not match what the working group signed. Nothing you read has changed.',
    nextStep: tellIt,
  },
  MALFORMED: {
    title: 'An edition could not be read',
    body: 'It is damaged or not in the form this app knows, so it was not used. Nothing you read has changed.',
    nextStep: tellIt,
  },
  STALE: {
    title: 'This edition has not been confirmed lately',
    body: 'Its confirmation ran out, so a newer edition may exist elsewhere. You can still read it.',
    nextStep: 'Check anything that matters with the working group that owns the guide.',
  },
  REVIEW_OVERDUE: {
    title: 'The review of this guide is overdue',
    body: 'Its working group should have looked at it again by now. Facts in it may have changed.',
    nextStep: 'Check anything that matters with the working group that owns the guide.',
  },
  ROOT_STALE: {
    title: 'The list of trusted signers has run out',
    body: `New editions cannot be checked until it is renewed. ${keepReading}`,
    nextStep: tellIt,
  },
  TOO_LARGE: {
    title: 'An edition was too large and was refused',
    body: 'It is larger than any edition should be. Nothing you read has changed.',
    nextStep: tellIt,
  },
  APP_TOO_OLD: {
    title: 'A newer version of National Guides is needed',
    body: `An edition uses a form this version does not know. ${keepReading}`,
    nextStep: 'Ask your IT desk to update National Guides.',
  },
  RETIRED: {
    title: 'This channel’s guidance was withdrawn',
    body: 'The working group no longer stands behind it. It is kept here so that you can look up what it said.',
    nextStep: 'Do not rely on it. Ask your force’s communications team what applies now.',
  },
  STORE_DAMAGED: {
    title: 'Part of the guides on this PC is damaged',
    body: 'What is damaged is not shown. Everything else can be read as before.',
    nextStep: 'Close National Guides and start it again: it repairs what it can. If this stays, tell your IT desk.',
  },
  BLOB_DAMAGED: {
    title: 'This guide’s file is damaged',
    body: 'It is no longer what the working group signed, so it is not shown. All other guides can be read.',
    nextStep: 'Close National Guides and start it again: it puts back what it can. If this stays, tell your IT desk.',
  },
  NO_SPACE: {
    title: 'The disk of this PC is full',
    body: `Nothing more can be kept, such as your place or a new edition. ${keepReading}`,
    nextStep: 'Delete files you do not need or ask your IT desk, then try again.',
  },
  CLOCK: {
    title: 'The clock of this PC looks wrong',
    body: 'Dates of editions and reviews cannot be judged until it is right. You can go on reading.',
    nextStep: 'Check the date and time of this PC, or ask your IT desk to.',
  },
  STORE_DENIED: {
    title: 'National Guides may not write to its own folder',
    body: `Your place, ticks and new editions cannot be kept. ${keepReading}`,
    nextStep: tellIt,
  },
  STORE_MISSING: {
    title: 'The guides on this PC are gone',
    body: 'The folder in which they were kept was removed while National Guides was running.',
    nextStep: 'Close National Guides and start it again: it puts back the guides it came with.',
  },
  SETTINGS_DAMAGED: {
    title: 'Your settings could not be read',
    body: 'The usual settings are used instead. The damaged file was put aside; guides, ticks and saved guides are safe.',
    nextStep: 'Choose your text size and colours again under Aa.',
  },
  SEED_MISSING: {
    title: 'The guides that come with the app are missing',
    body: 'National Guides was not installed completely. Only what this PC holds already can be read.',
    nextStep: 'Ask your IT desk to install National Guides again.',
  },
  NOTES_NEWER: {
    title: 'These notes were written by a newer version',
    body: 'A newer National Guides has changed the file of this guide’s notes. You can read them; changing them here could lose something.',
    nextStep: 'Ask your IT desk to update National Guides on this PC.',
  },
  NOTES_FULL: {
    title: 'This guide has as many notes as it can hold',
    body: 'The new one was not kept. All the others are safe.',
    nextStep: 'Delete or archive notes you no longer need, then try again.',
  },
  GUIDE_NOT_FOUND: {
    title: 'This guide is not on this PC',
    body: 'It may belong to a channel that is not held here, or it was removed in a newer edition.',
    nextStep: 'Search for its subject, or go back.',
  },
  IMAGE_NOT_FOUND: {
    title: 'A picture is missing',
    body: 'The guide’s words are complete; one picture cannot be shown.',
    nextStep: 'Read on. The text beside the picture says what it shows.',
  },
  SEARCH_UNAVAILABLE: {
    title: 'The search is not working at the moment',
    body: 'All guides can still be opened from the list on the left.',
    nextStep: 'Try once more. If it stays so, close National Guides and start it again.',
  },
  PRINT_FAILED: {
    title: 'This page could not be printed',
    body: 'The printer or the PDF writer of this PC gave up. Nothing is lost.',
    nextStep: 'Check the printer and try again, or save the page as a PDF.',
  },
  SAVE_FAILED: {
    title: 'The file could not be saved',
    body: 'The folder you chose did not accept it. Nothing is lost.',
    nextStep: 'Choose another folder, such as Documents, and save it again.',
  },
  SETTING_MANAGED: {
    title: 'This setting is decided by your force',
    body: 'Your force’s IT has fixed it for all its PCs, so it stays as it is.',
    nextStep: 'Ask your IT desk if you need it changed.',
  },
  CANCELLED: {
    title: 'Nothing was done',
    body: 'You closed the dialog before choosing.',
    nextStep: 'Try again whenever you like.',
  },
  CHANNEL_UNKNOWN: {
    title: 'There is no such channel on the shared folder',
    body: 'Nothing was published or signed.',
    nextStep: 'Check the name of the channel, or ask a steward to add it.',
  },
  DRAFT_NOT_FOUND: {
    title: 'There is no draft to work on',
    body: 'Nobody has put one on the shared folder, or its copy has not arrived yet.',
    nextStep: 'Ask the person who made the draft, or wait until it has been copied.',
  },
  DRAFT_OUTDATED: {
    title: 'This draft was overtaken',
    body: 'Something else was published after it was made. Nothing was changed.',
    nextStep: 'Make the draft again from the newest edition.',
  },
  TOO_FEW_SIGNATURES: {
    title: 'More people have to sign first',
    body: 'The draft is kept with the signatures it has. Nothing was published.',
    nextStep: 'Ask another member of the group to check and sign it.',
  },
  KEY_NOT_HELD: {
    title: 'This key may not sign here',
    body: 'It is not one of the keys that the group agreed on. Nothing was signed.',
    nextStep: 'Use the key of this group, or ask a steward to add yours.',
  },
  SHARE_BUSY: {
    title: 'Somebody else is publishing at this moment',
    body: 'Two people must not write to the same channel at once. Nothing was changed.',
    nextStep: 'Wait a few minutes and try again.',
  },
  NAME_TAKEN: {
    title: 'A file of this name is there already',
    body: 'It differs from the one that was to be written, and published files never change. Nothing was overwritten.',
    nextStep: 'Make the draft again. If it stays so, tell a steward.',
  },
  NOTHING_NEW: {
    title: 'There is nothing new to publish',
    body: 'The guides are the same as in the published edition.',
    nextStep: 'Change a guide first.',
  },
  KEY_PASSPHRASE: {
    title: 'That is not the passphrase of this key',
    body: 'The key file is whole, but it did not open. Nothing was signed.',
    nextStep: 'Type the passphrase again. If it is forgotten, restore the key from its paper copy.',
  },
  KEY_DAMAGED: {
    title: 'This key file cannot be used',
    body: 'It is damaged or is not a key file of National Guides. Nothing was signed.',
    nextStep: 'Use another copy of the file, or restore the key from its paper copy.',
  },
  KEY_THERE: {
    title: 'There is a file of this name already',
    body: 'A key file is never written over another file. Nothing was changed.',
    nextStep: 'Choose another name.',
  },
  NOTES_UNAVAILABLE: {
    title: 'Your notes cannot be reached at the moment',
    body: 'The part of National Guides that keeps them did not answer. What was saved before is safe.',
    nextStep: 'Try once more. If it stays so, close National Guides and start it again.',
  },
  NOTE_NOT_FOUND: {
    title: 'This note is not there any more',
    body: 'It was deleted, here or on another PC of yours.',
    nextStep: 'Look under My notes. If you deleted it just now, choose Undo.',
  },
  ...suggestionErrors,
  NOT_NOTES: {
    title: 'There are no notes in this file',
    body: 'It is not a file of notes from National Guides or Hypothesis, or it is damaged. Nothing was changed.',
    nextStep: 'Choose the file that was exported, or export it again where it came from.',
  },
  BAD_REQUEST: {
    title: 'That did not work',
    body: 'A part of National Guides asked for something in a form that another part refused. Nothing is lost.',
    nextStep: tellIt,
  },
  BAD_SENDER: {
    title: 'A request was refused',
    body: 'It did not come from the window of National Guides. Nothing was done.',
    nextStep: tellIt,
  },
  UNEXPECTED: {
    title: 'Something went wrong',
    body: 'It was not foreseen. What you read, ticked and saved is safe.',
    nextStep: 'Try once more. If it happens again, tell your IT desk and give them the reference below.',
  },
};
