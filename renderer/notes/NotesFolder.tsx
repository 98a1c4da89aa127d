// The folder that a person's PCs share for their notes: which it is, how it stands, and how to choose or leave it.
import { FolderSync } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { errorReference } from '../../content/core/base/error.ts';
import type { NotesFolderState } from '../../electron/ipc/note-replies.ts';
import { ask, listen } from '../api.ts';
import { tellFault } from '../shell/tell-fault.ts';
import { facts } from '../state/library.ts';
import { notify } from '../state/notices.ts';
import { useStore } from '../state/use-store.tsx';
import { errorTexts } from '../text/errors.ts';
import { notesFolderText } from '../text/notes-folder.ts';
import { Icon } from '../ui/Icon.tsx';

export function NotesFolder() {
  const [state, setState] = useState<NotesFolderState | null>(null);
  const choose = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    void ask('notes.folder', {}).then((reply) => reply.ok && setState(reply.value));
    return listen('notes.folder-changed', setState);
  }, []);
  if (!state) return null;
  const { path, managed } = state;
  const share = async (): Promise<void> => {
    const reply = await ask('notes.share-folder', {});
    if (!reply.ok) return tellFault(reply.error);
    if (reply.value === null) return;
    setState(reply.value);
    notify(notesFolderText.chosen);
  };
  const leave = async (): Promise<void> => {
    const reply = await ask('notes.leave-folder', {});
    if (!reply.ok) return tellFault(reply.error);
    setState(reply.value);
    notify(notesFolderText.left);
    // The button that had the focus is gone.
    choose.current?.focus();
  };
  return (
    <section className="notes-folder no-print" aria-labelledby="notes-folder">
      <h2 className="section-title" id="notes-folder">
        {notesFolderText.title}
      </h2>
      {path === '' ? <p>{notesFolderText.none}</p> : <Standing state={state} />}
      {managed ? (
        <p className="notes-soft">{notesFolderText.managed}</p>
      ) : (
        <p className="notes-folder-acts">
          <button type="button" className="button button-edge" ref={choose} onClick={() => void share()}>
            <Icon of={FolderSync} size={16} />
            {path === '' ? notesFolderText.choose : notesFolderText.change}
          </button>
          {path !== '' && (
            <button type="button" className="button" onClick={() => void leave()}>
              {notesFolderText.leave}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

function Standing({ state: { path, exchanged, error } }: { readonly state: NotesFolderState }) {
  const { now } = useStore(facts);
  return (
    <>
      <p>
        {notesFolderText.in} <code className="notes-folder-path">{path}</code>
      </p>
      <p className="notes-soft">
        {exchanged === null ? notesFolderText.waiting : notesFolderText.exchanged(exchanged, exchanged > now ? exchanged : now)}
      </p>
      {error && (
        <p role="status">
          {notesFolderText.looked(errorTexts[error.code].title, errorReference(error.code))} {notesFolderText.behind}
        </p>
      )}
    </>
  );
}
