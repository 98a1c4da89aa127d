// What happens at each arrival at a page other than a guide (a guide's own page does more): title, scroll place,
// focus.
import { useLayoutEffect } from 'react';
import { readSpot } from '../reader/scroll-place.tsx';
import { announce } from '../state/announcer.ts';
import type { Place } from '../state/history.ts';
import { library } from '../state/library.ts';
import { navigation, setSpotReader } from '../state/navigation.ts';
import { useStore } from '../state/use-store.tsx';
import { homeText } from '../text/home.ts';
import { notesText } from '../text/notes.ts';
import { shellText } from '../text/shell.ts';
import { suggestText } from '../text/suggest.ts';
import { syncText } from '../text/sync.ts';

export function useArrival(): void {
  const { place, guide, landing } = useStore(navigation);
  useLayoutEffect(() => setSpotReader(() => readSpot(document.querySelector('article.guide'))), []);
  useLayoutEffect(() => {
    const title = guide ? guide.summary.title : pageTitle(place);
    document.title = shellText.windowTitle(title === homeText.title ? '' : title);
    if (guide || landing.seq === 0) return;
    scrollTo(0, landing.spot?.offset ?? 0);
    if (landing.focus === 'move') document.getElementById('main')?.focus({ preventScroll: true });
    announce(title);
  }, [place, guide, landing]);
}

/** The title of a place as far as it is known before it is opened. */
export function pageTitle(place: Place): string {
  switch (place.kind) {
    case 'home':
      return homeText.title;
    case 'saved':
      return homeText.savedTitle;
    case 'updates':
      return syncText.updates;
    case 'notes':
      return notesText.title;
    case 'suggestions':
      return suggestText.title;
    case 'channel':
      return library.get().packs.get(place.channel)?.info.title ?? homeText.channelUnknown;
    case 'guide':
      return library.get().guides.get(place.guide)?.title ?? place.guide;
  }
}
