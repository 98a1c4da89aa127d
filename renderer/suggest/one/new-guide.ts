// The text of a guide that is missing: what it begins with, and the whole of it from its parts.
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { idFromText } from '../../../content/core/guide/names-from-path.ts';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { splitSource } from '../../../content/core/guide/split.ts';
import { writeFrontMatter } from '../../../content/core/guide/write-front-matter.ts';
import { missingGuideText } from '../../text/suggest-list.ts';
import { withHead } from '../page/head-fields.ts';

/** A draft with the headings that most guides have; what the group decides (dates, versions, approval) stays empty. */
export function templateOf(title: string, channel: ChannelId): string {
  const { meta } = parseGuide(`---\ntitle: x\n---\n`, '', { mode: 'lenient' });
  const front = writeFrontMatter({ ...meta, id: idFromText(title), title, channel, status: 'draft' });
  const { headings, fill } = missingGuideText;
  return `${front}\n${headings.map((heading) => `## ${heading}\n\n${fill}\n`).join('\n')}`;
}

/** The text below the front matter, without the empty lines before it. */
export const bodyOf = (source: string): string => splitSource(source).body.replace(/^\n+/, '');

/** The same guide with another text. */
export function withBody(source: string, body: string): string {
  const old = bodyOf(source);
  return source.slice(0, source.length - old.length) + body;
}

export const withTitle = (source: string, title: string): string => withHead(source, 'title', title);
export const withSummary = (source: string, summary: string): string => withHead(source, 'summary', summary);
