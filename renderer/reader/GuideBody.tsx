// The text of a guide. Its nodes are put in once per document and never drawn again by React: selection, find
// marks and ticks stay where they are.
import { useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { type BlockId, type GuideId, isGuideId } from '../../content/core/base/ids.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { ask } from '../api.ts';
import { tellFault } from '../shell/tell-fault.ts';
import { openGuide } from '../state/navigation.ts';
import { notify } from '../state/notices.ts';
import { reading, setTick, ticksOf } from '../state/reading.ts';
import { useSelected } from '../state/use-store.tsx';
import { readerText } from '../text/reader.ts';
import { Checklist } from './Checklist.tsx';
import { layOutFirstScreen } from './first-screen.tsx';
import type { PreparedGuide } from './prepare.tsx';

export function GuideBody({ guide, prepared }: { readonly guide: GuideDocument; readonly prepared: PreparedGuide }) {
  const text = useRef<HTMLDivElement>(null);
  const { id } = guide.summary;
  const ticks = useSelected(reading, (state) => ticksOf(state, id));
  useLayoutEffect(() => {
    // A fragment that was put in is empty: another mount of the same document keeps what is there.
    if (!text.current || !prepared.fragment.hasChildNodes()) return;
    text.current.replaceChildren(prepared.fragment);
    layOutFirstScreen(text.current);
  }, [prepared]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other boxes
  useLayoutEffect(() => {
    for (const box of text.current?.querySelectorAll<HTMLInputElement>('input[data-task]') ?? [])
      box.checked = Object.hasOwn(ticks, box.dataset.task ?? '');
  }, [ticks, prepared]);
  useEffect(() => {
    const element = text.current;
    if (!element) return;
    const click = (event: MouseEvent): void => follow(event, id);
    const change = (event: Event): void => {
      if (!(event.target instanceof HTMLInputElement) || !event.target.dataset.task) return;
      void setTick(id, event.target.dataset.task as BlockId, event.target.checked, new Date().toISOString());
    };
    element.addEventListener('click', click);
    element.addEventListener('auxclick', click);
    element.addEventListener('change', change);
    return () => {
      element.removeEventListener('click', click);
      element.removeEventListener('auxclick', click);
      element.removeEventListener('change', change);
    };
  }, [id]);
  return (
    <>
      <div className="text" ref={text} />
      {prepared.checklist && createPortal(<Checklist guide={id} tasks={prepared.tasks} />, prepared.checklist)}
    </>
  );
}

/** Links in the text: to guides and places of ours, or outside by way of the main process. */
export function follow(event: MouseEvent, here: GuideId): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  // A right click is the context menu's.
  if (!link || event.button > 1) return;
  event.preventDefault();
  const { external, guide, target } = link.dataset;
  if (external !== undefined) void leave(external);
  else if (guide !== undefined && isGuideId(guide)) void openGuide(guide, target ?? null);
  else void openGuide(here, target ?? link.getAttribute('href')?.replace(/^#/, '') ?? null);
}

export async function leave(url: string): Promise<void> {
  const reply = await ask('link.external', { url });
  if (!reply.ok) tellFault(reply.error);
  else if (reply.value.done === 'copied') notify(readerText.outsideCopied);
}
