// What each finding of the doctor means and what to do about it, in a sentence or two for an administrator.
import type { Finding } from '../node/examine-share.ts';
import { printable } from './terminal.ts';

export function doctorSentence({ check, found, data }: Finding): string {
  const said = (name: string): string => printable(String(data[name] ?? ''));
  const sentence = sentences[`${check} ${found}`];
  if (sentence) return sentence(said);
  const facts = Object.entries(data).map(([name, value]) => `${name} ${printable(String(value))}`);
  return `${found}${facts.length > 0 ? `: ${facts.join(', ')}` : ''}.${isBroken(check) ? ' Copy the share again; if it stays, tell the stewards.' : ''}`;
}

const isBroken = (check: Finding['check']): boolean => check === 'signatures';

type Said = (name: string) => string;

const sentences: Readonly<Record<string, (said: Said) => string>> = {
  'policy none': (said) => `There is no policy file at ${said('file')}; people add their shares themselves.`,
  'policy read': (said) => `${said('file')} names ${said('shares')} share(s).`,
  'policy no-shares': (said) => `${said('file')} names no shares; people add them themselves.`,
  'policy too-large': (said) => `${said('file')} is larger than 64 kB and is ignored by the app.`,
  'policy not-json': (said) => `${said('file')} is not JSON and is ignored by the app. Backslashes are written twice in it.`,
  'policy format': (said) => `${said('file')} does not begin with "format": 1 and is ignored by the app.`,
  'policy values': (said) => `"shares" in ${said('file')} is not a list of absolute folders and is left out by the app.`,
  'policy not-readable': (said) => `${said('file')} cannot be read (${said('errno')}). Readers need the right to read it.`,
  'path short': (said) => `The path has ${said('length')} characters.`,
  'path long': (said) =>
    `The path has ${said('length')} characters; with more than ${said('most')} Windows may not open its files. Map it to a drive letter.`,
  'reach read': () => 'The share can be read.',
  'reach no-guides': () =>
    'The folder can be read but holds no guides: there is no "directory" in it. It may be the wrong one, or not connected.',
  'reach SHARE_UNREACHABLE': (said) => `The share cannot be reached (${said('errno')}). Check its name, the network and the server.`,
  'reach SHARE_DENIED': (said) => `This user may not read the share (${said('errno')}). Readers need the right to read all of it.`,
  'rights read-only': () => 'This user can read and not write, as a reader should.',
  'rights write': () => 'This user can write here: right for editors and stewards, too much for readers.',
  'clock agree': (said) => `This PC's clock and the share's differ by ${said('seconds')} s.`,
  'clock differs': (said) =>
    `This PC's clock differs from the share's by ${said('seconds')} s. Nobody can sign with it, and dates are judged wrongly. Set it right.`,
  'clock not-compared': () => 'The clocks were not compared: that needs the right to write.',
  'clock behind': (said) => `This PC's clock is behind the time at which ${said('repository')} was signed. Set it right.`,
  'signatures read': (said) => `The signatures of ${said('repositories')} repositories were checked.`,
  'signatures INCOMPLETE': (said) => `${said('repository')}: ${said('file')} is missing or cut. The copy of the share is not finished.`,
  'dates soon': (said) =>
    `${said('repository')}: the ${said('role')} holds for ${said('days')} more days, to ${said('until')}. Its group should renew it.`,
  'dates past': (said) =>
    `${said('repository')}: the ${said('role')} has held only to ${said('until')}. Reading goes on with a warning; its group should renew it.`,
  'space enough': (said) => `${said('megabytes')} MB are free.`,
  'space low': (said) => `Only ${said('megabytes')} MB are free; a pack may need up to 1,024 MB while it is copied.`,
  'store held': (said) => `${said('held')} channel(s) can be read here.`,
  'store empty': () => 'Nothing was brought in yet.',
  'store STORE_DAMAGED': () => 'The store is damaged. Reading mends it from the app; delete the folder if it does not.',
  'store STORE_DENIED': (said) => `The store may not be read by this user (${said('errno')}).`,
};
