// What can be done with the suggestion as a whole: look at what would leave and send it, close it, delete it.
import { Send, Trash2 } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { OpenDraft } from '../../state/draft-session.ts';
import { flushDraft, removeDrafts } from '../../state/suggestions.ts';
import { suggestPanelText } from '../../text/suggest-page.ts';
import { Icon } from '../../ui/Icon.tsx';
import { lookAndSend } from '../leave/leave.ts';
import { missingNow } from './panel-model.ts';

interface Props {
  readonly draft: OpenDraft;
  readonly lock: 'newer' | 'sent' | null;
  readonly onClose?: (() => void) | undefined;
}

export function PanelFoot({ draft, lock, onClose }: Props) {
  // Not before the letter that was typed is on the screen.
  const later = useDeferredValue(draft);
  const missing = useMemo(() => missingNow(later), [later]);
  const { id } = draft.kept.draft.suggestion;
  const isReady = missing.length === 0 && draft.kept.draft.conflict === null;
  const send = async (): Promise<void> => {
    if (isReady && (await flushDraft())) lookAndSend(id);
  };
  return (
    <div className="suggest-foot">
      {lock === null && (
        <>
          {missing.length > 0 && (
            <p className="suggest-hint" id="suggest-to-do">
              {suggestPanelText.toDo(missing)}
            </p>
          )}
          {/* Not disabled: the focus would be lost, and the sentence above says what is missing. */}
          <button
            type="button"
            className="button button-main"
            aria-disabled={!isReady}
            aria-describedby={missing.length > 0 ? 'suggest-to-do' : undefined}
            onClick={() => void send()}
          >
            <Icon of={Send} size={16} />
            {suggestPanelText.send}
          </button>
        </>
      )}
      <div className="suggest-row">
        {onClose && (
          <button type="button" className="button" onClick={onClose}>
            {suggestPanelText.close}
          </button>
        )}
        {lock !== 'newer' && (
          <button type="button" className="button" onClick={() => void removeDrafts([id])}>
            <Icon of={Trash2} size={16} />
            {suggestPanelText.delete}
          </button>
        )}
      </div>
    </div>
  );
}
