// Text inside a block as runs of the same look, and as plain words. Refused links leave their words; a link to a place of this
// guide that is not there does too.
import { classifyLink, imageName } from '../guide/links.ts';
import type { CopyLink, CopyRun, CopyRuns, TextRun } from './model.ts';

/** What is read of the parser's tokens. */
interface InlineToken {
  readonly type: string;
  readonly tag: string;
  readonly nesting: number;
  readonly content: string;
  readonly meta: unknown;
  readonly children: readonly InlineToken[] | null;
  attrGet(name: string): string | number | null;
}

/** @param slugs headings that a link to this guide may lead to */
export function runsOf(tokens: readonly InlineToken[], slugs: readonly string[]): CopyRuns {
  const runs: CopyRun[] = [];
  const open = { strong: 0, em: 0, s: 0 };
  const links: (CopyLink | null)[] = [];
  const add = (text: string, code = false): void => {
    if (text === '') return;
    const look = { bold: open.strong > 0, italic: open.em > 0, struck: open.s > 0, code, link: links.at(-1) ?? null };
    const last = runs.at(-1);
    if (last?.is === 'text' && isSame(last, look)) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ is: 'text', text, ...look });
  };
  for (const token of tokens) {
    if (token.type === 'text') add(token.content);
    else if (token.type === 'softbreak') add(' ');
    else if (token.type === 'hardbreak') runs.push({ is: 'break' });
    else if (token.type === 'code_inline') add(token.content, true);
    else if (token.type === 'image') runs.push({ is: 'picture', src: imageName(String(token.attrGet('src') ?? '')), alt: altOf(token) });
    else if (token.type === 'footnote_ref') runs.push({ is: 'note', number: Number((token.meta as { id?: number } | null)?.id) + 1 });
    else if (token.type === 'link_open') links.push(linkOf(String(token.attrGet('href') ?? ''), slugs));
    else if (token.type === 'link_close') links.pop();
    else if (isMark(token.tag) && token.nesting !== 0) open[token.tag] += token.nesting;
    else if (token.nesting === 0) add(token.content);
  }
  return runs;
}

const isMark = (tag: string): tag is 'strong' | 'em' | 's' => tag === 'strong' || tag === 'em' || tag === 's';

const isSame = (run: TextRun, look: Omit<TextRun, 'is' | 'text'>): boolean =>
  run.bold === look.bold && run.italic === look.italic && run.struck === look.struck && run.code === look.code && run.link === look.link;

function altOf(token: InlineToken): string {
  return (token.children ?? [])
    .map((child) => (child.type === 'image' ? altOf(child) : child.type === 'softbreak' ? ' ' : child.content))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function linkOf(href: string, slugs: readonly string[]): CopyLink | null {
  const target = classifyLink(href);
  if (target.kind === 'web' || target.kind === 'mail') return { to: 'web', url: target.url };
  if (target.kind === 'guide') return { to: 'guide', guide: target.guide };
  return target.kind === 'here' && slugs.includes(target.target) ? { to: 'here', slug: target.target } : null;
}

export interface PlainPorts {
  /** Words after those of a link, "" for none. @param said the link's words */
  readonly link: (link: CopyLink, said: string) => string;
  readonly picture: (alt: string) => string;
  readonly note: (number: number) => string;
  readonly lineBreak: string;
}

/** Runs as words without a look; what a link leads to comes after its words, once. */
export function plainRuns(runs: CopyRuns, ports: PlainPorts): string {
  let out = '';
  runs.forEach((run, index) => {
    if (run.is === 'break') out += ports.lineBreak;
    else if (run.is === 'picture') out += ports.picture(run.alt);
    else if (run.is === 'note') out += ports.note(run.number);
    else {
      out += run.text;
      const next = runs[index + 1];
      if (run.link && !(next?.is === 'text' && next.link === run.link)) out += ports.link(run.link, linkWords(runs, index, run.link));
    }
  });
  return out;
}

/** The words of a link that ends at `index`. */
export function linkWords(runs: CopyRuns, index: number, link: CopyLink): string {
  let said = '';
  for (let at = index; at >= 0; at -= 1) {
    const run = runs[at];
    if (run?.is !== 'text' || run.link !== link) break;
    said = run.text + said;
  }
  return said;
}

export const guideAddress = (guide: string): string => `guides://guide/${guide}`;

/** What is said after a link's words where a link cannot be followed; "" where the words say it already. */
export function linkNote(link: CopyLink, said: string, titles: Readonly<Record<string, string>>): string {
  if (link.to === 'here') return '';
  if (link.to === 'web') return isSaid(link.url.replace(/^mailto:/i, ''), said) ? '' : ` (${link.url.replace(/^mailto:/i, '')})`;
  const title = Object.hasOwn(titles, link.guide) ? titles[link.guide] : undefined;
  const address = guideAddress(link.guide);
  return title === undefined || isSaid(title, said) ? ` (${address})` : ` (“${title}”, ${address})`;
}

const isSaid = (words: string, said: string): boolean => said.trim().toLowerCase() === words.toLowerCase();
