// The settings file as text: reads any format this app ever wrote, one upgrade at a time, and keeps only values
// that fit the schema. What is no settings file at all is refused (`null`), so that the caller can put it aside.
import * as v from 'valibot';
import { type SettingName, type Settings, settingNames, settingsSchema } from './schema.ts';

export const settingsFormat = 2;

/** Only what the person changed; the rest follows the defaults of the app or of the force. */
export type Chosen = Partial<Settings>;

export interface SettingsFile {
  readonly format: number;
  readonly values: Readonly<Record<string, unknown>>;
}

type Raw = Readonly<Record<string, unknown>>;

// Index = the format it starts from.
const upgrades: readonly ((file: Raw) => Raw)[] = [
  // 0: the values stood at the top of the file, as electron-store writes them when left alone.
  (file) => ({ format: 1, values: Object.fromEntries(Object.entries(file).filter(([key]) => key !== 'format')) }),
  // 1: knew no shares. What stands under their name was not chosen in a dialog of ours.
  ({ values, ...file }) => ({
    ...file,
    format: 2,
    values: isRecord(values) ? Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'shares')) : values,
  }),
];

/** Bigger is not ours: the whole schema is a few thousand characters. */
const maxCharacters = 100_000;

/** `null`: not readable, put it aside. A newer format keeps the values that still fit. */
export function parseSettingsFile(text: string): { readonly chosen: Chosen; readonly dropped: readonly string[] } | null {
  if (text.length > maxCharacters) return null;
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(raw)) return null;
  let file: Raw = raw;
  const format = file.format ?? 0;
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 0) return null;
  for (const upgrade of upgrades.slice(format)) file = upgrade(file);
  return isRecord(file.values) ? keepValid(file.values) : null;
}

/** The values that fit the schema, and the names of those that do not (nothing else of them: it may be anything). */
export function keepValid(values: Raw): { readonly chosen: Chosen; readonly dropped: readonly string[] } {
  const chosen: Record<string, unknown> = {};
  const dropped: string[] = [];
  for (const name of settingNames) {
    if (!Object.hasOwn(values, name)) continue;
    const parsed = v.safeParse(settingsSchema.entries[name], values[name]);
    if (parsed.success) chosen[name] = parsed.output;
    else dropped.push(name);
  }
  return { chosen: chosen as Chosen, dropped };
}

export function settingsFileOf(chosen: Chosen): SettingsFile {
  return { format: settingsFormat, values: { ...chosen } };
}

export function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type { SettingName };
