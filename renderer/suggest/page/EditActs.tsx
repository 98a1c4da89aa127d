// What can be done to the piece that is edited as a whole: in the margin, where nothing has to make room for it.
import { ArrowDown, ArrowUp, Check, Combine, ListPlus, type LucideIcon, PanelRight, Trash2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo } from 'react';
import { announce } from '../../state/announcer.ts';
import { openDraft } from '../../state/suggestions.ts';
import { editPlaceText } from '../../text/suggest-page.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { actsAt } from './block-acts.ts';
import { regionNow } from './editing.ts';
import { finishEditing } from './finish-editing.tsx';
import { toPanel } from './focus-panel.tsx';
import type { Host } from './layout.ts';
import { addParagraph, joinWithNext, move, putBack, remove } from './piece-acts.ts';

export function EditActs({ host }: { readonly host: Host }) {
  // Where it stands among the others is worked out at each layout of the page (another `host`), not at every letter.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const can = useMemo(() => {
    const [source, region] = [openDraft.get()?.source ?? null, regionNow()];
    return source === null || !region ? null : actsAt(source, region);
  }, [host]);
  useKeys();
  if (!can) return null;
  const { keys } = editPlaceText;
  const rows: readonly (readonly [LucideIcon, string, string | null, boolean, () => void])[] = [
    [Check, editPlaceText.done, 'Esc', true, finishEditing],
    [ListPlus, editPlaceText.below, keys.below, can.below, addParagraph],
    [ArrowUp, editPlaceText.up, keys.up, can.up, () => move(-1)],
    [ArrowDown, editPlaceText.down, keys.down, can.down, () => move(1)],
    [Combine, editPlaceText.join, keys.join, can.join, joinWithNext],
    [Undo2, editPlaceText.putBack, null, host.origins.length > 0, () => putBack(host)],
    [Trash2, editPlaceText.remove, keys.remove, true, remove],
    [PanelRight, editPlaceText.toPanel, 'F6', true, toPanel],
  ];
  return (
    <div className="suggest-acts" role="toolbar" aria-label={editPlaceText.acts} aria-orientation="vertical" onKeyDown={walk}>
      {rows.map(([icon, name, key, isPossible, press], at) => (
        <IconButton
          key={name}
          icon={icon}
          name={name}
          keys={key}
          disabled={!isPossible}
          tabIndex={at === 0 ? 0 : -1}
          onPress={() => {
            press();
            announce(said[name] ?? '');
          }}
        />
      ))}
    </div>
  );
}

const said: Readonly<Record<string, string>> = {
  [editPlaceText.below]: editPlaceText.addedNow,
  [editPlaceText.up]: editPlaceText.movedNow(-1),
  [editPlaceText.down]: editPlaceText.movedNow(1),
  [editPlaceText.join]: editPlaceText.joinedNow,
  [editPlaceText.putBack]: editPlaceText.putBackNow,
  [editPlaceText.remove]: editPlaceText.removedNow,
};

/** The same from within the editor. */
function useKeys(): void {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      if (!(event.target instanceof Element) || !event.target.closest('[data-host="edit"]')) return;
      const name = `${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`;
      const act = byKey[name];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    // Before the editor, which has keys of its own for some of them.
    addEventListener('keydown', press, true);
    return () => removeEventListener('keydown', press, true);
  }, []);
}

const byKey: Readonly<Record<string, () => void>> = {
  'ctrl+shift+enter': addParagraph,
  'ctrl+shift+backspace': remove,
  'alt+shift+arrowup': () => move(-1),
  'alt+shift+arrowdown': () => move(1),
  'ctrl+j': joinWithNext,
};

/** The arrow keys lead along the column; Tab leaves it. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at === -1 || to === undefined) return;
  event.preventDefault();
  buttons[(to + buttons.length) % buttons.length]?.focus();
}
