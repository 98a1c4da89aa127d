// After a library changed: what is not sent yet moves with its guide, and what the groups answered is noticed. Draft by
// draft, giving way to calls; one that is being typed in is left until it rests. Never rejects: what cannot be written is
// logged, and tried again next time.
import type { Note, NoteId } from '../../content/core/annotation/model.ts';
import { asAppError } from '../../content/core/base/error.ts';
import type { Base, Draft, Passage, SuggestionId } from '../../content/core/suggestion/model.ts';
import { type MovedDraft, moveWritten } from '../../content/core/suggestion/move-draft.ts';
import { withAnswer } from '../../content/core/suggestion/responses.ts';
import type { SuggestionsMoved } from '../ipc/suggestion-replies.ts';
import type { NoteContext } from './notes-context.ts';
import { answerTo, stateBy } from './suggestions-context.ts';
import type { DraftFacts } from './suggestions-index.ts';
import { digestOfBlock } from './suggestions-passage.ts';

export interface MovePorts extends Pick<NoteContext, 'drafts' | 'index' | 'texts' | 'breathe'> {
  /** Somebody is writing in it just now. */
  readonly isBusy: (id: SuggestionId) => boolean;
  readonly log: (code: string, data: { readonly error: string }) => void;
}

export interface AllMoved extends SuggestionsMoved {
  /** Those that were left because somebody writes in them. */
  readonly waiting: number;
  /** Lists may be other than they were, though nothing of the above happened: what groups say, a conflict that is none any more. */
  readonly isOther: boolean;
}

export async function moveAll(ports: MovePorts): Promise<AllMoved> {
  const done = { carried: 0, taken: 0, conflicts: 0, waiting: 0 };
  const answered: SuggestionId[] = [];
  let isOther = false;
  const { facts } = await ports.index.all(ports.breathe).catch(() => ({ facts: [] as readonly DraftFacts[] }));
  for (const each of facts) {
    await ports.breathe();
    if (each.deleted === null && each.sent) isOther = true;
    if (each.deleted !== null || each.readOnly || each.state === 'answered') continue;
    try {
      if (each.state === 'sent') {
        if (await notice(ports, each)) answered.push(each.id);
        continue;
      }
      const happened = await moveOne(ports, each);
      if (happened === 'nothing' && each.against !== null) isOther = true;
      if (happened === 'carried') done.carried += 1;
      else if (happened === 'taken') done.taken += 1;
      else if (happened === 'conflict') done.conflicts += 1;
      else if (happened === 'busy') done.waiting += 1;
    } catch (thrown) {
      ports.log('suggestion-not-moved', { error: asAppError(thrown).code });
    }
  }
  return { ...done, answered, isOther };
}

type Happened = MovedDraft['happened'];

async function moveOne(ports: MovePorts, { id, guide, base, against }: DraftFacts): Promise<Happened | 'busy'> {
  const newest = guide === null || base === null ? null : await ports.texts.file(guide, 0);
  // A guide that is held no more leaves both texts as they are.
  if (!newest || newest.ref.digest === against || (newest.ref.digest === base && against === null)) return 'nothing';
  if (ports.isBusy(id)) return 'busy';
  const next: Base = { edition: newest.ref, source: newest.source };
  const kept = await ports.drafts.read(id);
  const about = kept && (await placed(ports, kept.draft));
  let happened = 'nothing' as Happened;
  await ports.drafts.change(id, (found) => {
    if (!found) return null;
    const moved = moveWritten(found, next, about);
    happened = moved.happened;
    return moved.draft === found.draft ? null : { draft: moved.draft, history: moved.history };
  });
  return happened;
}

/** The passage in the newest edition; null where its words are gone. */
export async function placed({ texts }: Pick<NoteContext, 'texts'>, { suggestion }: Draft): Promise<Passage | null> {
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
async function notice(ports: MovePorts, facts: DraftFacts): Promise<boolean> {
  const answer = await answerTo(ports, facts);
  if (!answer || !facts.sent || stateBy(facts, answer) !== 'answered') return false;
  const known = new Map([[facts.sent.digest, answer]]);
  await ports.drafts.change(facts.id, (found) => found && { history: found.history, draft: withAnswer(found.draft, known) });
  return true;
}
