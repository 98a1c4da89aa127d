// Two texts -> which words stayed, came and went, in reading order, for showing a change to a person.
import { matchInOrder } from './match.ts';

export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** The parts of `same` and `removed` together are `before`; `same` and `added` are `after`. */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const [old, next] = [tokens(before), tokens(after)];
  const parts: DiffPart[] = [];
  const put = (kind: DiffPart['kind'], text: string) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
    else parts.push({ kind, text });
  };
  let [a, b] = [0, 0];
  for (const [x, y] of [...matchInOrder(old, next), [old.length, next.length] as const]) {
    put('removed', old.slice(a, x).join(''));
    put('added', next.slice(b, y).join(''));
    put('same', old[x] ?? '');
    [a, b] = [x + 1, y + 1];
  }
  return parts;
}

/** A word with the space after it, so that a changed word does not tear the row into single spaces. */
const tokens = (text: string): readonly string[] => text.match(/\S+\s*|^\s+/g) ?? [];
