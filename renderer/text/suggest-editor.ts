// Words of the editor of a suggestion: its buttons, what is read aloud of a change, what became of words' dress.
const blockWords = {
  text: 'paragraph',
  heading: 'heading',
  item: 'bulleted item',
  numbered: 'numbered item',
  task: 'checklist item',
  quote: 'callout',
  code: 'code',
} as const;

type BlockWord = keyof typeof blockWords;

export const editorText = {
  tools: 'Format',
  bold: 'Bold',
  italic: 'Italic',
  link: 'Link',
  bulleted: 'Bulleted list',
  numbered: 'Numbered list',
  callout: 'Callout',
  table: 'Table',
  markup: 'Show markup',
  block: 'Kind of paragraph',
  text: 'Text',
  headings: { 'heading-2': 'Heading', 'heading-3': 'Smaller heading', 'heading-4': 'Smallest heading' },
  indent: 'One level in',
  outdent: 'One level out',
  tableActs: { 'row-below': 'Row below', 'row-gone': 'Remove row', 'column-after': 'Column after', 'column-gone': 'Remove column' },
  newHead: ['First column', 'Second column'],
  cell: (row: number, column: string) => `${column}, row ${row}`,

  address: 'Where the link leads',
  addressHint: 'Address, or the title of a guide',
  setLink: 'Set link',
  removeLink: 'Remove link',
  cancel: 'Cancel',
  linkRefused: {
    empty: 'Type an address, or choose a guide by its title.',
    refused: 'This address cannot be used. Use one that begins with https://, a mailbox, or the title of a guide.',
  },

  /** Before words that went or came, for screen readers. */
  deletes: 'deletes ',
  inserts: 'inserts ',
  deleted: 'deleted',

  now: { strong: 'now bold', em: 'now italic', code: 'now code', strike: 'now struck out', link: 'now a link', image: 'now a picture' },
  noLonger: {
    strong: 'no longer bold',
    em: 'no longer italic',
    code: 'no longer code',
    strike: 'no longer struck out',
    link: 'no longer a link',
    image: 'no longer a picture',
  },
  leadsNow: (now: string, was: string) => `leads to ${now}, before to ${was}`,
  becomes: (was: BlockWord, now: BlockWord) => `${blockWords[was]} becomes ${blockWords[now]}`,
} as const;
