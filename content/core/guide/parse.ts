// A guide's source -> ParsedGuide: front matter, blocks, outline, links, and every problem with its line.
import { analyse, type Finding } from './blocks.ts';
import { type ParseMode, readMeta } from './front-matter.ts';
import type { ParsedGuide, Severity } from './model.ts';
import { countWords } from './plain-text.ts';
import { collectProblems, quote } from './problem.ts';
import { type SplitSource, splitSource } from './split.ts';

export interface ParseOptions {
  readonly mode?: ParseMode;
}

/**
 * @param source text of the file; line ends and byte order mark as they come.
 * @param file path as it is to be named in problems, and where the names of a silent file come from.
 * Never throws. `strict` (the default) and `lenient` give the same blocks.
 */
export function parseGuide(source: string, file: string, options: ParseOptions = {}): ParsedGuide {
  return parseSplit(splitSource(source), file, options);
}

/**
 * The same for a source that is already taken apart.
 * @param lineAt the source's line for each line of the body, counted from the body's first, where the body was changed.
 */
export function parseSplit(
  split: SplitSource,
  file: string,
  options: ParseOptions = {},
  lineAt: (line: number) => number = (line) => line,
): ParsedGuide {
  const problems = collectProblems(file);
  const found = analyse(split.body);
  const place = (line: number) => lineAt(line) + split.bodyLine - 1;
  const firstText = found.blocks.find((block) => block.kind === 'paragraph' && block.text !== '')?.text ?? null;
  const meta = readMeta(split, file, { ...options, firstHeading: found.outline[0]?.text || null, firstText }, problems.report);
  for (const finding of found.findings) {
    const [strict, lenient, message] = wordsFor(finding);
    problems.report(options.mode === 'lenient' ? lenient : strict, finding.rule, place(finding.line), message);
  }
  if (found.blocks.every((block) => block.text === '')) {
    problems.report('warning', 'body-empty', split.bodyLine, 'There is no text below the front matter.');
  }
  const move = <T extends { readonly line: number }>(item: T): T => ({ ...item, line: place(item.line) });
  return {
    meta,
    body: split.body,
    bodyLine: split.bodyLine,
    blocks: found.blocks.map((block) => ({ ...block, lines: [place(block.lines[0]), place(block.lines[1])] })),
    outline: found.outline,
    links: found.links.map(move),
    images: found.images.map(move),
    words: found.blocks.reduce((sum, block) => (block.kind === 'footnote' ? sum : sum + countWords(block.text)), 0),
    problems: problems.list(),
  };
}

/** Severity in strict and in lenient mode, and the sentence. */
function wordsFor({ rule, detail }: Finding): readonly [strict: Severity, lenient: Severity, message: string] {
  switch (rule) {
    case 'link-refused':
      return ['error', 'warning', `The link to ${quote(detail)} is not allowed: link to guide:, https:, mailto: or # only.`];
    case 'image-refused':
      return ['error', 'warning', `The image ${quote(detail)} is not a file of this pack: name it without a folder, in lower case.`];
    case 'image-no-alt':
      return ['warning', 'warning', `The image ${quote(detail)} has no text for people who cannot see it.`];
    case 'raw-html':
      return ['error', 'warning', `HTML is shown as text: ${quote(detail)}.`];
    case 'callout-unknown':
      return ['warning', 'warning', `There is no callout ${quote(detail)}; it stays a quotation.`];
    case 'footnote-missing':
      return ['warning', 'warning', `The footnote ${quote(detail)} is not defined.`];
    case 'footnote-unused':
      return ['warning', 'warning', `Nothing refers to the footnote ${quote(detail)}: it is not shown.`];
    case 'heading-1':
      return ['warning', 'hint', 'The title is the only heading of the first level: use ## for sections.'];
    case 'hidden-characters':
      return ['warning', 'warning', 'There are invisible characters in this line, or ones that change the direction of text.'];
    case 'too-deep':
      return ['warning', 'warning', 'Lists and quotations are nested too deeply here; the text is kept as plain lines.'];
    default:
      return ['warning', 'warning', rule];
  }
}
