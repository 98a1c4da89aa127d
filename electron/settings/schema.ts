// Settings a person can change. What IT may fix is the same list: machine policy wins over the person's choice.
import * as v from 'valibot';

const fields = {
  /** `system` follows the operating system between light and dark. */
  theme: v.picklist(['system', 'light', 'dark', 'sepia']),
  /** 1-6; 3 is 18 px. */
  textSize: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
  spacing: v.picklist(['tight', 'normal', 'loose']),
  width: v.picklist(['narrow', 'normal', 'wide']),
  font: v.picklist(['legible', 'system']),
  sidebar: v.boolean(),
  outline: v.boolean(),
  /** Where the reader starts: the last guide, or home. */
  startAt: v.picklist(['last-guide', 'home']),
  /** What a click on an outside link may do. */
  externalLinks: v.picklist(['copy', 'ask']),
  /** Correct one-letter slips in searches. */
  searchCorrection: v.boolean(),
} as const;

export const settingsSchema = v.object(fields);
export const settingsPatch = v.partial(v.strictObject(fields));
export type Settings = v.InferOutput<typeof settingsSchema>;
export type SettingName = keyof Settings;
export const settingNames = Object.keys(fields) as readonly SettingName[];

export const defaultSettings: Settings = {
  theme: 'system',
  textSize: 3,
  spacing: 'normal',
  width: 'normal',
  font: 'legible',
  sidebar: true,
  outline: true,
  startAt: 'last-guide',
  externalLinks: 'copy',
  searchCorrection: true,
};
