// What can be done with all notes as files: import, export, and a copy of everything that is one's own.
import { FolderOutput, Import } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { run } from '../state/commands.ts';
import { useStore } from '../state/use-store.tsx';
import { notesFilesText } from '../text/notes-files.ts';
import { Icon } from '../ui/Icon.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { exportWanted, notesImport } from './file-actions.ts';

export function FileActions() {
  const { busy } = useStore(notesImport);
  const wanted = useStore(exportWanted);
  const root = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (!wanted) return;
    exportWanted.set(false);
    root.current?.querySelector<HTMLElement>('.export-menu > .button[aria-expanded="false"]')?.click();
  }, [wanted]);
  return (
    <fieldset className="notes-files no-print" ref={root} aria-label={notesFilesText.actions}>
      <button type="button" className="button" aria-disabled={busy} onClick={() => !busy && run('import-notes')}>
        <Icon of={Import} size={16} />
        {notesFilesText.importButton}
      </button>
      <ExportMenu choice={null} />
      <button type="button" className="button" onClick={() => run('export-data')}>
        <Icon of={FolderOutput} size={16} />
        {notesFilesText.dataButton}
      </button>
    </fieldset>
  );
}
