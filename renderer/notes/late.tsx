// What of notes comes after the first paint, as one piece: of many small ones the shared parts would be files of their
// own, and each file that the first paint needs costs a start.
export { exportData, exportWanted, importNotes } from './file-actions.ts';
export { GuideNotesList } from './GuideNotesList.tsx';
export { NotesLayer } from './NotesLayer.tsx';
export { NotesPage } from './NotesPage.tsx';
export { PlacingBar } from './PlacingBar.tsx';
