import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '../../../electron/settings/schema.ts';
import { togglePrintNotes } from '../../../renderer/notes/print-notes.ts';
import { notices } from '../../../renderer/state/notices.ts';
import { settings } from '../../../renderer/state/settings.ts';
import { notesPageText } from '../../../renderer/text/notes-page.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';

let bridge: FakeBridge;
beforeEach(() => {
  bridge = fakeBridge({});
});
afterEach(() => bridge.remove());
const said = () => notices.get().at(-1)?.text;

test('printing of notes is switched on and off, and each time it is said what will happen', () => {
  settings.set({ values: defaultSettings, managed: [], repaired: false });
  togglePrintNotes();
  expect(settings.get().values.printNotes).toBe(true);
  expect(said()).toBe(notesPageText.printOn);
  togglePrintNotes();
  expect(settings.get().values.printNotes).toBe(false);
  expect(said()).toBe(notesPageText.printOff);
});

test('where IT decides nothing changes, and that is said', () => {
  settings.set({ values: { ...defaultSettings, printNotes: true }, managed: ['printNotes'], repaired: false });
  togglePrintNotes();
  expect(settings.get().values.printNotes).toBe(true);
  expect(said()).toBe(`${notesPageText.printOn} ${notesPageText.printManaged}`);
  expect(bridge.asked).toEqual([]);
});
