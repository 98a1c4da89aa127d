// Words of the window's frame: bars, panes, notices, and the line that says what is held and how it was checked.
import { counted, longDay, moment } from './dates.ts';

export const shellText = {
  app: 'National Guides',
  windowTitle: (page: string) => (page === '' ? 'National Guides' : `${page} – National Guides`),
  skip: 'Skip to the text',
  back: 'Back',
  forward: 'Forward',
  home: 'Home',
  textOptions: 'Text and colours',
  saved: 'Saved',
  sidebar: 'Channels and subjects',
  outline: 'On this page',
  status: 'Status',
  close: 'Close',
  channels: 'Channels',
  subjects: 'Subjects',
  noChannels: 'Nothing here yet.',
  expand: (title: string) => `Show the guides of ${title}`,
  collapse: (title: string) => `Hide the guides of ${title}`,
  allOf: (title: string, count: number) => `All ${count.toLocaleString('en-GB')} guides of ${title}`,
  breadcrumbs: 'Where you are',

  held: (guides: number, packs: number) => `${counted(guides, 'guide')} in ${counted(packs, 'pack')}`,
  checked: (at: string, now: string, zone?: string) => `signatures checked ${moment(at, now, zone)}`,
  demo: 'Demonstration keys: nobody has approved this',
  nothingHeld: 'No guides on this PC',
  problems: (count: number) => `${counted(count, 'problem')}: see Home`,
  edition: (pack: string, day: string) => `${pack}, edition of ${longDay(day)}`,

  notices: 'Notices',
  undo: 'Undo',
  dismiss: 'Dismiss',
  reference: (code: string) => `Reference ${code}`,
  showLog: 'Show the log for IT',
  tryAgain: 'Try again',
  goHome: 'Go to Home',
  settingsRepaired: 'Your settings could not be read, so the usual ones are used. Choose yours again under Aa.',
  startFailed: 'National Guides could not start',
} as const;

export const aboutText = {
  title: 'About National Guides',
  version: (version: string) => `Version ${version}`,
  runtime: (runtime: string) => `Runs on ${runtime}`,
  what: 'Guidance on social media channels, written once by working groups of web managers for every police force, signed, and read offline.',
  network:
    'National Guides makes no connection to any network. It reads only files that were checked against the working groups’ signatures.',
  font: 'Text is set in Atkinson Hyperlegible Next, made by the Braille Institute for readers with low vision.',
} as const;
