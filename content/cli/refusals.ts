// What a refusal means and what to do next, in one or two sentences for a person at a terminal.
import { type AppError, errorReference } from '../core/base/error.ts';
import { printable } from './terminal.ts';

/** Exit code 2 is for what cannot even be looked at. */
export const exitCodeOf = (error: AppError): 1 | 2 =>
  ['SHARE_UNREACHABLE', 'SHARE_DENIED', 'CHANNEL_UNKNOWN'].includes(error.code) ? 2 : 1;

export function refusalSentence(error: AppError): string {
  const { code, data } = error;
  const said = (name: string) => printable(String(data[name] ?? ''));
  switch (code) {
    case 'SHARE_UNREACHABLE':
      return `The share cannot be read (${said('errno')}). Check the folder's name and that it is connected.`;
    case 'SHARE_DENIED':
      return `There is no permission on the share (${said('errno')}). Editors need the right to write in channels/<channel> and staging.`;
    case 'CHANNEL_UNKNOWN':
      return `There is no channel "${said('channel')}" on this share. Stewards add one with guides channel new.`;
    case 'DRAFT_NOT_FOUND':
      return `There is no draft ${said('draft')} for "${said('channel')}" on this share. It has been published or cleared, or was not copied here yet. A new one is made with guides draft.`;
    case 'DRAFT_OUTDATED':
      return data.heal
        ? `Somebody published edition ${said('published')} on another copy of this share. Run guides heal first; it keeps both.`
        : `This draft was made from version ${said('base')}, and ${said('published')} is published now. Draft again: guides draft.`;
    case 'TOO_FEW_SIGNATURES':
      return data.edition
        ? `After this change only ${said('have')} of the ${said('need')} signatures on the published edition would count, and readers would refuse it. Draft it again (guides draft <channel> --again), let ${said('need')} people of the new group sign that draft, then publish this root.`
        : `${said('have')} of ${said('need')} signatures are here. Ask another member of the group: guides sign.`;
    case 'KEY_NOT_HELD':
      return data.key === 'none'
        ? 'The timestamp has to be signed: name a key of the group with --key.'
        : `The key ${said('key')} may not sign this: it is none of the keys that the published root names for it.`;
    case 'CLOCK':
      return data.why === 'behind'
        ? `This PC's clock is ${said('seconds')} seconds behind what was signed last. Set it right before signing.`
        : `This PC's clock differs from the share's by ${said('seconds')} seconds. Set it right before signing.`;
    case 'SHARE_BUSY':
      return `${said('owner')} is publishing here since ${said('since')}. Try again in a few minutes.`;
    case 'NAME_TAKEN':
      return /\.(?:targets|snapshot)\.json$/.test(said('file'))
        ? `Somebody else's edition has the same number (${said('file')}): it was drafted in the same second on another copy of this share. Nothing was overwritten. Draft again, which takes the next number: guides draft.`
        : `${said('file')} is there already and differs. Nothing was overwritten. Draft again: guides draft.`;
    case 'NOTHING_NEW':
      return 'There is nothing new: the guides are the same as in the published edition.';
    case 'NO_SPACE':
      return 'The disk of the share is full. Readers still have what they had.';
    case 'KEY_PASSPHRASE':
      return `The passphrase does not open ${said('file')}.`;
    case 'KEY_DAMAGED':
      return `${said('file')} is not a key file, or it is damaged. Restore it from its paper copy: guides keys restore.`;
    case 'INCOMPLETE':
      return `${said('file')} is not here yet, or not whole (${said('why')}). Wait until the share has been copied, then try again.`;
    case 'TAMPERED':
      return `${said('file')} is not what was signed (${said('why')}). Nothing was done. See guides verify.`;
    case 'ROLLED_BACK':
      return `${said('file')} went back to an older version. Nothing is lost; see guides heal.`;
    default: {
      const facts = Object.entries(data).map(([name, value]) => `${name} ${printable(String(value))}`);
      return `${code}${facts.length > 0 ? `: ${facts.join(', ')}` : ''}.`;
    }
  }
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
