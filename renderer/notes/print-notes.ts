// Whether notes are printed after guides: a choice of the person, on paper and in a PDF alike.

import { notify } from '../state/notices.ts';
import { changeSettings, isManaged, settings } from '../state/settings.ts';
import { notesPageText } from '../text/notes-page.ts';

/** Says what will happen from now on; where IT decides, what IT decided. */
export function togglePrintNotes(): void {
  const before = settings.get();
  if (!isManaged(before, 'printNotes')) void changeSettings({ printNotes: !before.values.printNotes });
  const { printNotes } = settings.get().values;
  const words = printNotes ? notesPageText.printOn : notesPageText.printOff;
  notify(isManaged(before, 'printNotes') ? `${words} ${notesPageText.printManaged}` : words);
}
