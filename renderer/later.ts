// What is not needed for the first paint but is wanted at a key press: fetched when the window has nothing to do.
import { Dialogs } from './help/deferred-dialogs.tsx';
import { SearchPanel } from './search/deferred-panel.tsx';

export function loadTheRest(): void {
  void SearchPanel.preload();
  void Dialogs.preload();
}
