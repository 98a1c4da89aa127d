// Notices at the foot of the window. Each goes by itself after six seconds, but not while it is pointed at or
// holds the focus.
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announcement } from '../state/announcer.ts';
import { dismiss, type Notice, noticeMs, notices } from '../state/notices.ts';
import { useStore } from '../state/use-store.tsx';
import { shellText } from '../text/shell.ts';
import { IconButton } from '../ui/IconButton.tsx';

export function Notices() {
  const shown = useStore(notices);
  return (
    <>
      <div className="hidden-words" role="status" aria-live="polite">
        {useStore(announcement)}
      </div>
      <section className="notices" aria-label={shellText.notices}>
        <div role="status" aria-live="polite" className="notice-list">
          {shown.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </div>
      </section>
    </>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const [held, setHeld] = useState(false);
  const { id, text, action } = notice;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(id), noticeMs);
    return () => clearTimeout(timer);
  }, [held, id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it longer
    <div
      className="notice"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{text}</span>
      {action && (
        <button
          type="button"
          className="button button-text"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon={X} name={shellText.dismiss} onPress={() => dismiss(id)} />
    </div>
  );
}
