// The editor itself: a view of CodeMirror, the row of buttons, and what the page around it asks for.
import type { EditorView } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { edgesOf } from './edges.ts';
import { openView, showAgainst, takeCaret } from './editor-view.tsx';
import { linkAt } from './link-commands.ts';
import type { RegionEditorProps } from './RegionEditor.tsx';
import { soon } from './soon.tsx';
import { Toolbar } from './Toolbar.tsx';
import { type CellPlace, insertTable } from './table-commands.tsx';
import { takeText } from './take-text.ts';
import { toolState } from './tool-state.ts';

interface Active {
  readonly view: EditorView;
  readonly cell: CellPlace | null;
}

export function RichEditor(props: RegionEditorProps) {
  const { text, reset, base, view: seen, label, caret, whole = false, readOnly = false } = props;
  const around = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const now = useRef(props);
  now.current = props;
  const [view, setView] = useState<EditorView | null>(null);
  const [active, setActive] = useState<Active | null>(null);
  const [isLinking, setLinking] = useState(false);
  const [tools, setTools] = useState('');
  // Of several editors on a page the one that is written in has the buttons.
  const [isHere, setHere] = useState(caret !== null);
  const isOriginal = seen === 'original';
  const latest = useRef(text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: text and caret are taken anew by `reset` alone
  useLayoutEffect(() => {
    if (!place.current) return;
    const opened = openView(place.current, {
      text: isOriginal ? base : latest.current,
      label,
      readOnly: readOnly || isOriginal,
      watching: {
        change: (changed) => {
          latest.current = changed;
          now.current.onChange(changed);
        },
        undo: () => now.current.onUndo(),
        redo: () => now.current.onRedo(),
        done: () => now.current.onDone(),
        edge: (by) => now.current.onEdge(by),
        link: () => setLinking(linkAt(opened.state) !== null),
        table: () => insertTable(opened),
        tools: () => around.current?.querySelector<HTMLElement>('.region-tools :is(select, button)')?.focus(),
        moved: (of) => soon(() => setTools(toolState(of.state))),
        active: (of, cell) => setActive({ view: of, cell }),
      },
    });
    setView(opened);
    setActive({ view: opened, cell: null });
    return () => opened.destroy();
  }, [label, readOnly, isOriginal]);
  const first = useRef(true);
  const placed = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    if (!first.current) latest.current = text;
    first.current = false;
  }, [reset]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    if (!view || isOriginal) return;
    takeText(view, latest.current);
    // Another view of the same text leaves the focus where it is.
    if (placed.current !== reset) takeCaret(view, caret);
    placed.current = reset;
  }, [view, reset]);
  useEffect(() => {
    if (view) showAgainst(view, base, seen === 'all');
  }, [view, base, seen]);
  const edges = edgesOf(isOriginal ? base : latest.current);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears whether the focus is inside
    <div
      ref={around}
      className="region-editor"
      data-whole={whole || undefined}
      data-view={seen}
      data-first={edges.first}
      data-last={edges.last}
      onFocus={() => setHere(true)}
      onBlur={({ relatedTarget }) =>
        setHere(relatedTarget?.closest('.region-editor') === around.current || !relatedTarget?.closest('.region-editor'))
      }
    >
      {active && isHere && !readOnly && !isOriginal && (
        <Toolbar view={active.view} cell={active.cell} isLinking={isLinking} onLink={setLinking} state={tools} />
      )}
      <div ref={place} className="region-text" />
    </div>
  );
}
