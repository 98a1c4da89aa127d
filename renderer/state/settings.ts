// The person's settings: shown at once, then kept by the main process, whose answer is the truth. What machine
// policy decides is refused here too, so that a key press does nothing odd.

import type { SettingsState } from '../../electron/ipc/replies.ts';
import { defaultSettings, type SettingName, type Settings } from '../../electron/settings/schema.ts';
import { ask, listen } from '../api.ts';
import { createStore } from './store.ts';

export const settings = createStore<SettingsState>({ values: defaultSettings, managed: [], repaired: false });

export function startSettings(state: SettingsState): void {
  settings.set(state);
  listen('settings.changed', (pushed) => settings.set(pushed));
}

export const isManaged = (state: SettingsState, name: SettingName): boolean => state.managed.includes(name);

/** The parts of a patch that change something and that the person may change. */
export function allowedPatch(state: SettingsState, patch: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(patch).filter(([name, value]) => !isManaged(state, name as SettingName) && state.values[name as SettingName] !== value),
  );
}

// Answers can overtake each other while a person holds a key down: only the last one counts.
let latest = 0;

export async function changeSettings(patch: Partial<Settings>): Promise<void> {
  const before = settings.get();
  const allowed = allowedPatch(before, patch);
  if (Object.keys(allowed).length === 0) return;
  settings.set({ ...before, values: { ...before.values, ...allowed } });
  latest += 1;
  const mine = latest;
  const reply = await ask('settings.change', { patch: allowed });
  // A setting that could not be kept still holds for as long as the window is open.
  if (reply.ok && mine === latest) settings.set(reply.value);
}

export async function resetSettings(): Promise<void> {
  latest += 1;
  const mine = latest;
  const reply = await ask('settings.reset', {});
  if (reply.ok && mine === latest) settings.set(reply.value);
}

export const sizes = { smallest: 1, usual: defaultSettings.textSize, largest: 6 } as const;

/** The size after one step, or the same at either end. */
export function stepSize(size: number, step: 1 | -1): number {
  return Math.min(sizes.largest, Math.max(sizes.smallest, size + step));
}
