// A suggestion as a Word document: first who says what and why, then the guide's text with real tracked changes, the reason as a
// comment at the first of them. The same suggestion gives the same bytes: every date and id comes out of it. `docx` is behind
// this file; it reaches no network. Refuses nothing: what Word's XML cannot hold is replaced by a sign for it.
import * as docx from 'docx';
import { type Evidence, proposedSource, type Suggestion } from '../core/suggestion/model.ts';
import {
  affectedParts,
  type Changed,
  type ChangedParagraph,
  type ChangedRun,
  type ChangedTable,
  changesBetween,
  type Fate,
} from './word-changes.ts';
import { documentStyles, numbering } from './word-styles.ts';
import { clean, coreProperties, linesOf } from './word-text.ts';
import { unitsOf } from './word-units.ts';
import { settleZip } from './word-zip.ts';

/**
 * Words around the text, by name; a name stands for itself where there are none. `madeWords` and `writtenWords` say the
 * edition's and the suggestion's days: how a day is said is not known here.
 */
export type WordLabels = Readonly<Record<string, string>>;

type Child = docx.ParagraphChild;

/**
 * @param title of the guide; null where it has none
 * @returns the bytes of a .docx file
 */
export async function suggestionDocx(suggestion: Suggestion, title: string | null, labels: WordLabels): Promise<Uint8Array> {
  const writer = createWriter(suggestion, labels);
  const text = writer.text();
  const document = new docx.Document({
    title: clean(title ?? writer.say('suggestion')),
    creator: writer.author,
    lastModifiedBy: writer.author,
    description: '',
    styles: documentStyles,
    numbering,
    features: { trackRevisions: true },
    comments: { children: writer.comments() },
    sections: [{ children: [...writer.front(title), ...text] }],
  });
  const core = coreProperties(clean(title ?? writer.say('suggestion')), writer.author, writer.date);
  const bytes = await docx.Packer.pack(document, 'uint8array', undefined, [{ path: 'docProps/core.xml', data: core }]);
  return settleZip(bytes);
}

