// A guide's text as the paragraphs and tables that a word processor knows, each with its runs of formatted words. Knows neither
// Word's file nor what changes; addresses pass the same rules as everywhere (core/guide/links.ts).
import { analyse } from '../core/guide/blocks.ts';
import { classifyLink } from '../core/guide/links.ts';
import type { CalloutKind } from '../core/guide/model.ts';
import { parseGuide } from '../core/guide/parse.ts';

export interface Run {
  /** A line end in it is a break inside the paragraph. */
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  readonly code: boolean;
  /** Raised, as the number of a note is. */
  readonly raised: boolean;
  /** `https:`, `http:` or `mailto:`. */
  readonly link: string | null;
}

export interface ParagraphUnit {
  readonly is: 'paragraph';
  readonly style: 'title' | 'summary' | 'heading' | 'text' | 'callout-title' | 'code' | 'footnote' | 'rule';
  /** Of a heading, 2 to 6; else 0. */
  readonly level: number;
  /** The innermost list it stands in: its depth from 0, and which list of the text it is. */
  readonly list: { readonly depth: number; readonly ordered: boolean; readonly nth: number; readonly isFirst: boolean } | null;
  /** How many quotes and callouts it stands in. */
  readonly quotes: number;
  readonly runs: readonly Run[];
}

export interface TableUnit {
  readonly is: 'table';
  /** The first row is its head; all have the same number of cells. */
  readonly rows: readonly (readonly (readonly Run[])[])[];
}

export type Unit = ParagraphUnit | TableUnit;

export interface UnitWords {
  readonly callout: (kind: CalloutKind) => string;
  readonly picture: string;
}

type Token = ReturnType<typeof analyse>['tokens'][number];

/** @param source a whole file with its front matter. Never throws. */
export function unitsOf(source: string, words: UnitWords): readonly Unit[] {
  const { meta, body } = parseGuide(source, '');
  const head = (style: 'title' | 'summary', text: string): readonly Unit[] => (text === '' ? [] : [paragraph(style, [plainRun(text)])]);
  return [...head('title', meta.title), ...head('summary', meta.summary), ...bodyUnits(body, words)];
}

function bodyUnits(body: string, words: UnitWords): readonly Unit[] {
  const units: Unit[] = [];
  const lists: { ordered: boolean; nth: number }[] = [];
  let [listCount, quotes, note, isFirst] = [0, 0, 0, false];
  let table: (readonly Run[])[][] | null = null;
  let [style, level]: [ParagraphUnit['style'], number] = ['text', 0];
  let mark: readonly Run[] = [];
  const listNow = (): ParagraphUnit['list'] => {
    const list = lists.at(-1);
    return list ? { depth: lists.length - 1, ordered: list.ordered, nth: list.nth, isFirst } : null;
  };
  const add = (kind: ParagraphUnit['style'], runs: readonly Run[], depth = 0): void => {
    units.push({ is: 'paragraph', style: kind, level: depth, list: listNow(), quotes, runs: [...mark, ...runs] });
    [isFirst, mark] = [false, []];
  };
  for (const token of analyse(body).tokens) {
    switch (token.type) {
      case 'heading_open':
        [style, level] = ['heading', Number(token.meta?.level ?? 2)];
        break;
      case 'paragraph_open':
        [style, level] = [note > 0 ? 'footnote' : 'text', 0];
        break;
      case 'callout_title_open':
        [style, level] = ['callout-title', 0];
        break;
      case 'blockquote_open':
        quotes += 1;
        if (token.meta?.callout && !token.meta.titled) add('callout-title', [plainRun(words.callout(token.meta.callout as CalloutKind))]);
        break;
      case 'blockquote_close':
        quotes -= 1;
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        listCount += 1;
        lists.push({ ordered: token.type === 'ordered_list_open', nth: listCount });
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        break;
      case 'list_item_open':
        isFirst = true;
        if (token.meta?.task) mark = [plainRun(token.meta.done ? '☒ ' : '☐ ')];
        break;
      case 'footnote_open':
        note = Number(token.meta?.number);
        mark = [{ ...plainRun(`${note}`), raised: true }, plainRun(' ')];
        break;
      case 'footnote_close':
        note = 0;
        break;
      case 'fence':
      case 'code_block':
        for (const line of token.content.replace(/\n$/, '').split('\n')) add('code', [{ ...plainRun(line), code: true }]);
        break;
      case 'hr':
        add('rule', []);
        break;
      case 'table_open':
        table = [];
        break;
      case 'tr_open':
        table?.push([]);
        break;
      case 'table_close':
        if (table && table.length > 0) units.push({ is: 'table', rows: squared(table) });
        table = null;
        break;
      case 'inline': {
        const runs = runsOf(token.children ?? [], words);
        if (table) table.at(-1)?.push(runs);
        else add(style, runs, level);
        break;
      }
    }
  }
  return units;
}

const squared = (rows: readonly (readonly Run[])[][]): TableUnit['rows'] => {
  const columns = Math.max(...rows.map((row) => row.length), 1);
  return rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => [])]);
};

const paragraph = (style: ParagraphUnit['style'], runs: readonly Run[]): ParagraphUnit => ({
  is: 'paragraph',
  style,
  level: 0,
  list: null,
  quotes: 0,
  runs,
});

export const plainRun = (text: string): Run => ({
  text,
  bold: false,
  italic: false,
  struck: false,
  code: false,
  raised: false,
  link: null,
});

function runsOf(tokens: readonly Token[], words: UnitWords): readonly Run[] {
  const runs: Run[] = [];
  const open = { strong: 0, em: 0, s: 0 };
  const links: (string | null)[] = [];
  const add = (text: string, more: Partial<Run> = {}): void => {
    const run = {
      ...plainRun(text),
      bold: open.strong > 0,
      italic: open.em > 0,
      struck: open.s > 0,
      link: links.at(-1) ?? null,
      ...more,
    };
    if (text !== '') runs.push(run);
  };
  for (const token of tokens) {
    const tag = token.tag as keyof typeof open;
    if (token.type === 'text') add(token.content);
    else if (token.type === 'softbreak') add(' ');
    else if (token.type === 'hardbreak') add('\n');
    else if (token.type === 'code_inline') add(token.content, { code: true });
    else if (token.type === 'image') add(`[${words.picture}: ${token.content}]`, { italic: true });
    else if (token.type === 'footnote_ref') add(`${Number(token.meta?.id) + 1}`, { raised: true });
    else if (token.type === 'link_open') links.push(addressOf(String(token.attrGet('href') ?? '')));
    else if (token.type === 'link_close') links.pop();
    else if (tag in open && token.nesting !== 0) open[tag] += token.nesting;
    else if (token.nesting === 0) add(token.content);
  }
  return runs;
}

/** Links to other guides lead nowhere outside the app: their words stay. */
function addressOf(href: string): string | null {
  const target = classifyLink(href);
  return target.kind === 'web' || target.kind === 'mail' ? target.url : null;
}

export const textOf = (unit: Unit): string =>
  unit.is === 'paragraph'
    ? unit.runs.map((run) => run.text).join('')
    : unit.rows.map((row) => row.map((cell) => cell.map((run) => run.text).join('')).join('\t')).join('\n');
