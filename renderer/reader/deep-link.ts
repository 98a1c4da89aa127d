// Links to a place in a guide as text, for citations and emails: `guides://guide/house-rules#bq7f2ncd`. Pasted
// into the search box they lead there.
import { type GuideId, isBlockId, isGuideId } from '../../content/core/base/ids.ts';

export function deepLink(guide: GuideId, block: string | null): string {
  return `guides://guide/${guide}${block !== null && isBlockId(block) ? `#${block}` : ''}`;
}

/** The place a text names, when the text is nothing but such a link. */
export function parseDeepLink(text: string): { readonly guide: GuideId; readonly target: string | null } | null {
  const match = /^guides:\/\/guide\/([a-z0-9-]+)(?:#([a-z0-9]+))?\/?$/.exec(text.trim());
  const [, guide = '', block] = match ?? [];
  if (!isGuideId(guide)) return null;
  return { guide, target: block !== undefined && isBlockId(block) ? block : null };
}
