// What a person does on a guide to suggest a change: to words, to a piece, to the guide as a whole. Opens the draft that is
// begun already where there is one; everything begun here is open at once and on disk right after.
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import type { Passage } from '../../../electron/ipc/note-schemas.ts';
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import { library } from '../../state/library.ts';
import { navigation, showNewest } from '../../state/navigation.ts';
import { notify } from '../../state/notices.ts';
import { settings } from '../../state/settings.ts';
import { beginDraft, openDraft, showDraft } from '../../state/suggestions.ts';
import { clockTime } from '../../text/dates.ts';
import { suggestPageText } from '../../text/suggest-page.ts';
import { authorOf, beginningOf } from './begin-draft.ts';
import { baseOf, type Caret, dropEditing, edit } from './editing.ts';
import { regionOf } from './layout.ts';
import { draftOn, ownDrafts } from './own-drafts.ts';
import { editingHead } from './page-state.ts';
import { textAt, unitOfBlock } from './regions.ts';

export interface SuggestWish {
  readonly guide: GuideDocument;
  readonly passage: Passage;
  /** Where the caret goes in the markdown that is opened. */
  readonly caret: (markdown: string) => Caret;
  /** What is known already: the words of a note. */
  readonly why: string;
}

/** Opens what is meant to be edited, in the draft that is open or begun already, or in a new one. */
export async function suggestOn(asked: SuggestWish): Promise<void> {
  const wish = isNewest(asked.guide) ? asked : { ...asked, guide: await toNewest(asked.guide) };
  const { guide, passage, why } = wish;
  const pieces = piecesOf(guide, passage);
  if (!pieces) {
    notify(suggestPageText.blockGone);
    return;
  }
  const isKnown = isHere(guide) || (await openKnown(wish, pieces));
  if (!isKnown) begin(guide, passage, why);
  open(wish, pieces);
}

/** A change is made of the newest text: nobody is to mend what is mended. */
export function isNewest({ summary: { channel }, seal }: GuideDocument): boolean {
  return (library.get().packs.get(channel)?.seal.version ?? seal.version) === seal.version;
}

async function toNewest(guide: GuideDocument): Promise<GuideDocument> {
  await showNewest();
  // Its page is drawn and joined to what is open.
  await new Promise((resolve) => setTimeout(resolve, pageMs));
  return navigation.get().guide ?? guide;
}

// A long guide is drawn in less.
const pageMs = 100;

type Pieces = readonly [first: number, last: number];

/** Positions of the pieces of the guide that a passage begins and ends in; null: it is not of this text. */
function piecesOf({ source, blockIds }: GuideDocument, { start, end }: Passage): Pieces | null {
  const { units } = baseOf(source);
  const [first = -1, last = -1] = [start, end].map(({ block }) => unitOfBlock(units, blockIds.indexOf(block)));
  return first === -1 || last === -1 ? null : [Math.min(first, last), Math.max(first, last)];
}

/** The draft that was begun for these words before, if any. True: it is open now, and told. */
async function openKnown(wish: SuggestWish, pieces: Pieces): Promise<boolean> {
  const { guide, passage, why } = wish;
  const units = Array.from({ length: pieces[1] - pieces[0] + 1 }, (_, at) => pieces[0] + at);
  const known = draftOn(ownDrafts.get(), guide.summary.id, units);
  if (!known || !(await showDraft(known.id)) || !isHere(guide)) return false;
  notify(suggestPageText.known(clockTime(known.modified)), {
    label: suggestPageText.another,
    run: () => {
      begin(guide, passage, why);
      open(wish, pieces);
    },
  });
  return true;
}

/** A draft of this guide's very text is open, and can be written in: what was sent is done with. */
export function isHere(guide: GuideDocument): boolean {
  const { kept } = openDraft.get() ?? {};
  const { suggestion, state } = kept?.draft ?? {};
  if (kept?.readOnly || state === 'sent' || state === 'answered') return false;
  return suggestion?.guide === guide.summary.id && suggestion.base?.source === guide.source && suggestion.proposal.kind === 'change';
}

function begin(guide: GuideDocument, passage: Passage | null, why: string): void {
  dropEditing();
  const { request, shown } = beginningOf({
    ...{ id: `urn:uuid:${crypto.randomUUID()}` as SuggestionId, guide, passage, kind: 'wording', why },
    ...{ author: authorOf(settings.get().values), now: new Date().toISOString() },
  });
  void beginDraft(request, shown);
}

function open({ guide, caret }: SuggestWish, [first, last]: Pieces): void {
  const base = baseOf(guide.source);
  const source = openDraft.get()?.source ?? null;
  if (source === null) return;
  const region = regionOf(base, source, first, last) ?? regionOf(base, source, first, first);
  if (!region) notify(suggestPageText.placeGone);
  else edit(region, caret(textAt(source, region)));
}

/** Title, summary, or something about the guide as a whole. */
export function suggestGuide(guide: GuideDocument): void {
  if (!isHere(guide)) begin(guide, null, '');
  editingHead.set(true);
}
