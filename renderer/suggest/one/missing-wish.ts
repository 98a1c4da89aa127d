// That somebody wants to suggest a guide which nobody has written, and what is known already. Small: buttons everywhere use it.
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { navigation } from '../../state/navigation.ts';
import { createStore } from '../../state/store.ts';

/** `why` is what was looked for. Null: nobody wants to. */
export const missingGuide = createStore<{ readonly channel: ChannelId | null; readonly why: string } | null>(null);

/** Of the channel on the page, where there is one. */
export function suggestMissing(why = ''): void {
  const { place, guide } = navigation.get();
  const channel = place.kind === 'channel' ? place.channel : (guide?.summary.channel ?? null);
  missingGuide.set({ channel, why });
}
