// A button with the forms in which notes can be saved, under it.
import type { NoteName } from '../../electron/ipc/note-schemas.ts';
import { notesFilesText } from '../text/notes-files.ts';
import { Disclosure } from './Disclosure.tsx';
import { exportFormats, exportNotes } from './file-actions.ts';

/** `choice`: these notes; null: all there are. */
export function ExportMenu({ choice }: { readonly choice: readonly NoteName[] | null }) {
  return (
    <Disclosure name={choice === null ? notesFilesText.menu : notesFilesText.menuChosen(choice.length)} className="export-menu">
      {(close) =>
        exportFormats.map((format) => (
          <button
            key={format}
            type="button"
            className="button export-row"
            onClick={() => {
              close();
              void exportNotes(choice, format);
            }}
          >
            <span>{notesFilesText.formats[format].name}</span>
            <span className="export-hint">{notesFilesText.formats[format].hint}</span>
          </button>
        ))
      }
    </Disclosure>
  );
}
