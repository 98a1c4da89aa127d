// What buttons and keys do to a whole piece of the open suggestion: each is one step of undo.
import { notify } from '../../state/notices.ts';
import { openDraft } from '../../state/suggestions.ts';
import { suggestPageText } from '../../text/suggest-page.ts';
import { type Acted, addBelow, insertAfter, joinNext, moveBy, removeAt } from './block-acts.ts';
import { isHome } from './compare-pieces.ts';
import { act, baseNow, edit, regionNow } from './editing.ts';
import { type Host, regionAt } from './layout.ts';
import { putText, type Stretch, textAt, unitsOf } from './regions.ts';

const sourceNow = (): string | null => openDraft.get()?.source ?? null;
const isNew = { origins: [], over: false } as const;

/** An empty paragraph under what is edited, to be typed in. */
export function addParagraph(): void {
  const [source, region] = [sourceNow(), regionNow()];
  if (source !== null && region) act(addBelow(source, region), isNew, 'start');
}

export function remove(): void {
  const [source, region] = [sourceNow(), regionNow()];
  if (source !== null && region) act(removeAt(source, region), null);
}

export function move(by: -1 | 1): void {
  const [source, region] = [sourceNow(), regionNow()];
  const moved = source !== null && region ? moveBy(source, region, by) : null;
  if (!moved || !region) return;
  const base = baseNow();
  const over = base !== null && isHome(base.units, moved.source, moved.at, region.origins);
  act(moved, { origins: region.origins, over }, 'start');
}

export function joinWithNext(): void {
  const [source, region] = [sourceNow(), regionNow()];
  const joined = source !== null && region ? joinNext(source, region) : null;
  if (!joined || !region) return;
  const next = region.origins.length > 0 ? { origins: region.origins, over: region.over } : isNew;
  act(joined, next, 'end');
}

/** An arrow key beyond the first or last line goes on in the piece there, as in any document. */
export function goOn(by: -1 | 1): void {
  const [base, source, region] = [baseNow(), sourceNow(), regionNow()];
  if (!base || source === null || !region) return;
  const units = unitsOf(source);
  const next = by === 1 ? units.find(({ from }) => from >= region.to) : units.findLast(({ to }) => to <= region.from);
  const found = next && regionAt(base, source, next.from);
  if (found) edit(found, by === 1 ? 'start' : 'end');
}

/** As it is in the guide: its words, its place. */
export function putBack(host: Host): void {
  const [source, region] = [sourceNow(), regionNow()];
  const acted = source === null ? null : putBackIn(source, host, host.kind === 'edit' && region ? region : host);
  if (acted) act(acted, null);
}

function putBackIn(source: string, host: Host, at: Stretch): Acted | null {
  if (host.kind === 'removed') return insertAfter(source, host.from === -1 ? null : host, host.old);
  if (host.origins.length === 0) return removeAt(source, at);
  if (host.kind !== 'moved-away' && host.over.length > 0) return putText(source, at, host.old);
  return moveHome(source, at, host);
}

/** Out of where it was moved to, and behind the piece that it follows in the guide. */
function moveHome(source: string, at: Stretch, { origins, old }: Host): Acted | null {
  const [first] = origins;
  if (first === undefined) return null;
  const without = removeAt(source, at).source;
  for (let before = first - 1; before >= 0; before--) {
    const place = placeOf(without, before);
    if (place) return insertAfter(without, place, old);
  }
  return insertAfter(without, null, old);
}

/** Where a piece of the guide stands now, if it is still where it was. */
function placeOf(source: string, unit: number): Stretch | null {
  const base = baseNow();
  const text = base?.units[unit]?.text ?? '';
  const at = source.replaceAll('\r\n', '\n').indexOf(text);
  if (!base || text === '' || at === -1) return null;
  const region = regionAt(base, source, source.indexOf(text.split('\n')[0] ?? '', at));
  return region?.origins.includes(unit) ? region : null;
}

/** Opens a place that is changed to be edited. */
export function editPlace(host: Host): void {
  const [base, source] = [baseNow(), sourceNow()];
  if (!base || source === null) return;
  const { from, to, origins, over } = host;
  if (host.kind === 'removed' || host.kind === 'moved-away' || textAt(source, host) === '') notify(suggestPageText.placeGone);
  else edit({ from, to, origins, over: over.length > 0 }, 'start');
}
