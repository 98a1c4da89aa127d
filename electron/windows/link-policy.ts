// Which outside addresses may be handed to the operating system at all, after the person was shown the host.
// An allow-list: `https` to a public host name, and `mailto` to one plain address. Everything else, and every
// trick of spelling (UNC, backslashes, user names, odd ports, numbers as hosts, right-to-left marks), is refused.

export type LinkVerdict =
  | { readonly kind: 'web'; readonly href: string; readonly host: string }
  | { readonly kind: 'mail'; readonly href: string; readonly address: string }
  | { readonly kind: 'refused'; readonly why: 'characters' | 'scheme' | 'host' | 'user' | 'port' | 'address' };

/** Browsers and mail programs take this much; longer ones are mistakes. */
const maxLength = 2_000;

// Names that never leave a building, and so lead somewhere else on every desk.
const privateEndings = [
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'private',
  'arpa',
  'onion',
  'test',
  'invalid',
  'example',
];

/** @param text the address as written in the guide */
export function judgeLink(text: string): LinkVerdict {
  if (text.length === 0 || text.length > maxLength || !isPlain(text)) return { kind: 'refused', why: 'characters' };
  // On the raw text: a URL parser would mend what is written on purpose to be misread.
  if (/^https:\/\/[^/]/i.test(text)) return judgeWeb(text);
  if (/^mailto:/i.test(text)) return judgeMail(text);
  return { kind: 'refused', why: 'scheme' };
}

// No spaces, controls, backslashes, or characters that are not seen or turn the reading order round.
function isPlain(text: string): boolean {
  return !/[\s\\\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Co}\p{Cs}"<>`{}|^]/u.test(text);
}

function judgeWeb(text: string): LinkVerdict {
  const authority = /^https:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
  if (authority.includes('@')) return { kind: 'refused', why: 'user' };
  if (authority.includes(':') && !authority.startsWith('[')) return { kind: 'refused', why: 'port' };
  if (authority.includes('%') || authority.startsWith('[')) return { kind: 'refused', why: 'host' };
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { kind: 'refused', why: 'host' };
  }
  if (url.protocol !== 'https:' || !isPublicHost(url.hostname)) return { kind: 'refused', why: 'host' };
  // The host is shown as the network knows it: look-alike letters of other scripts turn into "xn--".
  return { kind: 'web', href: url.href, host: url.hostname };
}

function isPublicHost(host: string): boolean {
  if (host.length > 253) return false;
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  return (
    labels.length >= 2 &&
    labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    // A last label with a digit first is a number written as a host (127.0.0.1, 0x7f.1).
    /^(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/.test(last) &&
    !privateEndings.includes(last)
  );
}

function judgeMail(text: string): LinkVerdict {
  // What follows the question mark (subject, body, attachments) is not passed on.
  const address = /^mailto:([^?#]*)/i.exec(text)?.[1] ?? '';
  const parts = /^([A-Za-z0-9._+-]{1,64})@([A-Za-z0-9.-]{1,253})$/.exec(address);
  if (!parts?.[1] || !parts[2] || !isPublicHost(parts[2].toLowerCase()) || /^\.|\.\.|\.$/.test(parts[1]))
    return { kind: 'refused', why: 'address' };
  return { kind: 'mail', href: `mailto:${address}`, address };
}
