// Joins the open suggestion to the page of its guide: lays it out anew when another piece is edited, a step is undone, or the
// text was replaced, and has the hosts put where they belong.
import { flushSync } from 'react-dom';
import type { BlockId } from '../../../content/core/base/ids.ts';
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import { showNewest } from '../../state/navigation.ts';
import { createStore } from '../../state/store.ts';
import { openDraft, steppedDraft } from '../../state/suggestions.ts';
import { afterStep, baseNow, baseOf, dropEditing, edit, editing, layoutVersion, regionNow } from './editing.ts';
import { frontOf, headOf } from './head-fields.ts';
import { type Host, layOut, regionOf } from './layout.ts';
import { hostsOn, type ShownHost } from './page-hosts.tsx';
import { draftView, editingHead, places } from './page-state.ts';
import { unitOfBlock } from './regions.ts';
import { isHere, isNewest } from './suggest-actions.ts';

export const shownHosts = createStore<readonly ShownHost[]>([]);

// Somebody who rests this long may look at the count.
const restMs = 400;

/** A piece that was moved is one place, seen at both ends. */
const countOf = (hosts: readonly Host[]): number =>
  hosts.filter(({ kind, old, next }) => kind !== 'moved-away' && (kind !== 'edit' || old !== next)).length;

function headChanges(source: string, now: string): number {
  const [was, is] = [frontOf(source), frontOf(now)];
  if (was === is) return 0;
  const [before, after] = [headOf(was), headOf(is)];
  return (['title', 'summary'] as const).filter((field) => before[field] !== after[field]).length;
}

/** The block that was edited when a newer edition came. */
let resume: BlockId | null = null;

function idOfRegion({ source, blockIds }: GuideDocument): BlockId | null {
  const block = baseOf(source).units[regionNow()?.origins[0] ?? -1]?.blocks[0];
  return block === undefined ? null : (blockIds[block] ?? null);
}

function goOnAt(guide: GuideDocument): void {
  const [block, source] = [resume, openDraft.get()?.source ?? null];
  resume = null;
  if (block === null || source === null || !isHere(guide)) return;
  const base = baseOf(guide.source);
  const unit = unitOfBlock(base.units, guide.blockIds.indexOf(block));
  const region = unit === -1 ? null : regionOf(base, source, unit, unit);
  if (region) edit(region, 'end');
}

/** Shows the open suggestion on its guide until the returned function is called. */
export function showOnPage(guide: GuideDocument, article: HTMLElement): () => void {
  const hosts = hostsOn(article, guide);
  let shown: string | null = null;
  let base: string | null = null;
  let hasText = false;
  const draw = (next: readonly ShownHost[]): void => flushSync(() => shownHosts.set(next));
  const laidOut = (): readonly Host[] => {
    const text = isHere(guide) ? baseNow() : null;
    const source = openDraft.get()?.source ?? null;
    const list = text && source !== null ? layOut(text, source, regionNow()) : [];
    places.set(countOf(list) + (text && source !== null ? headChanges(text.source, source) : 0));
    return list;
  };
  const show = (): void => hosts.show(isHere(guide) ? baseNow() : null, laidOut(), draw);
  let counting: ReturnType<typeof setTimeout> | undefined;
  /** What is typed is counted when the typing rests. */
  const countLater = (): void => {
    clearTimeout(counting);
    counting = setTimeout(laidOut, restMs);
  };
  const draftChanged = (): void => {
    const { suggestion } = openDraft.get()?.kept.draft ?? {};
    const [nextShown, nextBase] = [suggestion?.id ?? null, suggestion?.base?.source ?? null];
    const nextText = (openDraft.get()?.source ?? null) !== null;
    if (nextShown === shown && nextBase === base && nextText === hasText) {
      countLater();
      return;
    }
    const isOther = nextShown !== shown;
    [shown, base, hasText] = [nextShown, nextBase, nextText];
    if (isOther) {
      draftView.set('all');
      editingHead.set(false);
    }
    const isOfOther = base !== null && base !== guide.source && suggestion?.guide === guide.summary.id;
    if (isOfOther && !openDraft.get()?.kept.draft.conflict && (!isOther || !isNewest(guide))) {
      // It was carried over to a newer edition, while it was written in or before: that one is shown, at the same place.
      resume = idOfRegion(guide);
      void showNewest();
    }
    // A stretch of the text before is none of this one.
    if (regionNow() && editing.get()) dropEditing();
    else show();
  };
  const stepped = (): void => {
    const step = steppedDraft.get();
    if (!step || !isHere(guide)) return;
    draftView.set('all');
    afterStep(step.before, step.after);
    requestAnimationFrame(() => document.querySelector('[data-host="edit"]')?.scrollIntoView({ block: 'nearest', behavior: 'instant' }));
  };
  const off = [openDraft.subscribe(draftChanged), layoutVersion.subscribe(show), steppedDraft.subscribe(stepped)];
  draftChanged();
  goOnAt(guide);
  return () => {
    for (const stop of off) stop();
    clearTimeout(counting);
    dropEditing();
    draw([]);
    hosts.clear();
    places.set(0);
  };
}
