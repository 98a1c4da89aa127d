// Settings a person can change. What IT may fix is the same list: machine policy wins over the person's choice.
import * as v from 'valibot';

// Longer is no folder that Windows could open; a share's own names take another 170 characters (trust.md 1.5).
const longestPath = 240;
/** Site, national, stick, and some to spare: each is looked at in every round. */
export const mostShares = 8;

/** Absolute, as the system writes it: `/mnt/guides`, `G:\Guides`, `\\server\guides`. */
const folder = v.pipe(
  v.string(),
  v.maxLength(longestPath),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  v.regex(/^(?:\/|[A-Za-z]:[\\/]|\\\\[^\\/?.])[^\u0000-\u001f]*$/),
);

/** As long as a suggestion's author may be (core/suggestion). */
const words = v.pipe(v.string(), v.maxLength(120));

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
  /** Shared folders with guides, in the order in which they are looked at. Never changed by the window itself. */
  shares: v.pipe(v.array(folder), v.maxLength(mostShares), v.readonly()),
  /** The person's notes are printed after the guide. */
  printNotes: v.boolean(),
  /** A folder that one person's PCs share, for their notes; empty: on this PC alone. Never changed by the window itself. */
  notesFolder: v.union([v.literal(''), folder]),
  /** Who a person's suggestions come from: empty until asked. A force may fix its own name for all its PCs. */
  authorName: words,
  authorForce: words,
  authorRole: words,
} as const;

export const settingsSchema = v.object(fields);
// Paths come from the folder dialog or from policy only.
const { shares: _, notesFolder: __, ...changeable } = fields;
export const settingsPatch = v.partial(v.strictObject(changeable));
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
  shares: [],
  printNotes: false,
  notesFolder: '',
  authorName: '',
  authorForce: '',
  authorRole: '',
};