function createWriter(suggestion: Suggestion, labels: WordLabels) {
  const say = (name: string): string => labels[name] ?? name;
  const { author: who, why, evidence, proposal, about, base } = suggestion;
  const author = clean([who.name ?? '', who.force].filter((part) => part !== '').join(', ') || say('suggestion'));
  // Word knows no parts of a second.
  const date = suggestion.modified.replace(/\.\d+Z$/, 'Z');
  // The comment has 0.
  let lastId = 0;
  let hasComment = why.trim() === '';
  const revision = () => {
    lastId += 1;
    return { id: lastId, author, date };
  };
  let lastLink = 0;

  const ofRun = (run: ChangedRun, text: string, isBroken: boolean): Child => {
    const look = {
      text: clean(text),
      ...(isBroken ? { break: 1 } : {}),
      // Only what is so: "not bold" would also be said of headings.
      ...(run.bold ? { bold: true } : {}),
      ...(run.italic ? { italics: true } : {}),
      ...(run.struck ? { strike: true } : {}),
      ...(run.raised ? { superScript: true } : {}),
      ...(run.code ? { font: 'Courier New' } : {}),
      ...(run.link === null ? {} : { style: 'Hyperlink' }),
    };
    if (run.fate === 'inserted') return new docx.InsertedTextRun({ ...look, ...revision() });
    return run.fate === 'deleted' ? new docx.DeletedTextRun({ ...look, ...revision() }) : new docx.TextRun(look);
  };

  const ofRuns = (runs: readonly ChangedRun[]): Child[] =>
    runs.flatMap((run) => {
      const children = run.text.split('\n').map((line, at) => ofRun(run, line, at > 0));
      if (run.link !== null) {
        lastLink += 1;
        children.splice(0, children.length, new Link([...children], `Link${lastLink}`, run.link));
      }
      return run.fate === 'same' || hasComment ? children : commented(children);
    });

  const commented = (children: readonly Child[]): Child[] => {
    hasComment = true;
    const reference = new docx.TextRun({ children: [new docx.CommentReference(0)] });
    return [new docx.CommentRangeStart(0), ...children, new docx.CommentRangeEnd(0), reference];
  };

  const marked = (fate: Fate): docx.IParagraphOptions =>
    fate === 'same' ? {} : { run: fate === 'inserted' ? { insertion: revision() } : { deletion: revision() } };

  const paragraph = ({ unit, fate, runs }: ChangedParagraph): docx.Paragraph => {
    const { list, style, quotes, level } = unit;
    // 400 twentieths of a point: a quote, and what goes on in an item, stand in from the edge.
    const indent = quotes * 400 + (list && !list.isFirst ? (list.depth + 1) * 400 : 0);
    const isItem = list?.isFirst === true;
    return new docx.Paragraph({
      ...(style === 'heading' ? { style: `Heading${level}` } : { style: styleNames[style] }),
      ...(isItem
        ? { numbering: { reference: list.ordered ? 'numbers' : 'bullets', level: Math.min(list.depth, 8), instance: list.nth } }
        : indent > 0
          ? { indent: { left: indent } }
          : {}),
      ...(style === 'rule' ? { thematicBreak: true } : {}),
      ...marked(fate),
      children: ofRuns(runs),
    });
  };

  const table = ({ rows, fate }: ChangedTable): (docx.Table | docx.Paragraph)[] => [
    new docx.Table({
      width: { size: 100, type: docx.WidthType.PERCENTAGE },
      rows: rows.map(
        (row, at) =>
          new docx.TableRow({
            tableHeader: at === 0,
            ...(row.fate === 'inserted' ? { insertion: revision() } : row.fate === 'deleted' ? { deletion: revision() } : {}),
            children: row.cells.map(
              (cell) =>
                new docx.TableCell({
                  children: [new docx.Paragraph({ ...marked(row.fate), children: ofRuns(at === 0 ? bold(cell) : cell) })],
                }),
            ),
          }),
      ),
    }),
    // Two tables without anything between them would be one.
    new docx.Paragraph({ ...marked(fate), children: [] }),
  ];

  const plain = (text: string, more: docx.IParagraphOptions = {}): docx.Paragraph =>
    new docx.Paragraph({
      ...more,
      children: linesOf(text).map((line, at) => new docx.TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}) })),
    });

  const fact = (label: string, text: string): docx.Paragraph[] =>
    text === ''
      ? []
      : [new docx.Paragraph({ children: [new docx.TextRun({ text: `${clean(label)}: `, bold: true }), new docx.TextRun(clean(text))] })];

  const heading = (text: string): docx.Paragraph => plain(text, { heading: docx.HeadingLevel.HEADING_2 });

  const evidenceLine = (item: Evidence): docx.Paragraph => {
    const options = { numbering: { reference: 'numbers', level: 0, instance: 0 } };
    if (item.kind === 'text') return plain(item.text.trim(), options);
    if (item.kind === 'file') return plain(`${item.name} (${item.bytes.toLocaleString('en-GB')} ${say('bytes')})`, options);
    lastLink += 1;
    const run = new docx.TextRun({ text: clean(item.href), style: 'Hyperlink' });
    return new docx.Paragraph({ ...options, children: [new Link([run], `Link${lastLink}`, item.href)] });
  };

  return {
    author,
    date,
    say,
    comments: (): docx.ICommentOptions[] =>
      why.trim() === ''
        ? []
        : [
            {
              id: 0,
              author,
              date: new Date(suggestion.modified),
              children: linesOf(why.trim()).map((line) => new docx.Paragraph({ children: [new docx.TextRun(line)] })),
            },
          ],
    /** The first page. Made after the text: what has no text has its comment here. */
    front: (title: string | null): docx.Paragraph[] => {
      const source = proposedSource(suggestion);
      const intro = source === null ? [] : [plain(say('intro'))];
      const whyLabel = proposal.kind === 'comment' || proposal.kind === 'question' ? say(proposal.kind) : say('why');
      const said = linesOf(why.trim()).map((line, at) => new docx.TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}) }));
      const passage = about && source === null ? about.anchor.exact : '';
      return [
        plain(say('suggestion'), { style: 'Title' }),
        ...intro,
        ...fact(say('guide'), proposal.kind === 'new-guide' ? say('newGuide') : (title ?? '')),
        ...fact(say('channel'), suggestion.channel),
        ...fact(say('made'), base ? (labels.madeWords ?? String(base.edition.version)) : ''),
        ...fact(say('kind'), say(`kind-${suggestion.kind}`)),
        ...fact(say('urgency'), say(`urgency-${suggestion.urgency}`)),
        ...fact(say('from'), [who.name ?? '', who.role, who.force].filter((part) => part !== '').join(', ')),
        ...fact(say('written'), labels.writtenWords ?? date),
        ...fact(say('supports'), proposal.kind === 'support' ? proposal.suggestion : ''),
        ...fact(say('reference'), suggestion.id.replace('urn:uuid:', '')),
        ...(passage === '' ? [] : [heading(say('passage')), plain(passage, { style: 'GuideQuote' })]),
        ...(why.trim() === '' ? [] : [heading(whyLabel), new docx.Paragraph({ children: hasComment ? said : commented(said) })]),
        heading(say('evidence')),
        ...(evidence.length === 0 ? [plain(say('noEvidence'))] : evidence.map(evidenceLine)),
      ];
    },
    text: (): (docx.Paragraph | docx.Table)[] => {
      const source = proposedSource(suggestion);
      if (source === null) return [];
      const words = { callout: (kind: string) => say(`callout-${kind}`), picture: say('picture') };
      const changes = changesBetween(base ? unitsOf(base.source, words) : [], unitsOf(source, words));
      const parts: readonly Changed[] = affectedParts(changes);
      return [
        new docx.Paragraph({ pageBreakBefore: true, children: [] }),
        ...parts.flatMap((part): (docx.Paragraph | docx.Table)[] =>
          part.is === 'paragraph'
            ? [paragraph(part)]
            : part.is === 'table'
              ? table(part)
              : [plain(say('omitted'), { style: 'GuideOmitted' })],
        ),
        // The end of a document cannot be taken out: it must not be the end of something that is.
        new docx.Paragraph({ children: [] }),
      ];
    },
  };
}

const styleNames = {
  title: 'Heading1',
  summary: 'GuideSummary',
  text: 'Normal',
  'callout-title': 'GuideCallout',
  code: 'GuideCode',
  footnote: 'GuideNote',
  rule: 'Normal',
  heading: 'Normal',
} as const;
const bold = (runs: readonly ChangedRun[]): readonly ChangedRun[] => runs.map((run) => ({ ...run, bold: true }));

/** A link whose id counts up; the library's own draws one by chance. */
class Link extends docx.ConcreteHyperlink {
  readonly #address: string;
  constructor(children: readonly Child[], id: string, address: string) {
    super(children, id);
    this.#address = address;
  }
  override prepForXml(context: docx.IContext): docx.IXmlableObject | undefined {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
    context.viewWrapper.Relationships.addRelationship(this.linkId, type, this.#address, 'External');
    return super.prepForXml(context);
  }
}
