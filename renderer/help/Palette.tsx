// All commands, and guides by name, by typing a part of it.
import { FileText, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { search, type } from '../search/search-store.ts';
import { canRun, run } from '../state/commands.ts';
import { library } from '../state/library.ts';
import { openGuide } from '../state/navigation.ts';
import { paletteText } from '../text/commands.ts';
import { shellText } from '../text/shell.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Icon } from '../ui/Icon.tsx';
import { type PaletteItem, paletteItems } from './palette-model.ts';
import { Keys } from './Shortcuts.tsx';

const idOf = (row: number): string => `palette-row-${row}`;

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [selected, setSelected] = useState(0);
  const items = paletteItems(typed, canRun, library.get().state.guides);
  useEffect(() => document.getElementById(idOf(selected))?.scrollIntoView({ block: 'nearest' }), [selected]);
  const act = (item: PaletteItem | undefined): void => {
    onClose();
    // The dialog gives the focus back first; a command that moves it must have the last word.
    setTimeout(() => {
      if (!item) searchFor(typed);
      else if (item.kind === 'guide') void openGuide(item.guide);
      else run(item.command);
    });
  };
  const key = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && items.length > 0) setSelected((selected + by + items.length) % items.length);
    else if (event.key === 'Enter') act(items[selected]);
    else return;
    event.preventDefault();
  };
  return (
    <DialogFrame title={paletteText.title} closeName={shellText.close} onClose={onClose}>
      <input
        className="field"
        type="text"
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={items.length > 0 ? idOf(selected) : undefined}
        aria-label={paletteText.label}
        placeholder={paletteText.label}
        spellCheck={false}
        value={typed}
        // biome-ignore lint/a11y/noAutofocus: a palette is opened to type in it
        autoFocus
        onChange={(event) => {
          setTyped(event.target.value);
          setSelected(0);
        }}
        onKeyDown={key}
      />
      {items.length === 0 && (
        <p className="palette-none" role="status">
          {paletteText.nothing(typed.trim())}{' '}
          <button type="button" className="button button-text" onClick={() => act(undefined)}>
            <Icon of={Search} size={15} />
            {paletteText.searchInstead(typed.trim())}
          </button>
        </p>
      )}
      <div className="palette-list" role="listbox" id="palette-list" aria-label={paletteText.title}>
        {items.map((item, row) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the box's
          // biome-ignore lint/a11y/useFocusableInteractive: the box names the active option
          <div
            key={item.kind === 'guide' ? item.guide : item.command}
            className="palette-row"
            role="option"
            id={idOf(row)}
            aria-selected={row === selected}
            onPointerMove={(event) => (event.movementX !== 0 || event.movementY !== 0) && setSelected(row)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => act(item)}
          >
            {item.kind === 'guide' && <Icon of={FileText} size={16} />}
            <span className="palette-name">{item.name}</span>
            {item.kind === 'command' && item.keys !== null && <Keys keys={item.keys} />}
          </div>
        ))}
      </div>
    </DialogFrame>
  );
}

function searchFor(text: string): void {
  run('search');
  if (search.get().text !== text) type(text);
}
