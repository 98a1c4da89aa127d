// Names and keys of the commands, for the palette, the shortcut sheet and tool tips. The keys themselves are
// acted on in state/keys.ts; a test holds the two together.
import type { Command } from '../../electron/ipc/contract.ts';

export interface CommandText {
  readonly name: string;
  /** As printed on the keys, or null when there is none. */
  readonly keys: string | null;
  /** Other words a person might look for in the palette. */
  readonly also: string;
}

export const commandTexts: Readonly<Record<Command, CommandText>> = {
  search: { name: 'Search all channels', keys: 'Ctrl+K', also: 'find look' },
  palette: { name: 'All commands', keys: 'Ctrl+Shift+P', also: 'palette actions' },
  find: { name: 'Find in this guide', keys: 'Ctrl+F', also: 'search page' },
  back: { name: 'Back', keys: 'Alt+Left', also: 'previous page' },
  forward: { name: 'Forward', keys: 'Alt+Right', also: 'next page' },
  home: { name: 'Home', keys: 'Alt+Home', also: 'start' },
  print: { name: 'Print', keys: 'Ctrl+P', also: 'paper' },
  pdf: { name: 'Save as PDF', keys: null, also: 'export file' },
  'save-copy': {
    name: 'Save a copy of this guide',
    keys: null,
    also: 'word docx html web page markdown plain text csv table excel export file download',
  },
  'copy-citation': { name: 'Copy with citation', keys: 'Ctrl+Shift+C', also: 'quote source' },
  'save-for-later': { name: 'Save for later, or remove', keys: 'Ctrl+D', also: 'bookmark favourite' },
  highlight: { name: 'Highlight the selected words', keys: 'Ctrl+Alt+1', also: 'mark colour annotate' },
  note: { name: 'Write a note on the selected words', keys: 'Ctrl+Alt+2', also: 'annotate comment' },
  suggest: { name: 'Suggest a change to the selected words', keys: 'Ctrl+Alt+3', also: 'correct edit working group' },
  'suggest-guide': { name: 'Suggest a change to this guide', keys: null, also: 'title summary comment question correct working group' },
  'suggest-missing': { name: 'Suggest a missing guide', keys: null, also: 'new gap template write' },
  suggestions: { name: 'My suggestions', keys: 'Ctrl+Shift+S', also: 'drafts sent answered changes' },
  'undo-note': { name: 'Undo the last change to notes', keys: 'Ctrl+Z', also: 'back restore highlight' },
  'next-note': { name: 'Next note in this guide', keys: 'F8', also: 'highlight go' },
  'previous-note': { name: 'Previous note in this guide', keys: 'Shift+F8', also: 'highlight go' },
  notes: { name: 'My notes', keys: 'Ctrl+Shift+N', also: 'highlights annotations list' },
  'import-notes': { name: 'Import notes', keys: null, also: 'bring in hypothesis json' },
  'export-notes': { name: 'Export notes', keys: null, also: 'save markdown html json' },
  'export-data': { name: 'Export all my data', keys: null, also: 'backup copy settings notes ticks' },
  'print-notes': { name: 'Print my notes after guides, or do not', keys: null, also: 'paper end-notes' },
  'text-options': { name: 'Text and colours', keys: 'Ctrl+,', also: 'settings theme dark sepia font size spacing width' },
  'text-larger': { name: 'Larger text', keys: 'Ctrl++', also: 'zoom in bigger' },
  'text-smaller': { name: 'Smaller text', keys: 'Ctrl+-', also: 'zoom out' },
  'text-normal': { name: 'Usual text size', keys: 'Ctrl+0', also: 'zoom reset' },
  shortcuts: { name: 'Keyboard shortcuts', keys: 'F1', also: 'help keys' },
  'toggle-sidebar': { name: 'Show or hide channels and subjects', keys: 'Ctrl+Shift+L', also: 'sidebar left pane' },
  'toggle-outline': { name: 'Show or hide “On this page”', keys: 'Ctrl+Shift+O', also: 'outline right pane contents' },
  updates: { name: 'Updates', keys: 'Ctrl+Shift+U', also: 'sync shared folders editions share status' },
  'check-updates': { name: 'Check for updates now', keys: 'F5', also: 'sync refresh reload new editions' },
  'import-folder': { name: 'Import from folder or USB stick', keys: null, also: 'updates bring in drive' },
  about: { name: 'About National Guides', keys: null, also: 'version' },
  'next-pane': { name: 'Go to the next pane', keys: 'F6', also: 'focus' },
  'previous-pane': { name: 'Go to the previous pane', keys: 'Shift+F6', also: 'focus' },
};

export const paletteText = {
  title: 'All commands',
  label: 'Type the name of a command or a guide',
  nothing: (text: string) => `No command or guide is called “${text}”.`,
  searchInstead: (text: string) => `Search all channels for “${text}”`,
} as const;

/** The shortcut sheet: groups of commands, and keys that are not commands. */
export const sheetText = {
  title: 'Keyboard shortcuts',
  hint: 'Everything in National Guides can be done by keyboard.',
  groups: [
    { title: 'Find', commands: ['search', 'find', 'palette'] },
    { title: 'Move', commands: ['back', 'forward', 'home', 'next-pane', 'previous-pane'] },
    { title: 'New editions', commands: ['updates', 'check-updates'] },
    { title: 'Notes', commands: ['highlight', 'note', 'suggest', 'next-note', 'previous-note', 'notes', 'undo-note'] },
    { title: 'Suggestions', commands: ['suggestions'] },
    { title: 'This guide', commands: ['copy-citation', 'save-for-later', 'print'] },
    {
      title: 'Text and window',
      commands: ['text-options', 'text-larger', 'text-smaller', 'text-normal', 'toggle-sidebar', 'toggle-outline', 'shortcuts'],
    },
  ] as readonly { readonly title: string; readonly commands: readonly Command[] }[],
  other: 'In lists, bars and text',
  otherKeys: [
    ['Up, Down', 'Choose a result'],
    ['Enter', 'Open it, at the exact place'],
    ['Ctrl+Enter', 'Open it and keep the list'],
    ['Enter, Shift+Enter', 'Next and previous match in Find'],
    ['Shift+Right, Shift+Down', 'Select words of a guide, from the match or block you are at'],
    ['Ctrl+Shift+Right', 'Select word by word'],
    ['F6', 'From selected words to what can be done with them'],
    ['Ctrl+Shift+Enter', 'Add a paragraph below what you are changing'],
    ['Alt+Shift+Up, Alt+Shift+Down', 'Move what you are changing'],
    ['Ctrl+J', 'Join it with the next'],
    ['Ctrl+Shift+Backspace', 'Remove it'],
    ['Esc', 'Close the innermost thing'],
    ['?', 'This sheet, when you are not typing'],
  ] as readonly (readonly [string, string])[],
} as const;
