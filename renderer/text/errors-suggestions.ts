// The sentences for what can fail with suggestions; part of the table in errors.ts.
import type { ErrorText } from './errors.ts';

export const suggestionErrors = {
  SUGGESTION_NOT_FOUND: {
    title: 'This suggestion is not there any more',
    body: 'It was deleted, here or on another PC of yours.',
    nextStep: 'Look under My suggestions. If you deleted it just now, choose Undo.',
  },
  SUGGESTION_INCOMPLETE: {
    title: 'This suggestion is not ready yet',
    body: 'Something that the working group needs is missing. Nothing was sent, and your words are kept.',
    nextStep: 'Fill in what is marked, then send it again.',
  },
  SUGGESTION_CHANGED: {
    title: 'The suggestion has changed since you looked at it',
    body: 'What would be sent is not what you were shown, so nothing was sent.',
    nextStep: 'Look at it once more, then send it.',
  },
  SUGGESTION_FULL: {
    title: 'This suggestion is as large as it can be',
    body: 'The last change did not fit. Everything before it is kept.',
    nextStep: 'Shorten the text or remove a file. A second suggestion has room of its own.',
  },
  NOT_A_SUGGESTION: {
    title: 'This is not a suggestion',
    body: 'The file is damaged, or it did not come from National Guides. Nothing was changed.',
    nextStep: 'Ask for it to be exported again where it came from.',
  },
  INBOX_MISSING: {
    title: 'There is no drop-box for this channel',
    body: 'The shared folder has none, or no shared folder is set up on this PC. Your suggestion is kept here.',
    nextStep: 'Save it as a file and attach it to an e-mail to the working group.',
  },
  INBOX_DENIED: {
    title: 'You may not write to the drop-box',
    body: 'The shared folder is only readable from this PC. Your suggestion is kept here.',
    nextStep: 'Save it as a file and attach it to an e-mail to the working group.',
  },
  INBOX_FULL: {
    title: 'The drop-box is full',
    body: 'The disk of the shared folder has no room left. Your suggestion is kept here.',
    nextStep: 'Save it as a file and attach it to an e-mail to the working group, and tell your IT desk.',
  },
  FILE_TOO_LARGE: {
    title: 'This file is too large to be attached',
    body: 'A file may have 5 MB at most. Nothing was attached, and your words are kept.',
    nextStep: 'Attach a smaller picture or only the pages that matter, or give a link to it.',
  },
  FILE_UNREADABLE: {
    title: 'This file could not be read',
    body: 'It is open in another program, has gone, or lies on a drive that does not answer. Nothing was attached.',
    nextStep: 'Copy it to your Documents and attach that copy.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
