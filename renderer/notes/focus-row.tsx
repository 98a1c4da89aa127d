// Puts the focus on a row of the list of notes.

export function focusRow(key: string | null): void {
  if (key === null) return;
  document.querySelector<HTMLElement>(`.note-row[data-key="${CSS.escape(key)}"] .note-link`)?.focus();
}
