// The scene of the suite that ends the notes process while a suggestion is written: one guide of ordinary length, a word
// after another typed into it as the window saves it, and what a folder must say where an edit was ended somewhere.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import { proposedSource, type SuggestionId } from '../../content/core/suggestion/model.ts';
import { type History, stepBetween, undo, withStep } from '../../content/core/suggestion/undo-history.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { openNoteStore } from '../../content/node/note-store.ts';
import type { KeptSuggestion } from '../../electron/ipc/suggestion-replies.ts';
import type { FromNotes, NoteCallName, NoteReply, NoteRequest } from '../../electron/workers/notes-protocol.ts';
import { createNotesSession } from '../../electron/workers/notes-session.ts';
import { openNoteTexts } from '../../electron/workers/notes-texts.ts';
import { draftParts } from './draft-parts.ts';
import type { HookPlan } from './store-scene.ts';

/** `store` is the folder of the app's data. Edit 0 begins the suggestion. */
export interface SuggestionLine extends Omit<HookPlan, 'share'> {
  readonly storeDirs: readonly string[];
  readonly edit: number;
}

/** As long as the app's own guides are. */
export const guideBody = `## Rules\n\n${'A paragraph of ordinary length, as guides have many of them.\n\n'.repeat(200)}`;
export const crashGuide = 'rules' as GuideId;
const id = 'urn:uuid:00000000-0000-4000-8000-0000000000d2' as SuggestionId;
const timeOf = (edit: number): string => new Date(Date.UTC(2026, 10, 23, 9) + edit * 1_000).toISOString();
/** Words in three places of the text, the last ones after one another. */
const marks = ['A paragraph', 'ordinary length', 'many of them'] as const;
export const typedIn = (source: string, edit: number): string => source.replace(marks[edit % 3] as string, (mark) => `word${edit} ${mark}`);

export interface CrashSession {
  ask<Name extends NoteCallName>(name: Name, request: NoteRequest<Name>, now: string): Promise<NoteReply<Name>>;
}

const texts = new Map<string, ReturnType<typeof openNoteTexts>>();

/** The notes process's own session. The editions are read once: what is tried is the suggestions. */
export async function crashSession(dataDir: string, storeDirs: readonly string[]): Promise<CrashSession> {
  const waiting = new Map<number, (message: Extract<FromNotes, { kind: 'reply' | 'failed' }>) => void>();
  let seq = 0;
  const session = createNotesSession({
    send: (message) => {
      if (message.kind === 'reply' || message.kind === 'failed') waiting.get(message.seq)?.(message);
    },
    token: () => 'token',
    open: ({ notesDir }) => {
      const key = storeDirs.join();
      const read = texts.get(key) ?? openNoteTexts({ open: () => openLocalStore(storeDirs), log: () => undefined });
      texts.set(key, read);
      return {
        store: openNoteStore({ folder: notesDir, log: () => undefined }),
        texts: read,
        writer: 'crash',
        ...draftParts(dataDir, 'crash'),
      };
    },
  });
  session.receive({ kind: 'start', notesDir: path.join(dataDir, 'notes'), storeDirs, dataDir });
  await session.quiet();
  return {
    ask: (name, request, now) =>
      new Promise((resolve, reject) => {
        const mine = ++seq;
        waiting.set(mine, (message) => {
          if (message.kind === 'reply') resolve(message.value as NoteReply<typeof name>);
          else reject(new Error(message.error.code));
        });
        session.receive({ kind: 'call', seq: mine, name, request, now });
      }),
  };
}

/** What the window asks for at this edit, from what is there before it. */
export async function oneEdit(session: CrashSession, edit: number): Promise<() => Promise<unknown>> {
  const author = { name: null, force: 'Kent Police', role: 'Web manager' };
  if (edit === 0)
    return () =>
      session.ask(
        'suggestions.begin',
        {
          ...{ id, channel: 'facebook' as ChannelId, guide: crashGuide, edition: 0, passage: null, author },
          ...{ proposal: { kind: 'change' }, kind: 'wording', why: 'So' },
        },
        timeOf(0),
      );
  const kept = await session.ask('suggestions.open', { id }, timeOf(edit));
  return () => session.ask('suggestions.save', savingOf(kept, edit), timeOf(edit));
}

function savingOf({ draft, history }: KeptSuggestion, edit: number): NoteRequest<'suggestions.save'> {
  const before = proposedSource(draft.suggestion) ?? '';
  const source = typedIn(before, edit);
  const next: History = withStep(history, stepBetween(before, source));
  return { id, seen: draft.clock, text: { source, history: next } };
}

/** Null when it is as before the edit or as after it, only the latter when it was answered; can be typed in; and undone. */
export async function judgeEdit(
  dataDir: string,
  storeDirs: readonly string[],
  edit: number,
  before: string | null,
  isAnswered: boolean,
): Promise<string | null> {
  mkdirSync(path.join(dataDir, 'suggestions'), { recursive: true });
  const session = await crashSession(dataDir, storeDirs);
  const { rows, unread, aside } = await session.ask('suggestions.all', { hasShare: false }, timeOf(edit));
  if (unread.length + aside.length > 0) return `cannot read ${[...unread, ...aside].join(', ')}`;
  const source = rows[0] ? (proposedSource((await session.ask('suggestions.open', { id }, timeOf(edit))).draft.suggestion) ?? '') : null;
  const wanted = before === null ? null : typedIn(before, edit);
  if (rows.length > 1) return `${rows.length} suggestions`;
  if (edit === 0 ? isAnswered && source === null : source !== wanted && (isAnswered || source !== before))
    return `lost words: ${source?.slice(0, 60)}`;
  if (source === before || source === null) await (await oneEdit(session, edit))();
  const { draft, history } = await session.ask('suggestions.open', { id }, timeOf(edit));
  const after = proposedSource(draft.suggestion) ?? '';
  if (edit === 0) return after === '' ? 'asked again it was not begun' : null;
  if (after !== wanted) return 'asked again it was not done';
  return undo(after, history)?.text === before ? null : 'cannot be undone';
}
