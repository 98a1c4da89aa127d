// Words inside a paragraph of a copy in Word: look, links, line breaks, pictures with their words for who cannot see them, real
// footnotes. What Word's XML cannot hold is replaced by a sign for it.
import * as docx from 'docx';
import type { CopyLink, CopyRun, CopyRuns, TextRun } from '../core/copy/model.ts';
import { linkNote, linkWords } from '../core/copy/runs.ts';
import { clean } from './word-text.ts';

export type Child = docx.ParagraphChild;

/** What Word can show. A drawing comes with a bitmap of it: older ones know no drawings. */
export interface WordPicture {
  readonly type: 'png' | 'jpg';
  readonly bytes: Uint8Array;
  /** The drawing itself, where it is one. */
  readonly svg: Uint8Array | null;
  /** Pixels of the page, 96 to the inch. */
  readonly width: number;
  readonly height: number;
}

export interface RunPorts {
  readonly say: (name: string) => string;
  readonly titles: Readonly<Record<string, string>>;
  readonly picture: (src: string) => WordPicture | null;
  /** Name of the place in the document; null where it has none. */
  readonly place: (slug: string) => string | null;
  /** The note's own mark for a number; null: the number alone is written. */
  readonly note: (number: number) => Child | null;
}

export interface Look {
  readonly bold?: boolean;
}

/** Pixels between the margins of an A4 sheet. */
const room = { width: 640, height: 860 } as const;

export function createRunWriter(ports: RunPorts): (runs: CopyRuns, look?: Look) => Child[] {
  const words = (run: TextRun, look: Look, linked: boolean): docx.TextRun =>
    new docx.TextRun({
      text: clean(run.text),
      ...(run.bold || look.bold ? { bold: true } : {}),
      ...(run.italic ? { italics: true } : {}),
      ...(run.struck ? { strike: true } : {}),
      ...(run.code ? { font: 'Courier New' } : {}),
      ...(linked ? { style: 'Hyperlink' } : {}),
    });

  const linked = (run: TextRun, link: CopyLink, look: Look): Child => {
    if (link.to === 'web') return new docx.ExternalHyperlink({ link: link.url, children: [words(run, look, true)] });
    const place = link.to === 'here' ? ports.place(link.slug) : null;
    return place === null ? words(run, look, false) : new docx.InternalHyperlink({ anchor: place, children: [words(run, look, true)] });
  };

  const picture = ({ src, alt }: Extract<CopyRun, { is: 'picture' }>): Child => {
    const found = src === null ? null : ports.picture(src);
    if (!found) return new docx.TextRun({ text: clean(`[${ports.say('picture')}: ${alt}]`), italics: true });
    const scale = Math.min(1, room.width / found.width, room.height / found.height);
    const bitmap = { type: found.type, data: found.bytes };
    return new docx.ImageRun({
      ...(found.svg === null ? bitmap : { type: 'svg', data: found.svg, fallback: bitmap }),
      transformation: { width: Math.max(1, Math.round(found.width * scale)), height: Math.max(1, Math.round(found.height * scale)) },
      altText: { name: clean(src ?? ''), title: '', description: clean(alt) },
    });
  };

  return (runs, look = {}) =>
    runs.flatMap((run, at): Child[] => {
      if (run.is === 'break') return [new docx.TextRun({ break: 1 })];
      if (run.is === 'picture') return [picture(run)];
      if (run.is === 'note') return [ports.note(run.number) ?? new docx.TextRun({ text: String(run.number), superScript: true })];
      if (run.link === null) return [words(run, look, false)];
      const child = linked(run, run.link, look);
      const next = runs[at + 1];
      if (run.link.to !== 'guide' || (next?.is === 'text' && next.link === run.link)) return [child];
      return [child, new docx.TextRun({ text: clean(linkNote(run.link, linkWords(runs, at, run.link), ports.titles)), ...look })];
    });
}
