// What the parts of one editor tell each other and the page around it. A facet, so that a widget finds it by its view.
import { Facet } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Outside } from './keys.tsx';
import type { CellPlace } from './table-commands.tsx';

export interface Watching extends Outside {
  readonly change: (text: string) => void;
  /** The caret or the text moved. */
  readonly moved: (view: EditorView) => void;
  /** Where one writes now: the text (`cell` null), or a cell of a table with a view of its own. */
  readonly active: (view: EditorView, cell: CellPlace | null) => void;
}

const nothing = (): void => undefined;

export const watching = Facet.define<Watching, Watching>({
  combine: ([first]) =>
    first ?? {
      ...{ change: nothing, moved: nothing, active: nothing, undo: nothing, redo: nothing, done: nothing, edge: nothing },
      ...{ link: nothing, table: nothing, tools: nothing },
    },
});
