// Suggesting a guide that nobody has written: how the suggestion begins.
import type { ChannelId } from '../../../content/core/base/ids.ts';
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import { go } from '../../state/navigation.ts';
import { beginDraft } from '../../state/suggestions.ts';
import { missingGuide } from './missing-wish.ts';
import { templateOf } from './new-guide.ts';

/** Begins it and opens its page. False, and told, where it could not be kept. */
export async function beginMissing(title: string, channel: ChannelId, why: string): Promise<boolean> {
  const id = `urn:uuid:${crypto.randomUUID()}` as SuggestionId;
  const source = templateOf(title, channel);
  const isBegun = await beginDraft({
    ...{ id, channel, guide: null, edition: 0, passage: null, why },
    proposal: { kind: 'new-guide', source, template: null },
    kind: 'missing',
  });
  if (isBegun) {
    missingGuide.set(null);
    await go({ kind: 'suggestions', draft: id });
  }
  return isBegun;
}
