// The parts of a guide as Word's paragraphs, lists and tables. Boxes are shaded paragraphs with their word before them; a table's
// first row is its head on every sheet; items of a checklist carry a box that can be ticked.
import * as docx from 'docx';
import type { CopyItem, CopyList, CopyPart, CopyQuote, CopyRuns, CopyTable } from '../core/copy/model.ts';
import type { CalloutKind } from '../core/guide/model.ts';
import { type Child, createRunWriter, type RunPorts } from './guide-docx-runs.ts';
import { boxes, bullets, itemStep, line, numbers, tasks, tint } from './guide-docx-styles.ts';
import { clean } from './word-text.ts';

export type Block = docx.Paragraph | docx.Table;

/** What a paragraph stands in. */
interface Frame {
  readonly box: CalloutKind | 'quote' | null;
  /** Of the innermost list, from 0; -1 outside. */
  readonly depth: number;
  /** Twentieths of a point from the margin. */
  readonly indent: number;
}

const outside: Frame = { box: null, depth: -1, indent: 0 };
/** Between the bar of a box and its words. */
const boxIndent = 200;

type Options = docx.IParagraphOptions;

export function createPartWriter(ports: RunPorts) {
  const runs = createRunWriter(ports);
  const numbered: ReturnType<typeof numbers>[] = [];
  let places = 0;

  const boxed = ({ box, indent }: Frame): Options => {
    const { bar, fill } = box === null || box === 'quote' ? { bar: line, fill: null } : boxes[box];
    if (box === null) return indent === 0 ? {} : { indent: { left: indent } };
    return {
      indent: { left: indent },
      border: { left: { style: 'single', size: 24, space: 8, color: bar } },
      ...(fill === null ? {} : { shading: { type: 'clear', fill } }),
    };
  };
  const paragraph = (children: readonly Child[], frame: Frame, more: Options = {}): docx.Paragraph =>
    new docx.Paragraph({ ...boxed(frame), ...more, children: [...children] });

  const list = ({ ordered, start, items }: CopyList, frame: Frame): Block[] => {
    const depth = Math.min(frame.depth + 1, 8);
    let reference = bullets.reference;
    if (ordered) {
      reference = `numbers-${numbered.length}`;
      numbered.push(numbers(reference, depth, start));
    }
    const inner: Frame = { ...frame, depth, indent: frame.indent + itemStep };
    return items.flatMap((item, at) => listItem(item, reference, inner, at === items.length - 1 && depth === 0));
  };

  const listItem = ({ done, parts }: CopyItem, reference: string, frame: Frame, isLast: boolean): Block[] => {
    const [first, ...rest] = parts;
    const box =
      done === null
        ? []
        : [
            new docx.CheckBox({
              alias: clean(ports.say('task')),
              checked: done,
              checkedState: { value: '2612', font: 'MS Gothic' },
              uncheckedState: { value: '2610', font: 'MS Gothic' },
            }),
            new docx.TextRun({ children: [new docx.Tab()] }),
          ];
    const own: Options = {
      numbering: { reference: done === null ? reference : tasks.reference, level: frame.depth },
      indent: { left: frame.indent, hanging: itemStep },
      // What comes after a list stands off from it as from a paragraph.
      spacing: { after: isLast && rest.length === 0 ? 160 : 80 },
    };
    const children = first?.is === 'paragraph' ? runs(first.runs) : [];
    const others = first?.is === 'paragraph' ? rest : parts;
    return [paragraph([...box, ...children], frame, own), ...blocks(others, frame)];
  };

  const quote = ({ callout, title, parts }: CopyQuote, frame: Frame): Block[] => {
    const inner: Frame = { box: callout ?? 'quote', depth: frame.depth, indent: frame.indent + boxIndent };
    if (callout === null) return spaced(blocks(parts, inner));
    const label = new docx.TextRun({ text: clean(`${ports.say(`callout-${callout}`)}${title.length === 0 ? '' : ': '}`), bold: true });
    return spaced([
      paragraph([label, ...runs(title, { bold: true })], inner, { style: 'GuideLabel', spacing: { before: 80 } }),
      ...blocks(parts, inner),
    ]);
  };
  /** A box is followed by room: two of them would be one. */
  const spaced = (inner: readonly Block[]): Block[] => [...inner, new docx.Paragraph({ spacing: { after: 0, line: 160 }, children: [] })];

  const table = ({ rows, aligns }: CopyTable): Block[] => {
    const widths = columnWidths(rows);
    const border = { style: 'single', size: 4, color: line } as const;
    const cell = (words: CopyRuns, at: number, isHead: boolean): docx.TableCell =>
      new docx.TableCell({
        width: { size: widths[at] ?? 1_000, type: 'dxa' },
        margins: { top: 60, bottom: 60, left: 100, right: 100 },
        ...(isHead ? { shading: { type: 'clear', fill: tint } } : {}),
        children: [
          new docx.Paragraph({
            style: 'GuideCell',
            ...(isHead ? { keepNext: true } : {}),
            ...(aligns[at] == null ? {} : { alignment: aligns[at] }),
            children: runs(words, isHead ? { bold: true } : {}),
          }),
        ],
      });
    return [
      new docx.Table({
        width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
        columnWidths: widths,
        layout: 'fixed',
        tableLook: { firstRow: true, firstColumn: false, noVBand: true, noHBand: true },
        borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
        rows: rows.map(
          (row, nth) =>
            new docx.TableRow({
              ...(nth === 0 ? { tableHeader: true } : {}),
              cantSplit: true,
              children: row.map((words, at) => cell(words, at, nth === 0)),
            }),
        ),
      }),
      // Two tables without anything between them would be one.
      new docx.Paragraph({ spacing: { after: 60 }, children: [] }),
    ];
  };

  const part = (one: CopyPart, frame: Frame): Block[] => {
    switch (one.is) {
      case 'heading': {
        places += 1;
        const children = [new docx.Bookmark({ id: ports.place(one.slug) ?? `x${places}`, children: runs(one.runs) })];
        return [paragraph(children, frame, { style: `Heading${Math.min(5, one.level - 1)}` })];
      }
      case 'paragraph':
        return [paragraph(runs(one.runs), frame)];
      case 'code':
        return [
          ...one.text.split('\n').map((text) => {
            const run = new docx.TextRun({ text: clean(text) });
            return paragraph([run], frame, {
              style: 'GuideCode',
              ...(frame.box === null ? { shading: { type: 'clear', fill: tint } } : {}),
            });
          }),
          new docx.Paragraph({ spacing: { after: 60 }, children: [] }),
        ];
      case 'rule':
        return [new docx.Paragraph({ thematicBreak: true, children: [] })];
      case 'list':
        return list(one, frame);
      case 'quote':
        return quote(one, frame);
      case 'table':
        return table(one);
    }
  };
  const blocks = (parts: readonly CopyPart[], frame: Frame): Block[] => parts.flatMap((one) => part(one, frame));

  return {
    runs,
    blocks: (parts: readonly CopyPart[]): Block[] => blocks(parts, outside),
    /** Once all parts are written. */
    numbering: () => ({ config: [bullets, tasks, ...numbered] }) as docx.INumberingOptions,
  };
}

