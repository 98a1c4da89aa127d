// A guide's source -> the tree that copies are written from. Walks the tokens of the one parser, so that a copy has the words of
// the page and no others; links and pictures pass the same allow-list as on the page. Never throws.
import { analyse } from '../guide/blocks.ts';
import { imageName } from '../guide/links.ts';
import type { CalloutKind } from '../guide/model.ts';
import { parseGuide } from '../guide/parse.ts';
import type { CopyDocument, CopyItem, CopyPart, CopyRuns, CopyTable } from './model.ts';
import { runsOf } from './runs.ts';

type Tokens = ReturnType<typeof analyse>['tokens'];
type Token = Tokens[number];

/** @param source a whole file with its front matter */
export function copyDocument(source: string): CopyDocument {
  const { meta, body, images } = parseGuide(source, '');
  const { tokens, outline } = analyse(body);
  const reader = createReader(
    tokens,
    outline.map(({ slug }) => slug),
  );
  const parts = reader.parts(null);
  const pictures = new Set(images.flatMap(({ src }) => imageName(src) ?? []));
  return { meta, parts, notes: reader.notes, tables: named(reader.tables), pictures: [...pictures] };
}

function createReader(tokens: Tokens, slugs: readonly string[]) {
  let at = 0;
  let heading = '';
  const notes: (readonly CopyPart[])[] = [];
  const tables: { heading: string; table: CopyTable }[] = [];
  const runs = (token: Token | undefined): CopyRuns => runsOf(token?.children ?? [], slugs);

  /** Parts up to the token that closes what they stand in, which is passed. */
  const parts = (close: string | null): CopyPart[] => {
    const out: CopyPart[] = [];
    while (at < tokens.length) {
      const token = tokens[at] as Token;
      at += 1;
      if (token.type === close) break;
      const made = part(token);
      if (made) out.push(made);
    }
    return out;
  };

  const part = (token: Token): CopyPart | null => {
    switch (token.type) {
      case 'heading_open': {
        const words = runs(tokens[at]);
        heading = (tokens[at]?.children ?? []).map((child) => (child.type === 'softbreak' ? ' ' : child.content)).join('');
        at += 2;
        return { is: 'heading', level: Number(token.meta?.level ?? 2), slug: String(token.meta?.slug ?? ''), runs: words };
      }
      case 'paragraph_open': {
        const words = runs(tokens[at]);
        at += 2;
        return { is: 'paragraph', runs: words };
      }
      case 'fence':
      case 'code_block':
        return { is: 'code', text: token.content.replace(/\n$/, '') };
      case 'hr':
        return { is: 'rule' };
      case 'bullet_list_open':
        return { is: 'list', ordered: false, start: 1, items: items('bullet_list_close') };
      case 'ordered_list_open':
        return { is: 'list', ordered: true, start: startOf(token), items: items('ordered_list_close') };
      case 'blockquote_open':
        return quote(token);
      case 'table_open':
        return table();
      case 'footnote_open':
        notes[Number(token.meta?.number) - 1] = parts('footnote_close');
        return null;
      default:
        return null;
    }
  };

  const items = (close: string): readonly CopyItem[] => {
    const out: CopyItem[] = [];
    while (at < tokens.length && tokens[at]?.type !== close) {
      const token = tokens[at] as Token;
      at += 1;
      if (token.type === 'list_item_open')
        out.push({ done: token.meta?.task ? Boolean(token.meta.done) : null, parts: parts('list_item_close') });
    }
    at += 1;
    return out;
  };

  const quote = (token: Token): CopyPart => {
    const callout = (token.meta?.callout as CalloutKind | undefined) ?? null;
    let title: CopyRuns = [];
    if (tokens[at]?.type === 'callout_title_open') {
      title = runs(tokens[at + 1]);
      at += 3;
    }
    return { is: 'quote', callout, title, parts: parts('blockquote_close') };
  };

  const table = (): CopyTable => {
    const rows: CopyRuns[][] = [];
    const aligns: CopyTable['aligns'][number][] = [];
    while (at < tokens.length && tokens[at]?.type !== 'table_close') {
      const token = tokens[at] as Token;
      at += 1;
      if (token.type === 'tr_open') rows.push([]);
      else if (token.type === 'th_open') aligns.push(alignOf(token));
      else if (token.type === 'inline') rows.at(-1)?.push(runs(token));
    }
    at += 1;
    const columns = Math.max(1, ...rows.map((row) => row.length));
    const squared = rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => [])]);
    const made: CopyTable = { is: 'table', nth: tables.length, rows: squared, aligns };
    tables.push({ heading: heading.replace(/\s+/g, ' ').trim(), table: made });
    return made;
  };

  return { parts, notes, tables };
}

/** By its heading; the second of a section says that it is. The name is "" where no heading stands before it. */
function named(tables: readonly { heading: string; table: CopyTable }[]): CopyDocument['tables'] {
  const seen = new Map<string, number>();
  return tables.map(({ heading, table }) => {
    const before = seen.get(heading) ?? 0;
    seen.set(heading, before + 1);
    return { name: before === 0 || heading === '' ? heading : `${heading} (${before + 1})`, table };
  });
}

function startOf(token: Token): number {
  const start = Number(token.attrGet('start') ?? 1);
  return Number.isSafeInteger(start) && start >= 0 ? start : 1;
}

function alignOf(token: Token): CopyTable['aligns'][number] {
  const align = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
  return align === 'left' || align === 'center' || align === 'right' ? align : null;
}
