// The words of the menu bar, the context menu and the system's own dialogs: the one place outside renderer/text
// with words for people, because the system draws these and not the window. "&" marks the key for Alt.
import type { Command } from '../ipc/contract.ts';

export const menuText = {
  file: '&File',
  edit: '&Edit',
  view: '&View',
  go: '&Go',
  help: '&Help',
  quit: 'E&xit',
  closeWindow: '&Close window',
  undo: '&Undo',
  redo: '&Redo',
  cut: 'Cu&t',
  copy: '&Copy',
  paste: '&Paste',
  selectAll: 'Select &all',
  fullScreen: '&Full screen',
  copyLink: 'Copy &link address',
  showLog: 'Show the &log folder for IT',
  developerTools: 'Developer tools',
  reload: 'Reload',
} as const;

export const commandText: Readonly<Record<Command, string>> = {
  search: '&Search all channels',
  palette: 'All &commands',
  find: '&Find in this guide',
  back: '&Back',
  forward: '&Forward',
  home: '&Home',
  print: '&Print …',
  pdf: 'Save as P&DF …',
  'copy-citation': 'Copy &with citation',
  'save-for-later': '&Save for later',
  'text-options': 'Text and &colours',
  'text-larger': '&Larger text',
  'text-smaller': 'S&maller text',
  'text-normal': '&Normal text',
  shortcuts: '&Keyboard shortcuts',
  'toggle-sidebar': 'Channels and &subjects',
  'toggle-outline': '&On this page',
  about: '&About National Guides',
  'next-pane': 'N&ext pane',
  'previous-pane': 'P&revious pane',
};

export const dialogText = {
  linkTitle: 'Link to another site',
  linkWeb: (host: string) => `This link leads to ${host}`,
  linkMail: (address: string) => `This link writes an email to ${address}`,
  linkCopyDetail: 'National Guides opens nothing outside by itself. You can copy the address and open it where your force allows it.',
  linkOpenDetail: 'It opens in your web browser or email program, outside National Guides.',
  linkRefused: 'This link was not opened',
  linkRefusedDetail: 'Its address is not one that National Guides passes on. Tell the working group of this guide.',
  copyAddress: 'Copy the address',
  open: 'Open',
  cancel: 'Cancel',
  close: 'Close',
  pdfTitle: 'Save this guide as PDF',
  pdfFilter: 'PDF document',
  /** On every sheet: paper must not pass for approved. */
  stampStatus: { draft: 'DRAFT', consultation: 'FOR CONSULTATION', approved: 'Approved', withdrawn: 'WITHDRAWN' },
  stampEdition: (edition: string) => `edition of ${edition}`,
  stampOwner: (group: string) => group,
  stampPrinted: (day: string) => `printed ${day}`,
  stampPage: (page: string, of: string) => `Page ${page} of ${of}`,
} as const;
