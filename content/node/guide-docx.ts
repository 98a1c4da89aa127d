// A guide as a Word document for who has only Word: title, what it is and how far it is agreed, the text with real headings, lists,
// tables and footnotes, its sources. The same guide on the same day gives the same text. `docx` is behind this file and its
// parts; it reaches no network.
import * as docx from 'docx';
import { factsOf, say as sayOf, sourceLines, stampOf } from '../core/copy/facts.ts';
import type { CopyDocument, CopyOrigin, CopyPart, CopyRuns, CopyWords } from '../core/copy/model.ts';
import { type Block, createPartWriter } from './guide-docx-parts.ts';
import { createRunWriter, type RunPorts, type WordPicture } from './guide-docx-runs.ts';
import { guideStyles } from './guide-docx-styles.ts';
import { clean, coreProperties } from './word-text.ts';

export interface GuideDocxPorts {
  readonly origin: CopyOrigin;
  readonly words: CopyWords;
  /** By the name in the guide's text; null: its words stand for it. */
  readonly picture: (src: string) => WordPicture | null;
}

/** @returns the bytes of a .docx file */
export async function guideDocx(copy: CopyDocument, { origin, words, picture }: GuideDocxPorts): Promise<Uint8Array> {
  const { meta, parts, notes } = copy;
  const say = (name: string): string => sayOf(words, name);
  const isReal = hasRealNotes(parts, notes);
  const places = new Map(headingsIn(parts).map((slug, at) => [slug, `place${at + 1}`]));
  const marked = new Set<number>();
  const note: RunPorts['note'] = (number) => {
    // Word counts notes itself: the second mention of one can only be its number.
    if (!isReal || marked.has(number) || notes[number - 1] === undefined) return null;
    marked.add(number);
    return new docx.FootnoteReferenceRun(number);
  };
  const ports = { say, titles: origin.titles, picture, place: (slug: string) => places.get(slug) ?? null };
  const writer = createPartWriter({ ...ports, note });
  const heading = (name: string): docx.Paragraph =>
    new docx.Paragraph({ style: 'Heading1', children: [new docx.TextRun(clean(say(name)))] });
  const children: Block[] = [
    new docx.Paragraph({ style: 'Title', children: [new docx.TextRun(clean(meta.title))] }),
    ...(meta.summary === '' ? [] : [new docx.Paragraph({ style: 'GuideSummary', children: [new docx.TextRun(clean(meta.summary))] })]),
    ...factsOf(copy, origin, words).map(
      ({ label, text }, at, { length }) =>
        new docx.Paragraph({
          style: 'GuideFact',
          ...(at === length - 1 ? { spacing: { after: 320 } } : {}),
          children: [new docx.TextRun({ text: `${clean(label)}: `, bold: true }), new docx.TextRun(clean(text))],
        }),
    ),
    ...writer.blocks(parts),
  ];
  const footnotes: Record<string, { children: docx.Paragraph[] }> = {};
  if (isReal) {
    const runs = createRunWriter({ ...ports, note: () => null });
    for (const [at, inner] of notes.entries()) footnotes[String(at + 1)] = { children: footnote(inner, runs) };
  } else if (notes.length > 0)
    children.push(
      heading('notes'),
      ...notes.flatMap((inner, at) => [
        new docx.Paragraph({ keepNext: true, children: [new docx.TextRun({ text: String(at + 1), superScript: true })] }),
        ...writer.blocks(inner),
      ]),
    );
  const sources = sourceLines(copy, words).map(({ id, text, url }) => {
    const run = new docx.TextRun({ text: clean(text), ...(url === null ? {} : { style: 'Hyperlink' }) });
    const named = url === null ? run : new docx.ExternalHyperlink({ link: url, children: [run] });
    return new docx.Paragraph({ style: 'GuideFact', children: [new docx.TextRun(`${clean(id)}: `), named] });
  });
  if (sources.length > 0) children.push(heading('sources'), ...sources);
  const made = new docx.Document({
    title: clean(meta.title),
    creator: clean(meta.workingGroup.name),
    lastModifiedBy: clean(meta.workingGroup.name),
    description: '',
    styles: guideStyles as docx.IStylesOptions,
    numbering: writer.numbering(),
    footnotes,
    sections: [
      {
        // A4 with 20 mm on each side, in twentieths of a point.
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1_134, bottom: 1_134, left: 1_134, right: 1_134 } } },
        footers: { default: footer(`${meta.title} · ${stampOf(copy, origin, words)}`, say) },
        children,
      },
    ],
  });
  const core = coreProperties(clean(meta.title), clean(meta.workingGroup.name), `${origin.saved}T00:00:00Z`);
  return docx.Packer.pack(made, 'uint8array', undefined, [{ path: 'docProps/core.xml', data: core }]);
}

function footer(stamp: string, say: (name: string) => string): docx.Footer {
  const page = new docx.TextRun({
    children: [`${clean(say('page'))} `, docx.PageNumber.CURRENT, ` ${clean(say('of'))} `, docx.PageNumber.TOTAL_PAGES],
  });
  return new docx.Footer({
    children: [
      new docx.Paragraph({ style: 'GuideFoot', children: [new docx.TextRun(clean(stamp))] }),
      new docx.Paragraph({ style: 'GuideFoot', children: [page] }),
    ],
  });
}

const footnote = (parts: readonly CopyPart[], runs: ReturnType<typeof createRunWriter>): docx.Paragraph[] =>
  parts.map((part) => new docx.Paragraph({ style: 'FootnoteText', children: part.is === 'paragraph' ? runs(part.runs) : [] }));

function headingsIn(parts: readonly CopyPart[]): readonly string[] {
  return parts.flatMap((part) =>
    part.is === 'heading'
      ? [part.slug]
      : part.is === 'quote'
        ? headingsIn(part.parts)
        : part.is === 'list'
          ? part.items.flatMap((item) => headingsIn(item.parts))
          : [],
  );
}

/** Whether Word would hold and count the notes as the guide does: paragraphs only, each first spoken of in its turn, and not in a table's head. */
function hasRealNotes(parts: readonly CopyPart[], notes: CopyDocument['notes']): boolean {
  const order: number[] = [];
  const see = (runs: CopyRuns): void => {
    for (const run of runs) if (run.is === 'note' && !order.includes(run.number)) order.push(run.number);
  };
  const look = (part: CopyPart): boolean => {
    if (part.is === 'heading' || part.is === 'paragraph') see(part.runs);
    else if (part.is === 'list') return part.items.every((item) => item.parts.every(look));
    else if (part.is === 'quote') {
      see(part.title);
      return part.parts.every(look);
    } else if (part.is === 'table') {
      const [head = [], ...body] = part.rows;
      if (head.some((cell) => cell.some((run) => run.is === 'note'))) return false;
      for (const row of body) row.forEach(see);
    }
    return true;
  };
  const isPlain = notes.every((inner) => inner.length > 0 && inner.every(({ is }) => is === 'paragraph'));
  return isPlain && parts.every(look) && order.length === notes.length && order.every((number, at) => number === at + 1);
}
