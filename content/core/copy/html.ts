// A guide as one web page that can be read alone: style and pictures inside, no script, nothing asked of any network, and a content
// policy that says so. Every tag is spelled in this file; what the guide holds only fills text and escaped values.
import { escapeHtml } from '../guide/render-inline.ts';
import { cleanText } from './clean.ts';
import { factsOf, say, sourceLines } from './facts.ts';
import { pageStyle } from './html-style.ts';
import type { CopyDocument, CopyItem, CopyList, CopyOrigin, CopyPart, CopyRun, CopyRuns, CopyTable, CopyWords, TextRun } from './model.ts';
import { linkNote, linkWords } from './runs.ts';

export interface HtmlPorts {
  readonly origin: CopyOrigin;
  readonly words: CopyWords;
  /** A `data:` address; null where the picture is not there. */
  readonly picture: (src: string) => { readonly url: string; readonly width: number; readonly height: number } | null;
}

const text = (words: string): string => escapeHtml(cleanText(words));

export function htmlOf(document: CopyDocument, ports: HtmlPorts): string {
  const { meta, notes } = document;
  const { origin, words } = ports;
  const told = (name: string): string => text(say(words, name));
  const writer = createWriter(document, ports);
  const facts = factsOf(document, origin, words).map((fact) => `<dt>${text(fact.label)}</dt><dd>${text(fact.text)}</dd>`);
  const sources = sourceLines(document, words).map(
    ({ id, text: line, url }) => `<li>${text(id)}: ${url === null ? text(line) : link(url, text(line))}</li>`,
  );
  const section = (name: string, inner: string): string => `<section class="${name}"><h2>${told(name)}</h2>\n${inner}</section>\n`;
  return `<!doctype html>
<html lang="${text(meta.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline';img-src data:">
<meta name="referrer" content="no-referrer">
<title>${text(meta.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>${text(meta.title)}</h1>
${meta.summary === '' ? '' : `<p class="summary">${text(meta.summary)}</p>\n`}<dl class="facts">${facts.join('')}</dl>
${writer.parts(document.parts)}${notes.length === 0 ? '' : section('notes', `<ol>\n${notes.map(writer.note).join('')}</ol>\n`)}${
  sources.length === 0 ? '' : section('sources', `<ul>\n${sources.join('\n')}\n</ul>\n`)
}</main>
</body>
</html>
`;
}

const link = (href: string, inner: string): string => `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${inner}</a>`;

function createWriter({ tables }: CopyDocument, { origin, words, picture }: HtmlPorts) {
  const told = (name: string): string => text(say(words, name));
  const mentioned = new Map<number, number>();

  const mention = (number: number): string => {
    const use = (mentioned.get(number) ?? 0) + 1;
    mentioned.set(number, use);
    return `<sup><a id="ref-${number}-${use}" href="#note-${number}">${number}</a></sup>`;
  };
  const image = ({ src, alt }: Extract<CopyRun, { is: 'picture' }>): string => {
    const found = src === null ? null : picture(src);
    if (found === null) return `[${told('picture')}: ${text(alt)}]`;
    return `<img src="${escapeHtml(found.url)}" alt="${text(alt)}" width="${Math.trunc(found.width)}" height="${Math.trunc(found.height)}">`;
  };
  const marked = (run: TextRun): string => {
    let html = text(run.text);
    if (run.code) html = `<code>${html}</code>`;
    if (run.struck) html = `<s>${html}</s>`;
    if (run.italic) html = `<em>${html}</em>`;
    return run.bold ? `<strong>${html}</strong>` : html;
  };
  const runs = (all: CopyRuns): string =>
    all
      .map((run, at) => {
        if (run.is === 'break') return '<br>\n';
        if (run.is === 'note') return mention(run.number);
        if (run.is === 'picture') return image(run);
        const inner = marked(run);
        if (run.link === null) return inner;
        if (run.link.to === 'web') return link(run.link.url, inner);
        if (run.link.to === 'here') return `<a href="#${text(`h-${run.link.slug}`)}">${inner}</a>`;
        const next = all[at + 1];
        const isEnd = !(next?.is === 'text' && next.link === run.link);
        return isEnd ? `${inner}${text(linkNote(run.link, linkWords(all, at, run.link), origin.titles))}` : inner;
      })
      .join('');

  const list = ({ ordered, start, items }: CopyList): string => {
    const isTasks = !ordered && items.length > 0 && items.every(({ done }) => done !== null);
    const [open, close] = ordered
      ? [`<ol${start === 1 ? '' : ` start="${start}"`}>`, '</ol>']
      : [isTasks ? '<ul class="tasks">' : '<ul>', '</ul>'];
    return `${open}\n${items.map((item) => `<li class="tight">${listItem(item, isTasks)}</li>\n`).join('')}${close}\n`;
  };
  const listItem = ({ done, parts: inner }: CopyItem, isTasks: boolean): string => {
    const html = parts(inner);
    if (done === null) return html;
    // Nobody keeps what is ticked here: on paper and in a mail it is a box to tick.
    const box = `<input type="checkbox" aria-label="${told('task')}"${done ? ' checked' : ''}>`;
    return isTasks ? `${box}<div class="tight">${html}</div>` : `${box} ${html}`;
  };
  const table = ({ nth, rows, aligns }: CopyTable): string => {
    const [head = [], ...body] = rows;
    const name = text(tables[nth]?.name || told('table'));
    const alignAt = (at: number): string => (aligns[at] === 'right' || aligns[at] === 'center' ? ` class="${aligns[at]}"` : '');
    const ths = head.map((cell, at) => `<th scope="col"${alignAt(at)}>${runs(cell)}</th>`).join('');
    const trs = body.map((row) => `<tr>${row.map((cell, at) => `<td${alignAt(at)}>${runs(cell)}</td>`).join('')}</tr>\n`).join('');
    return `<div class="table" role="region" tabindex="0" aria-label="${name}"><table>\n<thead><tr>${ths}</tr></thead>\n<tbody>\n${trs}</tbody>\n</table></div>\n`;
  };
  const part = (one: CopyPart): string => {
    switch (one.is) {
      case 'heading':
        return `<h${one.level} id="${text(`h-${one.slug}`)}">${runs(one.runs)}</h${one.level}>\n`;
      case 'paragraph':
        return `<p>${runs(one.runs)}</p>\n`;
      case 'code':
        return `<pre tabindex="0"><code>${text(one.text)}</code></pre>\n`;
      case 'rule':
        return '<hr>\n';
      case 'list':
        return list(one);
      case 'table':
        return table(one);
      case 'quote': {
        if (one.callout === null) return `<blockquote>\n${parts(one.parts)}</blockquote>\n`;
        const label = `${told(`callout-${one.callout}`)}${one.title.length === 0 ? '' : `: ${runs(one.title)}`}`;
        return `<aside class="callout callout-${one.callout}">\n<p class="label">${label}</p>\n${parts(one.parts)}</aside>\n`;
      }
    }
  };
  const parts = (all: readonly CopyPart[]): string => all.map(part).join('');
  return {
    parts,
    note: (inner: readonly CopyPart[], at: number): string =>
      `<li id="note-${at + 1}" class="tight">${parts(inner)}<a href="#ref-${at + 1}-1" aria-label="${told('back')}">↩</a></li>\n`,
  };
}
