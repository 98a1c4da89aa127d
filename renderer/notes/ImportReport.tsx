// What became of a file of notes that was taken in: what came, what has no place, what stayed in the file, and the way back.
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { errorReference } from '../../content/core/base/error.ts';
import { Fault } from '../shell/Fault.tsx';
import { go } from '../state/navigation.ts';
import { useStore } from '../state/use-store.tsx';
import { errorTexts } from '../text/errors.ts';
import { importSentences, notesFilesText } from '../text/notes-files.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { closeImport, notesImport, undoImport } from './file-actions.ts';

export function ImportReport() {
  const { busy, progress, report, error, undo } = useStore(notesImport);
  const heading = useRef<HTMLHeadingElement>(null);
  const fault = useRef<HTMLDivElement>(null);
  // A person waited for it: the focus goes there, which also says it.
  useEffect(() => {
    if (report) heading.current?.focus();
    else if (error) fault.current?.focus();
  }, [report, error]);
  if (busy) {
    return (
      <div className="import-progress" role="status">
        {progress && (
          <>
            <p>{notesFilesText.importing}</p>
            <progress value={progress.done} max={Math.max(1, progress.of)} aria-label={notesFilesText.importing} />
            <p className="import-count">{notesFilesText.importingOf(progress.done, progress.of)}</p>
          </>
        )}
      </div>
    );
  }
  if (error) {
    return (
      <div className="import-fault no-print" ref={fault} tabIndex={-1}>
        <IconButton icon={X} name={notesFilesText.closeFault} className="import-close" onPress={close} />
        <Fault error={error} showLog />
      </div>
    );
  }
  if (!report) return null;
  return (
    <section className="import-report no-print" aria-labelledby="import-report">
      <IconButton icon={X} name={notesFilesText.close} className="import-close" onPress={close} />
      <h2 className="import-title" id="import-report" ref={heading} tabIndex={-1}>
        {notesFilesText.report(report.name)}
      </h2>
      {importSentences(report).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {report.error && (
        <p>
          {notesFilesText.incomplete} {errorTexts[report.error.code].title}. {errorTexts[report.error.code].nextStep}{' '}
          <span className="import-reference">{notesFilesText.reference(errorReference(report.error.code))}</span>
        </p>
      )}
      <div className="import-acts">
        {report.unplaced > 0 && (
          <button type="button" className="button button-edge" onClick={() => void go({ kind: 'notes', view: 'waiting' })}>
            {notesFilesText.look}
          </button>
        )}
        {undo && (
          <button type="button" className="button button-edge" onClick={() => void takeBack()}>
            {notesFilesText.undo}
          </button>
        )}
      </div>
    </section>
  );
}

function close(): void {
  closeImport();
  // The button that had the focus is gone.
  document.getElementById('main')?.focus({ preventScroll: true });
}

async function takeBack(): Promise<void> {
  await undoImport();
  if (notesImport.get().report === null) document.getElementById('main')?.focus({ preventScroll: true });
}
