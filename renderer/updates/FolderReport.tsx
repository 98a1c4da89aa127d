// What became of a folder that was chosen by hand: what came in, what was refused and why, what to do next.
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { errorReference } from '../../content/core/base/error.ts';
import { Fault } from '../shell/Fault.tsx';
import { clearFolderImport, folderImport } from '../state/sync.ts';
import { useStore } from '../state/use-store.tsx';
import { editionDay } from '../text/dates.ts';
import { errorTexts } from '../text/errors.ts';
import { updatesText } from '../text/updates.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { folderSummary, stoppedAfter } from './updates-model.ts';

export function FolderReport() {
  const { busy, report, error } = useStore(folderImport);
  const heading = useRef<HTMLHeadingElement>(null);
  // A person waited for it: the focus goes there, which also says it.
  useEffect(() => {
    if (report) heading.current?.focus();
  }, [report]);
  // What the last one came to would be taken for this one's.
  if (busy) return null;
  if (error && error.code !== 'CANCELLED') return <Fault error={error} showLog />;
  if (!report) return null;
  const summary = folderSummary(report);
  return (
    <section className="update-report" aria-labelledby="updates-report">
      <IconButton icon={X} name={updatesText.resultClose} className="update-close" onPress={close} />
      <h2 className="update-name" id="updates-report" ref={heading} tabIndex={-1}>
        {updatesText.result(report.name)}
      </h2>
      <p>
        {summary.sentence} {summary.files}
      </p>
      {report.error && !stoppedAfter(report) && <Fault error={report.error} />}
      <ul className="rows">
        {report.channels.map(({ channel, title, outcome, version, error: why }) => (
          <li key={channel} className="row update-row" data-outcome={outcome}>
            <h3 className="update-name">{title}</h3>
            {outcome === 'imported' && version !== null && <p>{updatesText.resultImported(editionDay(version))}</p>}
            {outcome === 'current' && <p>{updatesText.resultCurrent}</p>}
            {outcome === 'failed' && why && (
              <p>
                {errorTexts[why.code].title}. {errorTexts[why.code].body} {errorTexts[why.code].nextStep}{' '}
                <span className="update-reference">{updatesText.reference(errorReference(why.code))}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
      {summary.isClean && <p>{updatesText.resultNext}</p>}
    </section>
  );
}

function close(): void {
  clearFolderImport();
  // The button that had the focus is gone.
  document.getElementById('main')?.focus({ preventScroll: true });
}
