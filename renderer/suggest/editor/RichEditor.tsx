// The editor itself: a view of CodeMirror, the row of buttons, and what the page around it asks for.
import type { EditorView } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { openView, showAgainst, takeCaret, takeText } from './editor-view.tsx';
import type { RegionEditorProps } from './RegionEditor.tsx';
import { Toolbar } from './Toolbar.tsx';

export function RichEditor(props: RegionEditorProps) {
  const { text, reset, base, view: seen, label, caret, whole = false, readOnly = false } = props;
  const place = useRef<HTMLDivElement>(null);
  const now = useRef(props);
  now.current = props;
  const [view, setView] = useState<EditorView | null>(null);
  const [moves, setMoves] = useState(0);
  const isOriginal = seen === 'original';
  // biome-ignore lint/correctness/useExhaustiveDependencies: text and caret are taken anew by `reset` alone
  useLayoutEffect(() => {
    if (!place.current) return;
    const opened = openView(place.current, {
      text: isOriginal ? base : now.current.text,
      label,
      readOnly: readOnly || isOriginal,
      watching: {
        change: (changed) => now.current.onChange(changed),
        undo: () => now.current.onUndo(),
        redo: () => now.current.onRedo(),
        done: () => now.current.onDone(),
        edge: (by) => now.current.onEdge(by),
        link: () => undefined,
        table: () => undefined,
        moved: () => setMoves((count) => count + 1),
      },
    });
    setView(opened);
    return () => opened.destroy();
  }, [label, readOnly, isOriginal]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    if (!view || isOriginal) return;
    takeText(view, text);
    takeCaret(view, caret);
  }, [view, reset]);
  useEffect(() => {
    if (view) showAgainst(view, base, seen === 'all');
  }, [view, base, seen]);
  return (
    <div className="region-editor" data-whole={whole || undefined} data-view={seen}>
      <div ref={place} className="region-text" />
      {view && !readOnly && !isOriginal && <Toolbar view={view} moves={moves} />}
    </div>
  );
}
