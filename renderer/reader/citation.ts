// A quotation with its source, as plain text and as html, for duty logs, emails and Word. The html holds escaped
// text and six tags of ours.
import type { GuideId } from '../../content/core/base/ids.ts';
import type { GuideStatus } from '../../content/core/guide/model.ts';
import { longDay } from '../text/dates.ts';
import { statusWords } from '../text/names.ts';
import { deepLink } from './deep-link.ts';

export interface Quoted {
  readonly quote: string;
  readonly guide: GuideId;
  readonly title: string;
  /** Heading over the quotation; null above the first heading. */
  readonly section: string | null;
  readonly version: string;
  readonly status: GuideStatus;
  readonly pack: string;
  readonly group: string;
  /** ISO day of the edition. */
  readonly edition: string;
  readonly demo: boolean;
  readonly block: string | null;
}

// The contract's bound on the clipboard, with room for the source.
const longestQuote = 90_000;

export function cite(quoted: Quoted): { readonly text: string; readonly html: string } {
  const quote = tidy(quoted.quote);
  const source = sourceLine(quoted);
  const link = deepLink(quoted.guide, quoted.block);
  return {
    text: `“${quote}”\n${source}\n${link}\n`,
    html: `<blockquote>${quote
      .split('\n')
      .map((line) => `<p>${escapeHtml(line)}</p>`)
      .join('')}</blockquote><p><cite>${escapeHtml(source)}</cite><br>${escapeHtml(link)}</p>`,
  };
}

/** "House rules, section “Hide or delete”, version 0.1 (draft), Facebook, edition of 22 November 2026, owner." */
export function sourceLine(quoted: Quoted): string {
  const state = quoted.status === 'approved' ? '' : ` (${statusWords[quoted.status].toLowerCase()})`;
  const parts = [
    quoted.title,
    quoted.section === null || quoted.section === quoted.title ? '' : `section “${quoted.section}”`,
    `version ${quoted.version}${state}`,
    `edition of ${longDay(quoted.edition)}${quoted.demo ? ' (demonstration)' : ''}`,
    quoted.group,
  ].filter((part) => part !== '');
  return `National Guides, ${quoted.pack}: ${parts.join(', ')}.`;
}

/** Single line breaks, no spaces at the ends, no quotation marks around the whole. */
function tidy(quote: string): string {
  return quote
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[\t \u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, longestQuote);
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '');
