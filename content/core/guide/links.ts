// Where a link may lead, as an allow-list: another guide, a heading of this one, a web page, a mail address.
// Everything else is refused: files, UNC paths (they leak password hashes), protocol-relative addresses,
// ms-*: handlers, addresses with a user name in them, control characters and encoded tricks.
import { type GuideId, isGuideId } from '../base/ids.ts';
import { isTargetName } from '../base/target-name.ts';

export type LinkTarget =
  | { readonly kind: 'guide'; readonly guide: GuideId; readonly target: string | null }
  | { readonly kind: 'here'; readonly target: string }
  | { readonly kind: 'web' | 'mail'; readonly url: string }
  | { readonly kind: 'refused' };

const refused: LinkTarget = { kind: 'refused' };

// What browsers and mail programs handle for certain; longer ones are attacks or mistakes.
const maxLength = 2_048;

// A host name of at least one label, perhaps a port, then nothing that could end an attribute or be a backslash.
const web =
  /^https?:\/\/(?:[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.?(?::\d{1,5})?(?:[/?#][^\s\\<>"'`{}|^]*)?$/i;
const mail = /^mailto:[a-z0-9.!#$%&*+/=?^_{|}~-]{1,64}@[a-z0-9.-]{1,190}(?:\?subject=[^\s\\<>"'`&]*)?$/i;

/** @param href as markdown-it leaves it: entities decoded, spaces and non-ASCII percent-encoded. */
export function classifyLink(href: string): LinkTarget {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (href.length > maxLength || /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\\]/.test(href)) return refused;
  if (href.startsWith('#')) {
    const target = decodeSlug(href.slice(1));
    return target === null ? refused : { kind: 'here', target };
  }
  if (href.startsWith('guide:')) {
    const [id = '', slug, ...rest] = href.slice('guide:'.length).split('#');
    if (!isGuideId(id) || rest.length > 0) return refused;
    const target = slug === undefined || slug === '' ? null : decodeSlug(slug);
    return target === null && slug ? refused : { kind: 'guide', guide: id, target };
  }
  if (web.test(href)) return { kind: 'web', url: href };
  if (mail.test(href) && !/%(?:0|1|7f)/i.test(href)) return { kind: 'mail', url: href };
  return refused;
}

/** The name of an image file of the pack, or null for addresses, paths and names no file system should see. */
export function imageName(src: string): string | null {
  return isTargetName(src) ? src : null;
}

function decodeSlug(text: string): string | null {
  try {
    const slug = decodeURIComponent(text);
    return /^[\p{L}\p{N}\p{M}_-]{1,200}$/u.test(slug) ? slug : null;
  } catch {
    return null;
  }
}
