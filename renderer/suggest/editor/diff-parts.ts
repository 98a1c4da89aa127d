// A block's change as parts to draw, in the order one reads them. Signs of markdown are left out.

import { dressWords } from './dress-words.ts';
import type { Emphasis } from './markup.ts';
import { runsOf } from './runs.ts';
import { createCompare } from './word-changes.ts';

export interface DiffPart {
  readonly key: string;
  readonly kind: 'same' | 'gone' | 'come';
  readonly text: string;
  readonly styles: readonly Emphasis[];
  /** What became of its dress, in words; empty: nothing. */
  readonly said: string;
}

export interface DiffBlock {
  readonly key: string;
  readonly className: string;
  readonly label: string;
  readonly parts: readonly DiffPart[];
}

/** Of markdown, whole lines; either may be empty. */
export function diffBlocks(old: string, next: string): readonly DiffBlock[] {
  const changes = createCompare()(old, next);
  const parts: DiffPart[] = [];
  const add = (part: Omit<DiffPart, 'key'>): void => {
    if (part.text !== '') parts.push({ ...part, key: String(parts.length) });
  };
  const runs = runsOf(next);
  let at = 0;
  const upTo = (to: number, kind: 'same' | 'come', said = ''): void => {
    let first = true;
    let text = '';
    let styles: readonly Emphasis[] = [];
    for (; at < runs.length && (runs[at] as (typeof runs)[number]).from < to; at++) {
      const run = runs[at] as (typeof runs)[number];
      if (!first && run.dress.styles.join() !== styles.join() && run.text.trim() !== '') {
        add({ kind, text, styles, said: '' });
        text = '';
      }
      if (run.text.trim() !== '' || first) styles = run.dress.styles;
      first = false;
      text += run.text;
    }
    add({ kind, text, styles, said });
  };
  for (const change of changes) {
    upTo(change.from, 'same');
    if (change.kind === 'words') {
      add({ kind: 'gone', text: change.deleted, styles: change.was.styles, said: '' });
      upTo(change.to, 'come');
    } else upTo(change.to, 'same', dressWords(change.was, change.now));
  }
  upTo(Number.POSITIVE_INFINITY, 'same');
  return [{ key: '0', className: '', label: '', parts }];
}
