// What is under way, in words and figures, and how to call it off: by its button or by Esc. Room is kept for it, so
// that nothing jumps when it comes. The figures are read aloud by state/sync.ts, not from here.
import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { SyncState } from '../../electron/ipc/replies.ts';
import { tellFault } from '../shell/tell-fault.ts';
import { notify } from '../state/notices.ts';
import { onEscape } from '../state/overlays.ts';
import { folderImport, haltSync } from '../state/sync.ts';
import { updatesText } from '../text/updates.ts';
import { Icon } from '../ui/Icon.tsx';
import { progressOf } from './updates-model.ts';

/** @param isChoosing a folder is being chosen or read */
export function Progress({ state, isChoosing }: { readonly state: SyncState; readonly isChoosing: boolean }) {
  const progress = progressOf(state.overall);
  const isUnderWay = progress !== null;
  useEffect(() => (isUnderWay ? onEscape(() => void halt()) : undefined), [isUnderWay]);
  return (
    <div className="update-progress">
      {progress && (
        <>
          <div className="update-stop">
            <p>
              {progress.words} <span className="update-soft">{updatesText.keepReading}</span>
            </p>
            <button type="button" className="button button-edge" title={updatesText.stopTip} onClick={() => void halt()}>
              <Icon of={X} />
              {updatesText.stop}
            </button>
          </div>
          {progress.of !== null && progress.done !== null && (
            <progress aria-label={updatesText.progress} max={progress.of} value={progress.done} />
          )}
        </>
      )}
      {!progress && isChoosing && <p>{updatesText.importing}</p>}
    </div>
  );
}

async function halt(): Promise<void> {
  const isFolder = folderImport.get().busy;
  const error = await haltSync();
  if (error) tellFault(error);
  else notify(updatesText.halted(isFolder));
  // The button goes away with what it stopped.
  document.getElementById('main')?.focus({ preventScroll: true });
}
