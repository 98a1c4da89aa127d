// Calls of the group `settings`: hands the keeper's view on and tells the window and the system of each change.

import type { Handlers } from '../ipc/serve.ts';
import type { SettingsKeeper, SettingsView } from '../settings/keeper.ts';
import type { Chosen } from '../settings/settings-file.ts';

export function settingsHandlers(
  keeper: SettingsKeeper,
  changed: (view: SettingsView) => void,
): Pick<Handlers, 'settings.change' | 'settings.reset'> {
  const told = (view: SettingsView): SettingsView => {
    changed(view);
    return view;
  };
  return {
    'settings.change': async ({ patch }) => told(await keeper.change(definedOnly(patch))),
    'settings.reset': async () => told(await keeper.reset()),
  };
}

/** A key that is there with the value `undefined` means: not changed. */
function definedOnly(patch: object): Chosen {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Chosen;
}
