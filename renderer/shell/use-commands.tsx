// Joins keys, menu and mouse to the commands that work everywhere. Those of a guide are added by its page.

import { useEffect } from 'react';
import type { Command } from '../../electron/ipc/contract.ts';
import { listen } from '../api.ts';
import { undoNote } from '../notes/note-actions.ts';
import { show, warmUp } from '../search/search-store.ts';
import { announce } from '../state/announcer.ts';
import { handle, run } from '../state/commands.ts';
import { commandFor } from '../state/keys.ts';
import { go, goHome, stepHistory } from '../state/navigation.ts';
import { closeInnermost, type DialogName, dialog, drawer, finding, onEscape } from '../state/overlays.ts';
import { changeSettings, settings, sizes, stepSize } from '../state/settings.ts';
import { checkNow, importFolder } from '../state/sync.ts';
import { suggestMissing } from '../suggest/one/missing-wish.ts';
import { settingsText } from '../text/settings.ts';
import { fileCommands } from './file-commands.tsx';
import { focusPane } from './focus-pane.tsx';
import { tellFault } from './tell-fault.ts';

// Below these widths (narrow.css) a pane gives way and comes back as a drawer.
const roomFor = { sidebar: '(min-width: 861px)', outline: '(min-width: 1181px)' } as const;

export function useCommands(): void {
  useEffect(() => {
    const off = [...Object.entries(everywhere).map(([name, act]) => handle(name as Command, act)), listen('command', press)];
    const key = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      if (event.key === 'Escape' && !event.isComposing) {
        if (closeInnermost()) event.preventDefault();
        return;
      }
      const command = commandFor({
        key: event.key,
        code: event.code,
        altGraph: event.getModifierState('AltGraph'),
        ctrl: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        shift: event.shiftKey,
        typing: isTyping(event.target),
      });
      if (command === null) return;
      event.preventDefault();
      press(command);
    };
    // The side buttons of a mouse.
    const mouse = (event: MouseEvent): void => {
      if (event.button === 3) press('back');
      if (event.button === 4) press('forward');
    };
    addEventListener('keydown', key);
    addEventListener('mouseup', mouse);
    return () => {
      removeEventListener('keydown', key);
      removeEventListener('mouseup', mouse);
      for (const stop of off) stop();
    };
  }, []);
}

/** A command from a key or the menu. Most leave the dialog that is open; the text sizes show in it. */
function press(command: Command): void {
  if (dialog.get() !== null && !command.startsWith('text-')) dialog.set(null);
  run(command);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || (/^(?:input|textarea|select)$/i.test(target.tagName) && !target.matches('[type=checkbox],[type=radio]')));

const toggleDialog = (name: DialogName) => () => dialog.update((open) => (open === name ? null : name));

const everywhere: Partial<Record<Command, () => void>> = {
  search: () => {
    const box = document.querySelector<HTMLInputElement>('#search-input');
    box?.focus();
    box?.select();
    warmUp();
    show();
  },
  palette: toggleDialog('palette'),
  shortcuts: toggleDialog('shortcuts'),
  'text-options': toggleDialog('text-options'),
  about: toggleDialog('about'),
  find: () => finding.set(true),
  back: () => void stepHistory(-1),
  forward: () => void stepHistory(1),
  home: () => void goHome(),
  ...fileCommands,
  updates: () => void go({ kind: 'updates' }),
  'check-updates': () => void check(),
  'import-folder': () => {
    // The report stands there.
    void go({ kind: 'updates' });
    void importFolder();
  },
  notes: () => void go({ kind: 'notes', view: 'all' }),
  suggestions: () => void go({ kind: 'suggestions', draft: null }),
  'suggest-missing': () => suggestMissing(),
  'undo-note': () => void undoNote(),
  'text-larger': () => resize(stepSize(settings.get().values.textSize, 1)),
  'text-smaller': () => resize(stepSize(settings.get().values.textSize, -1)),
  'text-normal': () => resize(sizes.usual),
  'toggle-sidebar': () => togglePane('sidebar'),
  'toggle-outline': () => togglePane('outline'),
  'next-pane': () => focusPane(1),
  'previous-pane': () => focusPane(-1),
};

function resize(textSize: number): void {
  void changeSettings({ textSize });
  announce(settingsText.sizeNow(settings.get().values.textSize));
}

function togglePane(pane: 'sidebar' | 'outline'): void {
  if (matchMedia(roomFor[pane]).matches) {
    void changeSettings({ [pane]: !settings.get().values[pane] });
    return;
  }
  if (drawer.get() === pane) {
    drawer.set(null);
    return;
  }
  drawer.set(pane);
  const before = document.activeElement;
  const stop = onEscape(() => drawer.set(null));
  const unwatch = drawer.subscribe(() => {
    if (drawer.get() === pane) return;
    stop();
    unwatch();
    if (before instanceof HTMLElement && (document.activeElement === document.body || document.activeElement?.closest('.pane')))
      before.focus();
  });
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-pane="${pane}"] :is(a, button)`)?.focus());
}

async function check(): Promise<void> {
  const error = await checkNow();
  if (error) tellFault(error);
}
