// How a suggestion looks in Word: a plain sans serif, room between paragraphs, lists that hang. Data only, in the words of
// the `docx` library, which it does not import. Sizes are half points, distances twentieths of a point. Headings
// carry their level, so that they are a way through the document.

const ink = '14181D';
const soft = '525B66';

export const documentStyles = {
  default: {
    document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } }, paragraph: { spacing: { after: 140, line: 276 } } },
    title: { run: { size: 40, bold: true, color: ink }, paragraph: { spacing: { after: 200 } } },
    heading1: { run: { size: 34, bold: true, color: ink }, paragraph: { outlineLevel: 0, spacing: { before: 240, after: 120 } } },
    heading2: { run: { size: 28, bold: true, color: ink }, paragraph: { outlineLevel: 1, spacing: { before: 320, after: 120 } } },
    heading3: { run: { size: 24, bold: true, color: ink }, paragraph: { outlineLevel: 2, spacing: { before: 260, after: 100 } } },
    heading4: { run: { size: 22, bold: true, color: ink }, paragraph: { outlineLevel: 3, spacing: { before: 220, after: 80 } } },
    heading5: { run: { size: 22, bold: true, color: soft }, paragraph: { outlineLevel: 4, spacing: { before: 200, after: 80 } } },
    heading6: { run: { size: 22, italics: true, color: soft }, paragraph: { outlineLevel: 5, spacing: { before: 200, after: 80 } } },
  },
  paragraphStyles: [
    { id: 'GuideSummary', name: 'Guide summary', basedOn: 'Normal', run: { color: soft, size: 24 } },
    { id: 'GuideCallout', name: 'Guide callout', basedOn: 'Normal', run: { bold: true }, paragraph: { keepNext: true } },
    {
      id: 'GuideCode',
      name: 'Guide example',
      basedOn: 'Normal',
      run: { font: 'Courier New', size: 20 },
      paragraph: { spacing: { after: 0 } },
    },
    { id: 'GuideNote', name: 'Guide note', basedOn: 'Normal', run: { size: 18 } },
    { id: 'GuideQuote', name: 'Guide passage', basedOn: 'Normal', run: { italics: true }, paragraph: { indent: { left: 400 } } },
    { id: 'GuideOmitted', name: 'Guide omitted', basedOn: 'Normal', run: { color: soft, italics: true } },
  ],
} as const;

// As deep as Word's lists go.
const depths = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const hanging = (level: number) => ({ paragraph: { indent: { left: 400 * (level + 1), hanging: 300 }, spacing: { after: 80 } } });

export const numbering = {
  config: [
    {
      reference: 'bullets',
      levels: depths.map((level) => ({
        level,
        format: 'bullet' as const,
        text: level % 2 === 0 ? '•' : '–',
        alignment: 'left' as const,
        style: hanging(level),
      })),
    },
    {
      reference: 'numbers',
      levels: depths.map((level) => ({
        level,
        format: level % 2 === 0 ? ('decimal' as const) : ('lowerLetter' as const),
        text: `%${level + 1}.`,
        alignment: 'left' as const,
        style: hanging(level),
      })),
    },
  ],
};
