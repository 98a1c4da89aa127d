// How a copy of a guide looks in Word: a plain sans serif, headings that are a way through the document, boxes for what must,
// should and could be done. Data only, in the words of the `docx` library. Sizes are half points, distances twentieths of a point.
import type { CalloutKind } from '../core/guide/model.ts';

export const ink = '14181D';
export const soft = '525B66';
/** Behind the head of a table and examples. */
export const tint = 'F1EFEA';
export const line = '8A8F96';

export const guideStyles = {
  default: {
    document: {
      run: { font: 'Arial', size: 22, color: ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 140, line: 276 } },
    },
    title: { run: { size: 44, bold: true, color: ink }, paragraph: { spacing: { after: 120, line: 264 } } },
    // The guide's second level is the document's first: above it is only the title.
    heading1: {
      run: { size: 32, bold: true, color: ink },
      paragraph: { outlineLevel: 0, keepNext: true, spacing: { before: 400, after: 140 } },
    },
    heading2: {
      run: { size: 26, bold: true, color: ink },
      paragraph: { outlineLevel: 1, keepNext: true, spacing: { before: 300, after: 110 } },
    },
    heading3: {
      run: { size: 23, bold: true, color: ink },
      paragraph: { outlineLevel: 2, keepNext: true, spacing: { before: 240, after: 90 } },
    },
    heading4: {
      run: { size: 22, bold: true, color: soft },
      paragraph: { outlineLevel: 3, keepNext: true, spacing: { before: 220, after: 80 } },
    },
    heading5: {
      run: { size: 22, italics: true, color: soft },
      paragraph: { outlineLevel: 4, keepNext: true, spacing: { before: 200, after: 80 } },
    },
    hyperlink: { run: { color: '1F4E8C', underline: { type: 'single' } } },
    footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 60, line: 252 } } },
  },
  paragraphStyles: [
    {
      id: 'GuideSummary',
      name: 'Guide summary',
      basedOn: 'Normal',
      run: { color: soft, size: 26 },
      paragraph: { spacing: { after: 200 } },
    },
    { id: 'GuideFact', name: 'Guide fact', basedOn: 'Normal', run: { size: 20 }, paragraph: { spacing: { after: 40 } } },
    { id: 'GuideLabel', name: 'Guide label', basedOn: 'Normal', run: { bold: true }, paragraph: { keepNext: true } },
    {
      id: 'GuideCode',
      name: 'Guide example',
      basedOn: 'Normal',
      run: { font: 'Courier New', size: 20 },
      paragraph: { spacing: { after: 0 } },
    },
    { id: 'GuideCell', name: 'Guide cell', basedOn: 'Normal', run: { size: 20 }, paragraph: { spacing: { after: 0, line: 252 } } },
    { id: 'GuideFoot', name: 'Guide foot', basedOn: 'Normal', run: { size: 16, color: soft }, paragraph: { spacing: { after: 0 } } },
  ],
} as const;

/** The bar beside a box, and what is behind its words: at least 7:1 with the ink. */
export const boxes: Readonly<Record<CalloutKind, { readonly bar: string; readonly fill: string }>> = {
  must: { bar: '9B1C31', fill: 'FBEEF0' },
  warning: { bar: '9B1C31', fill: 'FBEEF0' },
  should: { bar: '8A5300', fill: 'FDF3E2' },
  could: { bar: '2F6B3A', fill: 'ECF5EE' },
  note: { bar: '1F4E8C', fill: 'EEF3FA' },
  'your-force-decides': { bar: '1F4E8C', fill: 'EEF3FA' },
};

// As deep as Word's lists go.
const depths = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/** From the sign of an item to its text: the sign stands where the text around the list does, so that a box keeps its edge. */
export const itemStep = 380;

const levels = (format: (depth: number) => { readonly format: string; readonly text: string; readonly start?: number }) =>
  depths.map((level) => ({
    level,
    alignment: 'left' as const,
    style: { paragraph: { indent: { left: itemStep * (level + 1), hanging: itemStep }, spacing: { after: 80 } } },
    ...format(level),
  }));

export const bullets = { reference: 'bullets', levels: levels((depth) => ({ format: 'bullet', text: depth % 2 === 0 ? '•' : '–' })) };
/** Items whose sign is a box to tick. */
export const tasks = { reference: 'tasks', levels: levels(() => ({ format: 'none', text: '', suffix: 'nothing' })) };
/** A list of its own: Word goes on counting in what has the same name. */
export const numbers = (reference: string, depth: number, start: number) => ({
  reference,
  levels: levels((level) => ({
    format: level % 2 === 0 ? 'decimal' : 'lowerLetter',
    text: `%${level + 1}.`,
    start: level === depth ? start : 1,
  })),
});
