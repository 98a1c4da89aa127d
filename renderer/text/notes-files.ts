// Words of notes as files: what an export says of each note, the report of an import, what is in a folder of one's own data.
import type { NotesImport } from '../../electron/ipc/note-replies.ts';
import { counted, localDay, longDay } from './dates.ts';

const notes = (count: number): string => counted(count, 'note');

export const notesFilesText = {
  menu: 'Export notes',
  menuChosen: (count: number) => `Export ${count.toLocaleString('en-GB')}`,
  formats: {
    markdown: { name: 'Markdown', hint: 'Text for a wiki or an editor' },
    html: { name: 'Web page (HTML)', hint: 'To read, print or send' },
    json: { name: 'JSON-LD', hint: 'For import here, and for other programs' },
  },
  saved: (name: string) => `Notes saved as ${name}`,
  nothing: 'There are no notes to export yet.',
  tooMany: 'These notes are too many for one text file. Choose fewer of them, or export JSON-LD.',
  /** Suggested name of a file, without its ending. */
  fileName: (day: string) => `My notes ${day}`,

  importing: 'Reading the file of notes …',
  importingOf: (done: number, of: number) => `${done.toLocaleString('en-GB')} of ${notes(of)} read`,
  report: (name: string) => `Notes from ${name}`,
  close: 'Close this report',
  undo: 'Undo this import',
  undone: 'Import undone',
  imported: (count: number) => `${notes(count)} imported`,
  look: 'Look at those that need a place',
  incomplete: 'Not all notes could be taken in. The rest stayed in the file, which can be imported again.',
  closeFault: 'Close this message',
  reference: (reference: string) => `Reference ${reference}`,

  dataSaved: (name: string, files: number) => `Your data is in the folder ${name}: ${counted(files, 'file')}.`,
  unfinished: (fault: string, folder: string, written: string) =>
    `${fault} In the folder ${folder} is what was written until then: ${written}.`,
  dataButton: 'Export all my data',
  importButton: 'Import notes',
  actions: 'Files of notes',
  dataFolder: (day: string) => `National Guides data ${day}`,
} as const;

/** What became of the notes in a file, a sentence for each thing that is so. */
export function importSentences(report: NotesImport): readonly string[] {
  const { added, updated, known, revived, placed, unplaced, refused, elsewhere, beyond, locked } = report;
  const come = added + updated + revived;
  const said = (count: number, sentence: string): readonly string[] => (count === 0 ? [] : [sentence]);
  const were = (count: number): string => (count === 1 ? 'was' : 'were');
  const left = (count: number): string => `${notes(count)} ${were(count)} left in the file`;
  const stand = (count: number): string => (count === 1 ? 'it stands on' : 'they stand on');
  return [
    ...(come === 0 ? ['Nothing was added.'] : []),
    ...said(added, `${notes(added)} ${were(added)} added.`),
    ...said(updated, `${notes(updated)} had other words in the file; what you wrote here was kept too where both had changed.`),
    ...said(revived, `${notes(revived)} that you had deleted ${were(revived)} brought back.`),
    ...said(known, `${notes(known)} ${were(known)} here already, so nothing was doubled.`),
    ...said(placed, placedSentence(placed, unplaced)),
    ...said(unplaced, `${notes(unplaced)} ${unplaced === 1 ? 'needs' : 'need'} a place: the words ${stand(unplaced)} were not found.`),
    ...said(elsewhere, `${left(elsewhere)}: no guide on this PC has the words ${stand(elsewhere)}.`),
    ...said(
      locked,
      `${left(locked)}: a newer version of National Guides keeps the notes on ${locked === 1 ? 'its guide' : 'their guides'}.`,
    ),
    ...said(beyond, `${left(beyond)}: there is no room for more.`),
    ...said(refused, `${counted(refused, 'item')} in the file ${refused === 1 ? 'is no note' : 'are no notes'} on words of a guide.`),
  ];
}

function placedSentence(placed: number, unplaced: number): string {
  if (unplaced > 0) return placed === 1 ? '1 note has its place in its guide.' : `${notes(placed)} have their place in their guides.`;
  return placed === 1 ? 'It has its place in its guide.' : 'All of them have their place in their guides.';
}

/** Words inside exported files. */
export const exportText = {
  title: 'My notes',
  intro: (count: number, guides: number, day: string) =>
    `${notes(count)} on ${counted(guides, 'guide')}, exported from National Guides on ${longDay(day)}. Private notes of one person: they are no part of any guide.`,
  contents: 'Guides',
  noSection: 'Before the first heading',
  unplaced: 'Without a place in the newest edition',
  absent: (guide: string) => `${guide} (not on this PC)`,
  kind: 'Kind',
  state: 'State',
  tags: 'Tags',
  dates: 'Dates',
  source: 'Source',
  link: 'Link',
  written: (day: string) => `written on ${longDay(day)}`,
  changed: (day: string) => `changed on ${longDay(day)}`,
  before: 'The words it was made on',
  /** Of a note whose words are not in the edition that is held. */
  stood: (pack: string | null, title: string, section: string | null, edition: string | null) =>
    `${[
      `It stood in National Guides, ${pack === null ? '' : `${pack}: `}${title}`,
      ...(section === null || section === title ? [] : [`section “${section}”`]),
      ...(edition === null ? [] : [`edition of ${longDay(edition)}`]),
    ].join(', ')}.`,
} as const;

export interface DataFacts {
  /** ISO time. */
  readonly now: string;
  readonly version: string;
  readonly zone?: string;
}

/** README.txt of a folder of one's own data: what each file is, for whoever opens it in ten years. */
export function dataReadme({ now, version, zone }: DataFacts): string {
  return `${[
    'Your data from National Guides',
    '',
    `Exported on ${longDay(localDay(now, zone))} by National Guides ${version}.`,
    'These files hold everything that you wrote or chose in National Guides, and nothing else of this PC.',
    'They are plain text (UTF-8). Guides are not among them: they belong to their working groups.',
    '',
    'notes.html',
    '  All your notes as a web page, to read or print.',
    'notes.md',
    '  The same as Markdown text.',
    'notes/',
    '  A file for each guide with your notes on it, as W3C Web Annotations (JSON-LD). To bring them back, choose',
    '  Import notes in National Guides and open the file. Notes that you deleted are named by their ids alone.',
    'reading.json',
    '  Guides that you saved for later, tasks that you ticked, and where you were in each guide.',
    'settings.json',
    '  Your text size, colours and other choices.',
    'searches-without-results.json',
    '  What you searched for and did not find.',
    '',
    'A file that is not there had nothing to hold, or could not be read; National Guides named it when it wrote this folder.',
  ].join('\r\n')}\r\n`;
}
