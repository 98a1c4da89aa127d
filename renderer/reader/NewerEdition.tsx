// Offers a newer edition of the open guide. Nothing changes under the eyes: it stands in the room above the page, and
// where there is none, what it pushes down is scrolled back.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { ask } from '../api.ts';
import { announce } from '../state/announcer.ts';
import { facts, library } from '../state/library.ts';
import { showNewest } from '../state/navigation.ts';
import { notify } from '../state/notices.ts';
import { useSelected } from '../state/use-store.tsx';
import { editionDay } from '../text/dates.ts';
import { syncText } from '../text/sync.ts';
import { type Newer, newerOf, newerVersion } from './newer-model.ts';

export function NewerEdition({ guide }: { readonly guide: GuideDocument }) {
  const version = useSelected(library, (held) => newerVersion(held, guide));
  const isThere = useSelected(library, ({ guides }) => guides.has(guide.summary.id));
  const [newer, setNewer] = useState<Newer | null>(null);
  useEffect(() => {
    if (version === null) return setNewer(null);
    if (!isThere) return setNewer({ kind: 'gone', version });
    let wanted = true;
    void ask('library.guide', { id: guide.summary.id }).then((reply) => {
      if (wanted) setNewer(newerOf(guide, version, reply.ok ? reply.value : null));
    });
    return () => {
      wanted = false;
    };
  }, [guide, version, isThere]);
  return newer && version === newer.version && <Offer key={`${newer.kind} ${newer.version}`} newer={newer} />;
}

const sentences = { changed: syncText.newEdition, same: syncText.sameWords, gone: syncText.goneFromEdition } as const;

function Offer({ newer: { kind, version } }: { readonly newer: Newer }) {
  const strip = useRef<HTMLDivElement>(null);
  const sentence = sentences[kind](editionDay(version), facts.get().now);
  const show = (): void => void showNewest();
  useLayoutEffect(() => {
    const element = strip.current;
    if (!element || getComputedStyle(element).position === 'absolute') return;
    // In a narrow window it takes room of its own: the line that is read stays where it is.
    if (scrollY === 0) scrollBy({ top: element.getBoundingClientRect().height, behavior: 'instant' });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when it comes
  useEffect(() => {
    if (kind === 'same') return;
    const box = strip.current?.getBoundingClientRect();
    const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
    if (box && box.bottom > bar && box.top < innerHeight) announce(sentence);
    else notify(sentence, kind === 'gone' ? null : { label: syncText.showNew, run: show });
  }, []);
  return (
    <div className="newer" role="note" data-newer={kind} ref={strip}>
      {sentence}{' '}
      {kind !== 'gone' && (
        <button type="button" className="button button-text" onClick={show}>
          {syncText.showNew}
        </button>
      )}
    </div>
  );
}
