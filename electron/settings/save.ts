// electron-store's only place. It writes the settings file; reading at start does not wait for it, because its
// checks take longer to load than the window takes to open.
import type { SettingsFile } from './settings-file.ts';

interface Writer {
  store: SettingsFile;
}

const writers = new Map<string, Writer>();

/** Writes `settings.json` in `folder` whole or not at all. Rejects with the system's error. */
export async function saveSettings(folder: string, file: SettingsFile): Promise<void> {
  let writer = writers.get(folder);
  if (!writer) {
    const { default: ElectronStore } = await import('electron-store');
    const made = new ElectronStore<{ format: number; values: Readonly<Record<string, unknown>> }>({
      cwd: folder,
      name: 'settings',
      accessPropertiesByDotNotation: false,
      // A file damaged since the start must not make writing fail.
      clearInvalidConfig: true,
    });
    writer = made;
    writers.set(folder, made);
  }
  writer.store = file;
}
