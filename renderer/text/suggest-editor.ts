// Words of the editor of a suggestion: its buttons, what is read aloud of a change, what became of words' dress.
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
  noCallout: 'No callout',

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
} as const;
