// `summary.html` in a bundle: a suggestion as one page that needs nothing else, for whoever has no National Guides. No script,
// no picture, a policy that keeps it so; everything that anybody wrote is escaped. The same suggestion gives the same bytes.
import type { DiffPart } from '../../../content/core/lineage/diff-words.ts';
import { isLink } from '../../../content/core/suggestion/bounds.ts';
import type { Evidence, Suggestion } from '../../../content/core/suggestion/model.ts';
import type { KeptSuggestion } from '../../../electron/ipc/suggestion-replies.ts';
import { leaveFilesText as text } from '../../text/suggest-leave-files.ts';
import { type Summary, type SummaryChange, summaryOf } from './summary-model.ts';

/** A whole document in UTF-8. */
export const summaryHtml = ({ draft }: Pick<KeptSuggestion, 'draft'>): string => pageOf([draft.suggestion]);

/** Several on one page, in this order. */
export const pageOf = (suggestions: readonly Suggestion[]): string => pageOfSummaries(suggestions.map(summaryOf));

export function pageOfSummaries(all: readonly Summary[]): string {
  const title = all.length === 1 ? (all[0]?.title ?? '') : text.many(all.length);
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
${all.length === 1 ? '' : `<p class="many">${escapeHtml(title)}</p>\n`}${all.map(articleOf).join('')}<footer><p>${escapeHtml(text.foot)}</p></footer>
</main>
</body>
</html>
`;
}

function articleOf(summary: Summary): string {
  const { title, intro, facts, why, passage, changesLabel, changes, evidence } = summary;
  const rows = facts.map(([label, words]) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(words)}</dd></div>`).join('');
  return `<article>
<h1>${escapeHtml(title)}</h1>
<p class="soft">${escapeHtml(intro)}</p>
<dl>${rows}</dl>
${why === null ? '' : `<h2>${escapeHtml(why.label)}</h2>\n<p class="said">${escapeHtml(why.text)}</p>\n`}${
  passage === null ? '' : `<h2>${escapeHtml(text.passage)}</h2>\n<blockquote class="said">${escapeHtml(passage)}</blockquote>\n`
}${changes.length === 0 ? '' : `<h2>${escapeHtml(changesLabel)}</h2>\n${changes.map(changeHtml).join('')}`}<h2>${escapeHtml(text.evidence)}</h2>
${evidence.length === 0 ? `<p class="soft">${escapeHtml(text.noEvidence)}</p>` : `<ol>${evidence.map((item) => `<li class="said">${evidenceHtml(item)}</li>`).join('')}</ol>`}
</article>
`;
}

function changeHtml({ head, parts, notes }: SummaryChange): string {
  const said = notes.length === 0 ? '' : `<ul class="soft">${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('')}</ul>\n`;
  return `<section class="change">\n<h3>${escapeHtml(head)}</h3>\n<p class="said">${parts.map(partHtml).join('')}</p>\n${said}</section>\n`;
}

// Words beside the marks, for ears: screen readers say nothing of strikes and underlines.
const hidden = (words: string): string => `<span class="ear"> ${escapeHtml(words)} </span>`;

function partHtml({ kind, text: words }: DiffPart): string {
  const said = escapeHtml(words);
  if (kind === 'same') return said;
  const [tag, verb] = kind === 'removed' ? (['del', text.deletes] as const) : (['ins', text.inserts] as const);
  return `${hidden(verb)}<${tag}>${said}</${tag}>${hidden(text.ends)}`;
}

function evidenceHtml(item: Evidence): string {
  if (item.kind === 'text') return escapeHtml(item.text.trim());
  if (item.kind === 'file') return escapeHtml(text.file(item.name, item.bytes));
  const href = escapeHtml(item.href);
  return isLink(item.href) ? `<a href="${href}" rel="noopener noreferrer">${href}</a>` : href;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Signs that turn the direction of text would let words be read that are not there: they are shown as a box. */
const escapeHtml = (words: string): string =>
  words.replace(/[\u202a-\u202e\u2066-\u2069]/g, '\ufffd').replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

// Colours of the app's paper and ink. A deletion is struck through, an insertion underlined: no colour is needed to tell them.
const style = `
:root{color-scheme:light dark;--ink:light-dark(#14181d,#e8eaed);--soft:light-dark(#525b66,#a4adb8);--paper:light-dark(#fbfaf7,#14171b);--line:light-dark(#c9c4b8,#3c444e);--link:light-dark(#1f4e8c,#8fb8f0);--out:light-dark(#9b1c31,#ff9aa8);--in:light-dark(#2f6b3a,#8fd19e)}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,"Segoe UI",sans-serif}
main{max-width:44rem;margin:0 auto;padding:2rem 1.25rem 4rem;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25}
h1{margin:0 0 .5rem}
h2{margin:2rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
h3{margin:1.25rem 0 .25rem;font-size:1rem}
a{color:var(--link)}
article+article{margin-top:4rem;border-top:3px solid var(--line);padding-top:2rem}
dl{margin:1rem 0}
dl div{display:flex;gap:.5em}
dt{flex:none;min-width:6.5em;color:var(--soft)}
dd{margin:0}
.said{white-space:pre-wrap;margin:.25rem 0}
.soft,footer{color:var(--soft)}
blockquote{padding-left:1rem;border-left:4px solid var(--line)}
del{color:var(--out);text-decoration:line-through}
ins{color:var(--in);text-decoration:underline;text-underline-offset:.15em}
.ear{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{margin-top:3rem;border-top:1px solid var(--line);font-size:.9375rem}
@media (forced-colors:active){del,ins{color:CanvasText}}
@media print{:root{color-scheme:light}body{background:none;font-size:10.5pt}main{max-width:none;padding:0}.change{break-inside:avoid}h2,h3{break-after:avoid}article+article{break-before:page;border:0}}
@page{margin:18mm 16mm}
`;
