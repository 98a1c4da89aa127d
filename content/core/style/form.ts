// The form that all guides share, so that a reader who knows one finds the way in every other.
import { classifyLink } from '../guide/links.ts';
import { quote } from '../guide/problem.ts';
import type { StyleRule } from './model.ts';

// Long enough to help, short enough to be read: the numbers that the working groups agreed for a guide.
const words = { least: 600, most: 1_500 };
// Long descriptions belong into the text, where everybody can read them.
const longestAlt = 250;
const leastTasks = 4;
const ends = ['Checklist', 'What is not verified', 'Read next'] as const;

export const checkForm: StyleRule = (guide, report) => {
  const { meta, blocks, outline, links, images, body } = guide.parsed;
  const count = guide.parsed.words;
  if (count < words.least || count > words.most)
    report('error', 'length', 0, `The guide has ${count} words; ${words.least} to ${words.most} are read to the end.`);
  if (meta.status === 'draft' && meta.approvedBy !== null)
    report('error', 'approval-draft', 1, 'A draft names nobody who approved it.', 'approved_by');
  const first = outline[0]?.block ?? blocks.length;
  const opening = blocks.slice(0, first).map(({ text }) => text);
  if (!opening.some((text) => /\bAs at \d{1,2} \p{Lu}\p{L}+ \d{4}\b/u.test(text)))
    report('error', 'as-at', 0, 'The opening says the day of its facts: "As at 22 November 2026."');
  const tops = outline.filter(({ level }) => level === 2).map(({ text }) => text);
  for (const name of ends) if (!tops.includes(name)) report('error', 'section-missing', 0, `There is no section ${quote(name)}.`);
  const tasks = blocks.filter(({ kind }) => kind === 'task').length;
  if (tasks < leastTasks) report('error', 'checklist-short', 0, `The checklist has ${tasks} tasks; ${leastTasks} or more can be ticked.`);
  const next = outline.find(({ level, text }) => level === 2 && text === 'Read next');
  const nextLine = next ? (blocks[next.block]?.lines[0] ?? 0) : 0;
  const onwards = links.filter(({ href, line }) => line >= nextLine && classifyLink(href).kind === 'guide');
  if (next && onwards.length === 0) report('error', 'dead-end', nextLine, 'The guide names no other guide to read next.');
  for (const { src, alt, line } of images) {
    if (alt === '') report('error', 'alt-missing', line, `The picture ${quote(src)} has no text alternative.`);
    else if (/^(?:an? |the )?(?:image|picture|photo|diagram|graphic|chart)\b/i.test(alt))
      report('hint', 'alt-redundant', line, 'A screen reader says "image" by itself: begin with what it shows.');
    if (alt.length > longestAlt)
      report('hint', 'alt-long', line, `The text alternative has ${alt.length} characters; say the rest in the text.`);
  }
  if (/\[\^[^\]]+\]:/.test(body) && meta.sources.length === 0)
    report('error', 'source-missing', 1, 'The guide has footnotes and no sources.', 'sources');
};
