// Words of the Aa panel.
import type { Settings } from '../../electron/settings/schema.ts';

type Options<Name extends keyof Settings> = readonly { readonly value: Settings[Name]; readonly label: string }[];

export const settingsText = {
  title: 'Text and colours',
  hint: 'Changes show at once and are remembered on this PC.',
  managed: 'Set by your force’s IT',
  reset: 'Back to the usual settings',
  resetDone: 'Text and colours are back to the usual settings.',
  theme: 'Colours',
  textSize: 'Text size',
  sizeOf: (size: number) => `Size ${size} of 6`,
  spacing: 'Space between lines',
  width: 'Width of the text',
  font: 'Letters',
  startAt: 'When National Guides starts',
  searchCorrection: 'Correct slips of the keyboard in searches',
  sizeNow: (size: number) => `Text size ${size} of 6`,
} as const;

export const themeOptions: Options<'theme'> = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'sepia', label: 'Sepia' },
  { value: 'dark', label: 'Dark' },
];

export const spacingOptions: Options<'spacing'> = [
  { value: 'tight', label: 'Close' },
  { value: 'normal', label: 'Usual' },
  { value: 'loose', label: 'Open' },
];

export const widthOptions: Options<'width'> = [
  { value: 'narrow', label: 'Narrow' },
  { value: 'normal', label: 'Usual' },
  { value: 'wide', label: 'Wide' },
];

export const fontOptions: Options<'font'> = [
  { value: 'legible', label: 'Atkinson Hyperlegible' },
  { value: 'system', label: 'The system’s own' },
];

export const startOptions: Options<'startAt'> = [
  { value: 'last-guide', label: 'Open the guide I last read' },
  { value: 'home', label: 'Open Home' },
];
