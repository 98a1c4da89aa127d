// Exported notes as one web page that needs nothing else: its own style, also for paper, no script, no picture, and a
// policy that keeps it so wherever it is opened. Everything that anybody wrote is escaped.
import { renderLight } from '../../content/core/guide/render-light.ts';
import { exportText } from '../text/notes-files.ts';
import type { ExportedNote, ExportedNotes } from './export-model.ts';

/** A whole document in UTF-8. */
export function exportHtml({ title, intro, guides }: ExportedNotes): string {
  const contents =
    guides.length < 2
      ? ''
      : `<nav aria-label="${escapeHtml(exportText.contents)}"><h2>${escapeHtml(exportText.contents)}</h2><ul>${guides
          .map((guide) => `<li><a href="#guide-${guide.guide}">${escapeHtml(guide.title)}</a></li>`)
          .join('')}</ul></nav>\n`;
  const body = guides
    .map(
      (guide) =>
        `<section id="guide-${guide.guide}" aria-labelledby="title-${guide.guide}">\n<h2 id="title-${guide.guide}">${escapeHtml(guide.title)}</h2>\n${guide.sections
          .map(({ heading, notes }) => `<h3>${escapeHtml(heading)}</h3>\n${notes.map(noteHtml).join('')}`)
          .join('')}</section>\n`,
    )
    .join('');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(intro)}</p>
${contents}${body}</main>
</body>
</html>
`;
}

function noteHtml(note: ExportedNote): string {
  const facts = [...note.facts, [exportText.link, note.link] as const];
  const before = note.before === null ? '' : `<p class="soft">${escapeHtml(exportText.before)}</p>\n${quoteHtml(note.before, 'old')}`;
  // Other guides are not at hand where this page is read: links to them stay words.
  const words = note.words.trim() === '' ? '' : `<div class="words">${renderLight(note.words, { hasGuide: () => false })}</div>\n`;
  return `<article>\n${quoteHtml(note.quote, note.highlight)}${before}${words}<dl>${facts
    .map(([label, said]) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(said)}</dd></div>`)
    .join('')}</dl>\n</article>\n`;
}

function quoteHtml(quote: string, kind: string): string {
  const lines = quote.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return `<blockquote class="${kind}">${lines.map((line) => `<p>${escapeHtml(line.replace(/\t/g, ' · ').trim())}</p>`).join('')}</blockquote>\n`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

// Colours of the app's own highlights; the kind is told by its word too. Paper: one note is not torn in two.
const style = `
:root{color-scheme:light dark;--ink:light-dark(#14181d,#e8eaed);--soft:light-dark(#525b66,#a4adb8);--paper:light-dark(#fbfaf7,#14171b);--line:light-dark(#c9c4b8,#3c444e);--link:light-dark(#1f4e8c,#8fb8f0)}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,"Segoe UI",sans-serif}
main{max-width:44rem;margin:0 auto;padding:2rem 1.25rem 4rem;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25}
h2{margin-top:2.5rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
a{color:var(--link)}
article{margin:1.25rem 0;padding-bottom:1.25rem;border-bottom:1px solid var(--line)}
blockquote{margin:0 0 .75rem;padding:.15rem 0 .15rem 1rem;border-left:5px solid var(--line)}
blockquote p{margin:.25rem 0}
.important{border-left-color:light-dark(#8a5300,#f2be6a)}
.do{border-left-color:light-dark(#2f6b3a,#8fd19e);border-left-style:dashed}
.ask{border-left-color:light-dark(#1f4e8c,#8fb8f0);border-left-style:dotted}
.local{border-left-color:light-dark(#8c2f62,#f0a8cd);border-left-style:double}
.old{color:var(--soft)}
.soft{margin:.5rem 0 .25rem;color:var(--soft)}
.words{margin:.75rem 0}
dl{margin:0;color:var(--soft);font-size:.9375rem}
dl div{display:flex;gap:.5em}
dt{flex:none}
dt::after{content:":"}
dd{margin:0}
@media print{:root{color-scheme:light}body{background:none;font-size:10.5pt}main{max-width:none;padding:0}article{break-inside:avoid}h2,h3{break-after:avoid}nav{display:none}}
@page{margin:18mm 16mm}
`;
