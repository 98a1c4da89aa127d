// The shared folders, in the order in which they are looked at, and what came with the app.
import { FolderPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { errorReference } from '../../content/core/base/error.ts';
import type { SyncState } from '../../electron/ipc/replies.ts';
import type { AppError } from '../api.ts';
import { tellFault } from '../shell/tell-fault.ts';
import { notify } from '../state/notices.ts';
import { addShare, removeShare } from '../state/sync.ts';
import { errorTexts } from '../text/errors.ts';
import { updatesText } from '../text/updates.ts';
import { Icon } from '../ui/Icon.tsx';
import { StateWord } from './StateWord.tsx';
import { type ShareRow, shareRows } from './updates-model.ts';

export function ShareList({ state, now }: { readonly state: SyncState; readonly now: string }) {
  const add = useRef<HTMLButtonElement>(null);
  const tell = (error: AppError | null): void => {
    if (error === null) return;
    if (error.code === 'TOO_LARGE' && typeof error.data.most === 'number') notify(updatesText.tooManyShares(error.data.most));
    else tellFault(error);
  };
  const remove = async ({ share }: ShareRow): Promise<void> => {
    const error = await removeShare(share.id);
    tell(error);
    if (error === null) notify(updatesText.removed(share.label));
    // The button that had the focus is gone.
    add.current?.focus();
  };
  return (
    <section className="update-part" aria-labelledby="updates-shares">
      <h2 className="section-title" id="updates-shares">
        {updatesText.shares}
      </h2>
      <ul className="rows">
        {shareRows(state, now).map((row) => (
          <ShareItem key={row.share.id} row={row} onRemove={() => remove(row)} />
        ))}
      </ul>
      {state.managed ? (
        <p className="section-note">{updatesText.managed}</p>
      ) : (
        <p className="update-add">
          <button type="button" className="button button-edge" ref={add} onClick={() => void addShare().then(tell)}>
            <Icon of={FolderPlus} />
            {updatesText.addShare}
          </button>
        </p>
      )}
    </section>
  );
}

function ShareItem({ row, onRemove }: { readonly row: ShareRow; readonly onRemove: () => Promise<void> }) {
  const [asked, setAsked] = useState(false);
  const ask = useRef<HTMLButtonElement>(null);
  const yes = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  // The focus follows: to the answer, and back to the question.
  useEffect(() => {
    if (asked) yes.current?.focus();
    else if (wasAsked.current) ask.current?.focus();
    wasAsked.current = asked;
  }, [asked]);
  const { share, title, mark, facts, error, isRemovable } = row;
  return (
    <li className="row update-row" data-share={share.id}>
      <div className="update-head">
        <h3 className="update-name">{title}</h3>
        {mark && <StateWord mark={mark} />}
        {isRemovable && !asked && (
          <button
            type="button"
            className="button button-text update-remove"
            aria-label={updatesText.removeOf(title)}
            ref={ask}
            onClick={() => setAsked(true)}
          >
            {updatesText.remove}
          </button>
        )}
      </div>
      {share.path !== '' && <code className="update-path">{share.path}</code>}
      <p className="row-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {error && (
        <p className="update-why">
          {errorTexts[error.code].title}. <Reference code={errorReference(error.code)} />
        </p>
      )}
      {asked && (
        <div className="update-ask">
          <p>{updatesText.removeAsk}</p>
          <button type="button" className="button button-edge" ref={yes} onClick={() => void onRemove()}>
            {updatesText.removeYes}
          </button>
          <button type="button" className="button" onClick={() => setAsked(false)}>
            {updatesText.removeNo}
          </button>
        </div>
      )}
    </li>
  );
}

const Reference = ({ code }: { readonly code: string }) => <span className="update-reference">{updatesText.reference(code)}</span>;
