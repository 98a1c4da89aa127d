// What can be done about updates.
import { ClipboardCopy, FolderInput, RefreshCw } from 'lucide-react';
import type { SyncState } from '../../electron/ipc/replies.ts';
import { ask } from '../api.ts';
import { tellFault } from '../shell/tell-fault.ts';
import { run } from '../state/commands.ts';
import type { AppFacts } from '../state/library.ts';
import { notify } from '../state/notices.ts';
import { folderImport } from '../state/sync.ts';
import { useStore } from '../state/use-store.tsx';
import { commandTexts } from '../text/commands.ts';
import { updatesText } from '../text/updates.ts';
import { Icon } from '../ui/Icon.tsx';
import { itSummary } from './it-summary.ts';
import { Progress } from './Progress.tsx';
import { hasShares, progressOf } from './updates-model.ts';

export function Actions({ state, app }: { readonly state: SyncState; readonly app: AppFacts }) {
  const { busy } = useStore(folderImport);
  const progress = progressOf(state.overall);
  const isWaiting = progress !== null || busy;
  const copy = async (): Promise<void> => {
    const reply = await ask('clipboard.write', { text: itSummary(state, app, new Date().toISOString()), html: '' });
    if (reply.ok) notify(updatesText.summaryCopied);
    else tellFault(reply.error);
  };
  return (
    <>
      <div className="update-actions">
        {hasShares(state) && (
          // Not disabled while it works: the focus would be lost.
          <button
            type="button"
            className="button button-main"
            aria-disabled={isWaiting}
            title={`${commandTexts['check-updates'].name} (${commandTexts['check-updates'].keys})`}
            onClick={() => !isWaiting && run('check-updates')}
          >
            <Icon of={RefreshCw} />
            {updatesText.check}
          </button>
        )}
        <button type="button" className="button button-edge" aria-disabled={busy} onClick={() => !busy && run('import-folder')}>
          <Icon of={FolderInput} />
          {updatesText.importFolder}
        </button>
        <button type="button" className="button button-edge" onClick={() => void copy()}>
          <Icon of={ClipboardCopy} />
          {updatesText.copySummary}
        </button>
      </div>
      <Progress state={state} isChoosing={busy} />
    </>
  );
}
