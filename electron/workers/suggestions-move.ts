// After a library changed: what is not sent yet moves with its guide, and what the groups answered is noticed. Draft by
// draft, giving way to calls; one that is being typed in is left until it rests. Never rejects: what cannot be written is
// logged, and tried again next time.
import type { Note, NoteId } from '../../content/core/annotation/model.ts';
import { asAppError } from '../../content/core/base/error.ts';
import type { Base, Draft, Passage, SuggestionId } from '../../content/core/suggestion/model.ts';
import { moveWritten } from '../../content/core/suggestion/move-draft.ts';
import { withAnswer } from '../../content/core/suggestion/responses.ts';
import type { KeptDraft } from '../../content/node/draft-store.ts';
import type { SuggestionsMoved } from '../ipc/suggestion-replies.ts';
import type { NoteContext } from './notes-context.ts';
import { answerTo } from './suggestions-context.ts';
import { digestOfBlock } from './suggestions-passage.ts';

export interface MovePorts extends Pick<NoteContext, 'drafts' | 'texts' | 'breathe'> {
  /** Somebody is writing in it just now. */
  readonly isBusy: (id: SuggestionId) => boolean;
  readonly log: (code: string, data: { readonly error: string }) => void;
}

export interface AllMoved extends SuggestionsMoved {
  /** Those that were left because somebody writes in them. */
  readonly waiting: number;
}

export async function moveAll(ports: MovePorts): Promise<AllMoved> {
  const done = { carried: 0, taken: 0, conflicts: 0, waiting: 0 };
  const answered: SuggestionId[] = [];
  const { drafts } = await ports.drafts.list().catch(() => ({ drafts: [] as readonly KeptDraft[] }));
  for (const kept of drafts) {
    await ports.breathe();
    const { draft } = kept;
    if (draft.deleted !== null || kept.isReadOnly || draft.state === 'answered') continue;
    try {
      if (draft.state === 'sent') {
        if (await notice(ports, draft)) answered.push(draft.suggestion.id);
        continue;
      }
      const happened = await moveOne(ports, kept);
      if (happened === 'carried') done.carried += 1;
      else if (happened === 'taken') done.taken += 1;
      else if (happened === 'conflict') done.conflicts += 1;
      else if (happened === 'busy') done.waiting += 1;
    } catch (thrown) {
      ports.log('suggestion-not-moved', { error: asAppError(thrown).code });
    }
  }
  return { ...done, answered };
}

async function moveOne(ports: MovePorts, { draft }: KeptDraft): Promise<'nothing' | 'carried' | 'taken' | 'conflict' | 'busy'> {
  const { id, guide, base } = draft.suggestion;
  const newest = guide === null || base === null ? null : await ports.texts.file(guide, 0);
  // A guide that is held no more leaves both texts as they are.
  if (!newest || newest.ref.digest === base?.edition.digest || newest.ref.digest === draft.conflict?.edition.digest) return 'nothing';
  if (ports.isBusy(id)) return 'busy';
  const next: Base = { edition: newest.ref, source: newest.source };
  const about = await placed(ports, draft);
  let happened: 'nothing' | 'carried' | 'taken' | 'conflict' = 'nothing';
  await ports.drafts.change(id, (found) => {
    if (!found) return null;
    const moved = moveWritten(found, next, about);
    happened = moved.happened;
    return moved.draft === found.draft ? null : { draft: moved.draft, history: moved.history };
  });
  return happened;
}

/** The passage in the newest edition; null where its words are gone. */
async function placed({ texts }: MovePorts, { suggestion }: Draft): Promise<Passage | null> {
  const { guide, about, id, created, modified } = suggestion;
  const newest = guide === null ? null : await texts.newest(guide);
  if (!about || !newest || guide === null) return null;
  const place = await texts.placer(guide, newest, [about]);
  const note: Note = {
    ...{
      guide,
      created,
      modified,
      highlight: 'important',
      text: '',
      tags: [],
      archived: false,
      fate: 'unchanged',
      before: null,
      clock: {},
    },
    id: id as string as NoteId,
    anchor: about.anchor,
  };
  const { anchor, fate } = place(note).note;
  return fate === 'gone' ? null : { anchor, blockDigest: digestOfBlock(newest.text, anchor.block) };
}

/** True: the group decided, and nobody was told yet. */
async function notice(ports: MovePorts, draft: Draft): Promise<boolean> {
  const answer = await answerTo(ports, draft);
  if (!answer || !draft.sent) return false;
  const known = new Map([[draft.sent.digest, answer]]);
  if (withAnswer(draft, known).state !== 'answered') return false;
  await ports.drafts.change(draft.suggestion.id, (found) => found && { history: found.history, draft: withAnswer(found.draft, known) });
  return true;
}
