// Export and paper of suggestions on a page of the real app, put there by page-modules.ts: the window's own code over the
// window's own bridge, so that a test can ask for a form without going through a menu.
import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { settings } from '../../renderer/state/settings.ts';
import { ExportMenu } from '../../renderer/suggest/leave/ExportMenu.tsx';
import { Leaving } from '../../renderer/suggest/leave/Leaving.tsx';

export { lookAndSend } from '../../renderer/suggest/leave/leave.ts';

let root: Root | null = null;

/** A menu for these suggestions at the end of the page, and whatever it leads to. */
export function stage(ids: Parameters<typeof ExportMenu>[0]['ids'], shares: readonly string[]): void {
  root?.unmount();
  const place = document.createElement('div');
  place.id = 'leave-stage';
  // Over the page, where nothing covers it.
  Object.assign(place.style, { position: 'fixed', top: '80px', left: '320px', zIndex: '50' });
  document.body.append(place);
  settings.set({ ...settings.get(), values: { ...settings.get().values, shares } });
  root = createRoot(place);
  root.render([createElement(ExportMenu, { key: 'menu', ids }), createElement(Leaving, { key: 'leaving' })]);
}

export function clear(): void {
  root?.unmount();
  root = null;
  document.querySelector('#leave-stage')?.remove();
}
