// One block's change to read: what went is struck, what came is underlined, and what only changed its dress is told in
// words. For screen readers each is named.
import { Fragment } from 'react';
import { editorText } from '../../text/suggest-editor.ts';
import { type DiffPart, diffBlocks } from './diff-parts.ts';

interface Props {
  /** Markdown, whole lines; either may be empty. */
  readonly old: string;
  readonly next: string;
  readonly view: 'all' | 'final' | 'original';
}

export function DiffText({ old, next, view }: Props) {
  const blocks = view === 'all' ? diffBlocks(old, next) : diffBlocks(view === 'final' ? next : old, view === 'final' ? next : old);
  return (
    <div className="diff-text">
      {blocks.map((block) => (
        <p key={block.key} className={block.className} data-label={block.label || undefined}>
          {block.parts.map((part) => (
            <Part key={part.key} part={part} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Part({ part }: { readonly part: DiffPart }) {
  const words = part.text;
  if (part.kind === 'gone')
    return (
      <del>
        <span className="hidden-words">{editorText.deletes}</span>
        {words}
      </del>
    );
  if (part.kind === 'come')
    return (
      <ins>
        <span className="hidden-words">{editorText.inserts}</span>
        {words}
      </ins>
    );
  return (
    <Fragment>
      <span className={part.styles.map((style) => `ed-${style}`).join(' ') || undefined}>{words}</span>
      {part.said !== '' && <span className="diff-said"> ({part.said})</span>}
    </Fragment>
  );
}