/** Twentieths of a point between the margins of an A4 sheet. */
export const sheet = 9_638;

/** By what stands in them: no column is narrower than its longest word, as far as there is room. */
export function columnWidths(rows: CopyTable['rows']): number[] {
  const columns = rows[0]?.length ?? 1;
  const cells = Array.from({ length: columns }, (_, at) =>
    rows.map((row) => (row[at] ?? []).map((run) => (run.is === 'text' ? run.text : '00')).join('')),
  );
  // A bold sign of ten points is about this wide, and the cell's edges take the rest; longer words than 22 signs are addresses.
  const least = cells.map(
    (texts) => 230 + 132 * Math.min(22, Math.max(3, ...texts.flatMap((text) => text.split(/\s+/).map((word) => word.length)))),
  );
  const needed = least.reduce((sum, width) => sum + width, 0);
  if (needed >= sheet) return least.map((width) => Math.floor((width / needed) * sheet));
  // What is left goes to those with most to say: up to sixty signs, a line that is easy to read.
  const wants = cells.map((texts) => Math.min(60, Math.max(1, ...texts.map((text) => text.length))));
  const all = wants.reduce((sum, want) => sum + want, 0);
  return least.map((width, at) => width + Math.floor(((wants[at] ?? 0) / all) * (sheet - needed)));
}
