// What a refusal means and what to do next, in one or two sentences for a person at a terminal.
import { type AppError, type ErrorCode, type ErrorData, errorReference } from '../core/base/error.ts';
import { printable } from './terminal.ts';

/** Exit code 2 is for what cannot even be looked at. */
export const exitCodeOf = (error: AppError): 1 | 2 =>
  ['SHARE_UNREACHABLE', 'SHARE_DENIED', 'CHANNEL_UNKNOWN'].includes(error.code) ? 2 : 1;

type Say = (said: (name: string) => string, data: ErrorData) => string;

const files = 'Look at the share with guides verify.';

/** Every code has its sentence, or this does not compile. */
const sentences: Readonly<Record<ErrorCode, Say>> = {
  SHARE_UNREACHABLE: (said) => `The share cannot be read (${said('errno')}). Check the folder's name and that it is connected.`,
  SHARE_DENIED: (said) =>
    `There is no permission on the share (${said('errno')}). Editors need the right to write in channels/<channel> and staging.`,
  INCOMPLETE: (said) =>
    `${said('file')} is not here yet, or not whole (${said('why')}). Wait until the share has been copied, then try again.`,
  ROLLED_BACK: (said) => `${said('file')} went back to an older version. Nothing is lost; see guides heal.`,
  TAMPERED: (said) => `${said('file')} is not what was signed (${said('why')}). Nothing was done. See guides verify.`,
  MALFORMED: (said) => `${said('file')} is not as the format says (${said('why')}). Nothing was done. ${files}`,
  STALE: () => 'Nobody has confirmed this for too long. A member of the group does it with guides refresh.',
  REVIEW_OVERDUE: () => 'The guidance is past its date. The group publishes it again: guides draft.',
  ROOT_STALE: () => 'The root is past its date. Stewards sign a new one: guides stewards change, or guides channel rotate.',
  TOO_LARGE: (said) => `${said('file')} is larger than a share may hold (${said('why')}). ${files}`,
  APP_TOO_OLD: (said) => `${said('file')} was made by a newer version of National Guides. Install that version and try again.`,
  RETIRED: () => 'This channel is withdrawn. Stewards take a withdrawal back with guides channel retire --undo.',
  STORE_DAMAGED: () => 'The store on this PC is damaged. Fill it again: guides sync.',
  BLOB_DAMAGED: (said) => `${said('file')} is damaged on this PC. Fill the store again: guides sync.`,
  NO_SPACE: () => 'The disk of the share is full. Readers still have what they had.',
  CLOCK: (said, { why }) =>
    why === 'behind'
      ? `This PC's clock is ${said('seconds')} seconds behind what was signed last. Set it right before signing; if it is right, a clock or a key was wrong before: tell the stewards.`
      : `This PC's clock differs from the share's by ${said('seconds')} seconds. Set it right before signing.`,
  STORE_DENIED: (said) => `The store cannot be written (${said('errno')}). Choose a folder that you may write.`,
  STORE_MISSING: () => 'There is no store there. Fill one first: guides sync.',
  SETTINGS_DAMAGED: () => 'The settings of the app on this PC are damaged. The app starts with new ones.',
  SEED_MISSING: () => 'The guides that come with the app are missing. Install the app again.',
  GUIDE_NOT_FOUND: (said) => `There is no guide ${said('id')} here.`,
  IMAGE_NOT_FOUND: (said) => `There is no image ${said('file')} here.`,
  SEARCH_UNAVAILABLE: () => 'The search is not ready yet. Try again in a moment.',
  PRINT_FAILED: () => 'It could not be printed. Try again, or choose another printer.',
  SAVE_FAILED: (said) => `It could not be saved (${said('errno')}). Choose another folder.`,
  SETTING_MANAGED: () => "This is set by your force's IT. Ask them to change it.",
  CANCELLED: () => 'Nothing was done: it was stopped. Run the command again when you are ready.',
  CHANNEL_UNKNOWN: (said) => `There is no channel "${said('channel')}" on this share. Stewards add one with guides channel new.`,
  DRAFT_NOT_FOUND: (said) =>
    `There is no draft ${said('draft')} for "${said('channel')}" on this share. It has been published or cleared, or was not copied here yet. A new one is made with guides draft.`,
  DRAFT_OUTDATED: (said, { heal }) =>
    heal
      ? `Somebody published edition ${said('published')} on another copy of this share. Run guides heal first; it keeps both.`
      : `This draft was made from version ${said('base')}, and ${said('published')} is published now. Draft again: guides draft.`,
  TOO_FEW_SIGNATURES: (said, { edition }) =>
    edition
      ? `After this change only ${said('have')} of the ${said('need')} signatures on the published edition would count, and readers would refuse it. Draft it again (guides draft <channel> --again), let ${said('need')} people of the new group sign that draft, then publish this root.`
      : `${said('have')} of ${said('need')} signatures are here. Ask another member of the group: guides sign.`,
  KEY_NOT_HELD: (said, { key }) =>
    key === 'none'
      ? 'The timestamp has to be signed: name a key of the group with --key.'
      : `The key ${said('key')} may not sign this: it is none of the keys that the published root names for it.`,
  SHARE_BUSY: (said) => `${said('owner')} is publishing here since ${said('since')}. Try again in a few minutes.`,
  NAME_TAKEN: (said) =>
    /\.(?:targets|snapshot)\.json$/.test(said('file'))
      ? `Somebody else's edition has the same number (${said('file')}): it was drafted in the same second on another copy of this share. Nothing was overwritten. Draft again, which takes the next number: guides draft.`
      : `${said('file')} is there already and differs. Nothing was overwritten. Draft again: guides draft.`,
  NOTHING_NEW: () => 'There is nothing new: the guides are the same as in the published edition.',
  KEY_PASSPHRASE: (said) =>
    `The passphrase does not open ${said('file')}. Try again; if it is lost, the paper copy is the way back: guides keys restore.`,
  KEY_DAMAGED: (said) => `${said('file')} is not a key file, or it is damaged. Restore it from its paper copy: guides keys restore.`,
  KEY_THERE: (said) =>
    `There is a file ${said('file')} already, and a key is never overwritten. Choose another name, or move that file away.`,
  BAD_REQUEST: () => 'The app sent something that it should not. Tell whoever looks after it.',
  BAD_SENDER: () => 'Something that is not the app asked for this. Tell whoever looks after it.',
  NOTES_NEWER: () => 'A newer National Guides wrote these notes. Nothing was changed: use the newer program.',
  NOTES_FULL: () => 'This guide has as many notes as it can hold. Nothing was changed.',
  NOTES_UNAVAILABLE: () => 'The notes could not be reached. Nothing was changed: try again.',
  NOTE_NOT_FOUND: () => 'There is no such note. Nothing was changed.',
  NOT_NOTES: () => 'There are no notes in this file. Nothing was changed: choose the file that was exported.',
  SUGGESTION_NOT_FOUND: (said) => `There is no suggestion ${said('suggestion')} in this inbox. List them: guides inbox.`,
  SUGGESTION_INCOMPLETE: () => 'The suggestion is not complete. Nothing was changed.',
  SUGGESTION_CHANGED: () => 'The suggestion is not what it was. Nothing was changed: look at it again.',
  SUGGESTION_FULL: () => 'The suggestion is larger than it may be. Nothing was changed.',
  NOT_A_SUGGESTION: (said) =>
    `${said('file')} is not a suggestion, or it is damaged. Nothing of it was used: ask its author to export it again.`,
  INBOX_MISSING: (said) =>
    `There is no inbox for this channel in ${said('folder')}. Make the folder, and let those write there who may suggest.`,
  INBOX_DENIED: (said) => `${said('folder')} cannot be read or written. Ask whoever looks after the share.`,
  INBOX_FULL: () => 'The disk of the share is full. Nothing was left in the drop-box.',
  FILE_TOO_LARGE: (said) => `${said('file')} is larger than a file of evidence may be.`,
  FILE_UNREADABLE: (said) => `${said('file')} cannot be read (${said('errno')}).`,
  UNEXPECTED: () =>
    'Something happened that nobody foresaw. Nothing that was published is lost. Run it again; tell whoever looks after the app.',
};

/** One or two sentences: what it means, and what to do next. */
export function refusalSentence({ code, data }: AppError): string {
  const said = (name: string) => printable(String(data[name] ?? '?'));
  return sentences[code](said, data);
}

/** The same with its reference, which IT and colleagues can look up. */
export const refusalLine = (error: AppError): string => `${refusalSentence(error)} (${errorReference(error.code)})`;

/** The shape of a refusal under `--json`. */
export function refusalJson(error: AppError): object {
  return {
    ok: false,
    error: { code: error.code, reference: errorReference(error.code), data: error.data, sentence: refusalSentence(error) },
  };
}
