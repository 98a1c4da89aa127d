// What changes in a passage beside its words: bold, italic, code, where links lead, what a block is. Words alone cannot show it,
// and nobody should have to read markup to see it.
import { analyse } from '../../../content/core/guide/blocks.ts';

export interface Mark {
  readonly kind: 'bold' | 'italic' | 'struck' | 'code' | 'link' | 'picture' | 'heading' | 'bulleted' | 'numbered' | 'task' | 'quote';
  /** The words that have it; of a heading and a quote its kind. */
  readonly text: string;
  /** Of a link and a picture; else empty. */
  readonly target: string;
}

export interface MarkChanges {
  readonly gone: readonly Mark[];
  readonly come: readonly Mark[];
}

/** Both markdown, of a block or some. */
export function markChanges(old: string, next: string): MarkChanges {
  const [before, after] = [marksIn(old), marksIn(next)];
  const [gone, come] = [without(before, after), [...without(after, before)]];
  return {
    gone: gone.filter((mark) => {
      const same = come.findIndex((other) => isSame(mark, other));
      if (same >= 0) come.splice(same, 1);
      return same < 0;
    }),
    come,
  };
}

/** The same mark on words that changed a little: the words are shown as changed already. */
function isSame(mark: Mark, other: Mark): boolean {
  if (mark.kind !== other.kind || mark.target !== other.target) return false;
  const [words, others] = [wordsOnly(mark.text), new Set(wordsOnly(other.text))];
  return words.filter((word) => others.has(word)).length * 2 >= Math.max(words.length, others.size);
}

const wordsOnly = (text: string): readonly string[] => [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))];

const nameOf = ({ kind, text, target }: Mark): string => JSON.stringify([kind, text, target]);

function without(marks: readonly Mark[], others: readonly Mark[]): readonly Mark[] {
  const known = new Map<string, number>();
  for (const other of others) known.set(nameOf(other), (known.get(nameOf(other)) ?? 0) + 1);
  return marks.filter((mark) => {
    const left = known.get(nameOf(mark)) ?? 0;
    known.set(nameOf(mark), left - 1);
    return left <= 0;
  });
}

const inlineKinds: Readonly<Record<string, Mark['kind']>> = { strong: 'bold', em: 'italic', s: 'struck', link: 'link' };

type Token = ReturnType<typeof analyse>['tokens'][number];

function marksIn(markdown: string): readonly Mark[] {
  const marks: Mark[] = [];
  const lists: Mark['kind'][] = [];
  for (const token of analyse(markdown).tokens) {
    if (token.type === 'heading_open') marks.push({ kind: 'heading', text: String(token.meta?.level ?? ''), target: '' });
    else if (token.type === 'blockquote_open') marks.push({ kind: 'quote', text: String(token.meta?.callout ?? ''), target: '' });
    else if (token.type === 'bullet_list_open') lists.push('bulleted');
    else if (token.type === 'ordered_list_open') lists.push('numbered');
    else if (/^(?:bullet|ordered)_list_close$/.test(token.type)) lists.pop();
    else if (token.type === 'list_item_open') {
      if (token.meta?.task) marks.push({ kind: 'task', text: token.meta.done ? 'x' : '', target: '' });
      else marks.push({ kind: lists.at(-1) ?? 'bulleted', text: '', target: '' });
    } else if (token.type === 'inline') inlineMarks(token.children ?? [], marks);
  }
  return marks;
}

function inlineMarks(tokens: readonly Token[], marks: Mark[]): void {
  const open: { kind: Mark['kind']; target: string; text: string }[] = [];
  for (const token of tokens) {
    const kind = inlineKinds[token.type.replace(/_(?:open|close)$/, '')];
    if (kind && token.nesting === 1) open.push({ kind, target: String(token.attrGet('href') ?? ''), text: '' });
    else if (kind && token.nesting === -1) {
      const done = open.pop();
      if (done) marks.push(done);
    } else if (token.type === 'code_inline') marks.push({ kind: 'code', text: token.content, target: '' });
    else if (token.type === 'image')
      marks.push({ kind: 'picture', text: token.content, target: decode(String(token.attrGet('src') ?? '')) });
    const words = /break$/.test(token.type) ? ' ' : token.nesting === 0 ? token.content : '';
    for (const one of open) one.text += words;
  }
}

/** As its author wrote it. */
function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
