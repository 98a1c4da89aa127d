// Words of "Save a copy", and the words that stand in a copy around the guide's text.
import { calloutWords } from './names.ts';
import { readerText } from './reader.ts';

export const copyText = {
  button: readerText.saveCopy,
  whole: 'The whole guide',
  tables: 'Its tables, for Excel (CSV)',
  table: (nth: number) => `Table ${nth}`,
  unnamed: 'Guide',
  formats: {
    word: { name: 'Word', hint: '.docx' },
    pdf: { name: 'PDF', hint: 'as printed' },
    html: { name: 'Web page', hint: 'one .html file' },
    markdown: { name: 'Markdown', hint: 'as published' },
    text: { name: 'Plain text', hint: '.txt' },
  },
  saved: (name: string) => `Saved as ${name}`,
} as const;

/** What a copy says around the text (`content/core/copy/facts.ts` and the forms name them). */
export const copyWords: Readonly<Record<string, string>> = {
  product: 'Saved from National Guides',
  state: 'State',
  version: readerText.versionLabel,
  review: readerText.next,
  'no-review': readerText.noNext,
  owner: readerText.owner,
  edition: 'Edition',
  from: 'Source',
  retired: 'Channel withdrawn. Do not follow this guide. Withdrawn on',
  demo: readerText.demo,
  'status-draft': `${readerText.bannerDraft.word}. ${readerText.bannerDraft.sentence}`,
  'status-consultation': `Consultation. ${readerText.bannerConsultation(null).sentence}`,
  'status-approved': 'Approved. Look in National Guides for a newer edition before you rely on a copy.',
  'status-withdrawn': `${readerText.bannerWithdrawn.word}. ${readerText.bannerWithdrawn.sentence}`,
  'stamp-draft': 'DRAFT',
  'stamp-consultation': 'FOR CONSULTATION',
  'stamp-approved': 'Approved',
  'stamp-withdrawn': 'WITHDRAWN',
  ...Object.fromEntries(Object.entries(calloutWords).map(([kind, word]) => [`callout-${kind}`, word])),
  picture: 'Picture',
  table: 'Table',
  task: 'Checklist item',
  'no-head': 'Cell',
  notes: 'Notes',
  back: 'Back to the text',
  sources: readerText.sources,
  'no-date': readerText.sourceUndated,
  page: 'Page',
  of: 'of',
};
