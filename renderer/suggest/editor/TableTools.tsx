// What can be done to the table one writes in.
import { BetweenHorizontalEnd, BetweenVerticalEnd, type LucideIcon, TableColumnsSplit, TableRowsSplit } from 'lucide-react';
import { editorText } from '../../text/suggest-editor.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { type CellPlace, canTable, changeTable, type TableAct } from './table-commands.tsx';

const tools: readonly (readonly [TableAct, LucideIcon, string | null])[] = [
  ['row-below', BetweenHorizontalEnd, 'Ctrl+Enter'],
  ['row-gone', TableRowsSplit, null],
  ['column-after', BetweenVerticalEnd, null],
  ['column-gone', TableColumnsSplit, null],
];

export function TableTools({ place }: { readonly place: CellPlace }) {
  return tools.map(([act, icon, keys]) => (
    <IconButton
      key={act}
      icon={icon}
      name={editorText.tableActs[act]}
      keys={keys}
      tabIndex={-1}
      disabled={!canTable(place, act)}
      onPress={() => changeTable(place, act)}
    />
  ));
}
