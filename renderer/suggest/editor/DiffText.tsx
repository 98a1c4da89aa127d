// One change to read: what went is struck, what came is underlined, and what only changed its dress is told in words. For
// screen readers each is named. Blocks stand below each other as they do in the guide.
import { editorText } from '../../text/suggest-editor.ts';
import { blocksOf, type DiffBlock } from './diff-blocks.ts';
import type { DiffPart } from './diff-parts.ts';

interface Props {
  /** Markdown, whole lines; either may be empty. */
  readonly old: string;
  readonly next: string;
  readonly view: 'all' | 'final' | 'original';
}

export function DiffText({ old, next, view }: Props) {
  const [from, to] = view === 'all' ? [old, next] : view === 'final' ? [next, next] : [old, old];
  return (
    <div className="diff-text">
      {blocksOf(from, to).map((block) => (
        <Block key={block.key} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: DiffBlock }) {
  return (
    <p className={block.classes}>
      {block.parts.map((part) => (
        <Part key={part.key} part={part} />
      ))}
      {block.said !== '' && <span className="diff-said"> ({block.said})</span>}
    </p>
  );
}

function Part({ part }: { readonly part: DiffPart }) {
  const styles = part.styles.map((style) => `ed-${style}`).join(' ');
  if (part.kind === 'gone')
    return (
      <del className={`ed-del ${styles}`}>
        <span className="hidden-words">{editorText.deletes}</span>
        {part.text}
      </del>
    );
  if (part.kind === 'come')
    return (
      <ins className={`ed-ins ${styles}`}>
        <span className="hidden-words">{editorText.inserts}</span>
        {part.text}
      </ins>
    );
  return (
    <>
      <span className={`${styles}${part.said === '' ? '' : ' ed-dress'}`}>{part.text}</span>
      {part.said !== '' && <span className="diff-said"> ({part.said})</span>}
    </>
  );
}
