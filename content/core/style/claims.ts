// What a guide says is so, and where from: every source is used and every footnote is a source; what binds names what binds.
import type { Block, CalloutKind } from '../guide/model.ts';
import { quote } from '../guide/problem.ts';
import type { StyledGuide, StyleRule } from './model.ts';

export const checkClaims: StyleRule = (guide, report) => {
  const { meta, blocks } = guide.parsed;
  const used = footnotesIn(guide);
  const known = new Map(meta.sources.map((source) => [source.id, source]));
  for (const [label, line] of used)
    if (!known.has(label)) report('error', 'source-missing', line, `The footnote ${quote(label)} is no source of this guide.`, 'sources');
  for (const { id } of meta.sources)
    if (!used.has(id)) report('error', 'source-unused', 1, `Nothing in the text points to the source ${quote(id)}.`, 'sources');
  for (const { id, mark } of meta.sources) {
    if (mark === null) report('error', 'source-unmarked', 1, `The source ${quote(id)} has no mark.`, 'sources');
    else if (mark === 'C')
      report('error', 'source-general', 1, `The source ${quote(id)} is general knowledge, which is no source.`, 'sources');
  }
  for (const callout of calloutsIn(blocks)) {
    if (callout.kind !== 'must' && callout.kind !== 'should') continue;
    if (hasFootnote(guide, callout.lines) || (callout.kind === 'must' && namesLaw.test(callout.text))) continue;
    report(
      'error',
      'callout-unsourced',
      callout.lines[0],
      callout.kind === 'must' ? 'A "must" names the law or the national standard that binds.' : 'A "should" says who advises it.',
    );
  }
  for (const block of blocks) {
    if (block.callout === 'must' || block.kind === 'footnote' || block.kind === 'code') continue;
    // "Must:" names the callout.
    if (/\bmust(?:n[’']t)?\b(?!:)/iu.test(withoutQuotes(block.text)))
      report('error', 'must-outside', block.lines[0], '"Must" is kept for the callout of that name: say what to do instead.');
  }
};

/** Label of each footnote that the text points to, with the line of its first use. */
export function footnotesIn({ parsed }: StyledGuide): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  parsed.body.split('\n').forEach((line, at) => {
    for (const { 1: label = '' } of line.matchAll(/\[\^([^\]\s]{1,60})\](?!:)/g))
      if (!found.has(label)) found.set(label, parsed.bodyLine + at);
  });
  return found;
}

const namesLaw = /\b(?:Acts?|Regulations?|Measure|Order|Standards?|Code) (?:\d{4}|of \d{4})|\b\p{Lu}\p{L}+ Act\b/u;

interface Callout {
  readonly kind: CalloutKind;
  readonly text: string;
  readonly lines: readonly [number, number];
}

/** Blocks of one kind that follow each other line by line are one callout. */
function calloutsIn(blocks: readonly Block[]): readonly Callout[] {
  const found: Callout[] = [];
  for (const { callout, text, lines } of blocks) {
    if (callout === null) continue;
    const open = found.at(-1);
    if (open && open.kind === callout && lines[0] - open.lines[1] <= 2)
      found[found.length - 1] = { kind: callout, text: `${open.text}\n${text}`, lines: [open.lines[0], lines[1]] };
    else found.push({ kind: callout, text, lines });
  }
  return found;
}

function hasFootnote({ parsed }: StyledGuide, [from, to]: readonly [number, number]): boolean {
  const lines = parsed.body.split('\n').slice(Math.max(0, from - parsed.bodyLine), to - parsed.bodyLine + 1);
  return lines.some((line) => /\[\^[^\]\s]+\]/.test(line));
}

const withoutQuotes = (text: string): string => text.replace(/“[^”]*”|"[^"]*"|[‘'][^’']*[’']/gu, ' ');
