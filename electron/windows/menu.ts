// The menu bar and the context menu. Items that the window carries out are pushed to it as commands; the rest are
// roles of the system. Nothing here reaches outside.
import type { ContextMenuParams, MenuItemConstructorOptions, WebContents } from 'electron';
import type { Command } from '../ipc/contract.ts';
import { commandText, menuText } from './menu-text.ts';

export interface MenuPorts {
  readonly send: (command: Command) => void;
  readonly showLog: () => void;
  readonly testBuild: boolean;
}

/** The keys of the menu; the window's shortcut sheet says the same. */
export const accelerators: Readonly<Partial<Record<Command, string>>> = {
  search: 'CmdOrCtrl+K',
  palette: 'CmdOrCtrl+Shift+P',
  find: 'CmdOrCtrl+F',
  back: 'Alt+Left',
  forward: 'Alt+Right',
  home: 'Alt+Home',
  print: 'CmdOrCtrl+P',
  'copy-citation': 'CmdOrCtrl+Shift+C',
  'save-for-later': 'CmdOrCtrl+D',
  highlight: 'CmdOrCtrl+Alt+1',
  note: 'CmdOrCtrl+Alt+2',
  suggest: 'CmdOrCtrl+Alt+3',
  'undo-note': 'CmdOrCtrl+Z',
  'next-note': 'F8',
  'previous-note': 'Shift+F8',
  notes: 'CmdOrCtrl+Shift+N',
  suggestions: 'CmdOrCtrl+Shift+S',
  'text-options': 'CmdOrCtrl+,',
  'text-larger': 'CmdOrCtrl+Plus',
  'text-smaller': 'CmdOrCtrl+-',
  'text-normal': 'CmdOrCtrl+0',
  shortcuts: 'F1',
  'toggle-sidebar': 'CmdOrCtrl+Shift+L',
  'toggle-outline': 'CmdOrCtrl+Shift+O',
  updates: 'CmdOrCtrl+Shift+U',
  'check-updates': 'F5',
  'next-pane': 'F6',
  'previous-pane': 'Shift+F6',
};

/** Shown, but heard by the window: only it can tell AltGr from Ctrl+Alt, and typing from reading. */
const heardByWindow: readonly Command[] = ['highlight', 'note', 'suggest', 'undo-note'];

const separator = { type: 'separator' } as const;

export function menuTemplate({ send, showLog, testBuild }: MenuPorts): MenuItemConstructorOptions[] {
  const item = (command: Command): MenuItemConstructorOptions => ({
    id: command,
    label: commandText[command],
    ...(accelerators[command] === undefined ? {} : { accelerator: accelerators[command] }),
    ...(heardByWindow.includes(command) ? { registerAccelerator: false } : {}),
    click: () => send(command),
  });
  return [
    {
      label: menuText.file,
      submenu: [
        item('save-for-later'),
        separator,
        item('check-updates'),
        item('import-folder'),
        separator,
        item('import-notes'),
        item('export-notes'),
        item('export-data'),
        separator,
        item('print'),
        item('pdf'),
        item('save-copy'),
        item('print-notes'),
        separator,
        { role: 'close', label: menuText.closeWindow },
        { role: 'quit', label: menuText.quit },
      ],
    },
    {
      label: menuText.edit,
      submenu: [
        { role: 'undo', label: menuText.undo },
        { role: 'redo', label: menuText.redo },
        separator,
        { role: 'cut', label: menuText.cut },
        { role: 'copy', label: menuText.copy },
        item('copy-citation'),
        { role: 'paste', label: menuText.paste },
        { role: 'selectAll', label: menuText.selectAll },
        separator,
        item('highlight'),
        item('note'),
        item('suggest'),
        item('suggest-guide'),
        item('suggest-missing'),
        item('undo-note'),
        separator,
        item('find'),
      ],
    },
    {
      label: menuText.view,
      submenu: [
        item('text-larger'),
        item('text-smaller'),
        item('text-normal'),
        item('text-options'),
        separator,
        item('toggle-sidebar'),
        item('toggle-outline'),
        separator,
        { role: 'togglefullscreen', label: menuText.fullScreen },
        ...(testBuild ? developerItems : []),
      ],
    },
    {
      label: menuText.go,
      submenu: [
        item('back'),
        item('forward'),
        item('home'),
        item('notes'),
        item('suggestions'),
        item('updates'),
        separator,
        item('next-note'),
        item('previous-note'),
        separator,
        item('search'),
        item('palette'),
        separator,
        item('next-pane'),
        item('previous-pane'),
      ],
    },
    {
      label: menuText.help,
      submenu: [item('shortcuts'), separator, { id: 'show-log', label: menuText.showLog, click: showLog }, separator, item('about')],
    },
  ];
}

const developerItems: MenuItemConstructorOptions[] = [
  separator,
  { role: 'reload', label: menuText.reload },
  { role: 'toggleDevTools', label: menuText.developerTools },
];

export interface ContextPorts {
  readonly send: (command: Command) => void;
  readonly copy: (text: string) => void;
}

/** What a right click offers; empty when there is nothing to do there. */
export function contextTemplate(
  params: Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'linkURL' | 'editFlags'>,
  { send, copy }: ContextPorts,
): MenuItemConstructorOptions[] {
  const { isEditable, selectionText, linkURL, editFlags } = params;
  const selected = selectionText.trim() !== '';
  if (isEditable)
    return [
      { role: 'undo', label: menuText.undo, enabled: editFlags.canUndo },
      separator,
      { role: 'cut', label: menuText.cut, enabled: editFlags.canCut },
      { role: 'copy', label: menuText.copy, enabled: editFlags.canCopy },
      { role: 'paste', label: menuText.paste, enabled: editFlags.canPaste },
      { role: 'selectAll', label: menuText.selectAll, enabled: editFlags.canSelectAll },
    ];
  const outside = /^(?:https|mailto):/i.test(linkURL);
  return [
    ...(selected
      ? ([
          { role: 'copy', label: menuText.copy },
          ...(['highlight', 'note', 'suggest', 'copy-citation'] as const).map((command) => ({
            label: commandText[command],
            click: () => send(command),
          })),
        ] satisfies MenuItemConstructorOptions[])
      : []),
    ...(outside ? [{ label: menuText.copyLink, click: () => copy(linkURL) }] : []),
    ...(!selected && !outside
      ? (['back', 'forward'] as const).map((command) => ({ label: commandText[command], click: () => send(command) }))
      : []),
  ];
}

/** @param popup shows a menu made of the template */
export function watchContextMenu(
  contents: WebContents,
  ports: ContextPorts,
  popup: (template: MenuItemConstructorOptions[]) => void,
): void {
  contents.on('context-menu', (_event, params) => {
    const template = contextTemplate(params, ports);
    if (template.length > 0) popup(template);
  });
}
