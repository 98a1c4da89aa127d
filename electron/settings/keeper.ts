// The settings in force: the app's defaults, the force's defaults, the person's choice, and what the force's IT
// decides, in this order. Only the person's choice is stored. Refuses to change what IT decides.
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { AppFault } from '../../content/core/base/error.ts';
import type { Policy } from './policy.ts';
import { defaultSettings, type SettingName, type Settings, settingNames } from './schema.ts';
import { type Chosen, parseSettingsFile, type SettingsFile, settingsFileOf } from './settings-file.ts';

export interface SettingsPorts {
  /** Folder of `settings.json`; made when missing. */
  readonly folder: string;
  readonly policy: Policy;
  /** Writes the file whole or not at all. */
  readonly save: (folder: string, file: SettingsFile) => Promise<void>;
  readonly log: (what: 'settings-put-aside' | 'settings-dropped' | 'settings-not-readable', names: readonly string[]) => void;
  /** For the name of a damaged file that is put aside. */
  readonly now: Date;
}

export interface SettingsView {
  readonly values: Settings;
  readonly managed: readonly SettingName[];
  readonly repaired: boolean;
}

export interface SettingsKeeper {
  view(): SettingsView;
  /** Throws SETTING_MANAGED for what IT decides, SAVE_FAILED when it could not be written (it holds until the app ends). */
  change(patch: Chosen): Promise<SettingsView>;
  /** Forgets how the person wants it to look and behave; folders stay: without them nothing new would come, and notes would part. */
  reset(): Promise<SettingsView>;
}

export const settingsName = 'settings';

export function openSettings(ports: SettingsPorts): SettingsKeeper {
  const { chosen: found, repaired } = readChosen(ports);
  let chosen = found;
  const managed = settingNames.filter((name) => Object.hasOwn(ports.policy.mandatory, name));
  const view = (): SettingsView => ({
    values: { ...defaultSettings, ...ports.policy.defaults, ...chosen, ...ports.policy.mandatory },
    managed,
    repaired,
  });
  const store = async (next: Chosen): Promise<SettingsView> => {
    chosen = next;
    try {
      mkdirSync(ports.folder, { recursive: true });
      await ports.save(ports.folder, settingsFileOf(chosen));
    } catch (cause) {
      throw new AppFault('SAVE_FAILED', { what: 'settings' }, cause);
    }
    return view();
  };
  return {
    view,
    change: async (patch) => {
      const decided = Object.keys(patch).find((name) => managed.includes(name as SettingName));
      if (decided !== undefined) throw new AppFault('SETTING_MANAGED', { setting: decided });
      return store({ ...chosen, ...patch });
    },
    reset: () => {
      const { shares, notesFolder } = chosen;
      return store({ ...(shares ? { shares } : {}), ...(notesFolder ? { notesFolder } : {}) });
    },
  };
}

function readChosen({ folder, log, now }: SettingsPorts): { readonly chosen: Chosen; readonly repaired: boolean } {
  const file = path.join(folder, `${settingsName}.json`);
  if (!existsSync(file)) return { chosen: {}, repaired: false };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    log('settings-not-readable', []);
    return { chosen: {}, repaired: false };
  }
  const parsed = parseSettingsFile(text);
  if (parsed) {
    if (parsed.dropped.length > 0) log('settings-dropped', parsed.dropped);
    return { chosen: parsed.chosen, repaired: false };
  }
  try {
    renameSync(file, path.join(folder, `${settingsName}.damaged-${Math.floor(now.getTime() / 1000)}.json`));
  } catch {
    // Not ours to move: it is overwritten at the next change.
  }
  log('settings-put-aside', []);
  return { chosen: {}, repaired: true };
}
