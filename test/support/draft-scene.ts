// One draft that grows word by word, for suites that stop its store at every call on files.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { Draft, SuggestionId } from '../../content/core/suggestion/model.ts';
import { proposedSource } from '../../content/core/suggestion/model.ts';
import { noHistory, stepBetween, withStep } from '../../content/core/suggestion/undo-history.ts';
import type { DraftStore } from '../../content/node/draft-store.ts';
import { openDraftStore } from '../../content/node/draft-store.ts';
import { sha256 } from '../../content/node/hash.ts';
import type { HookPlan } from './store-scene.ts';

export interface DraftLine extends HookPlan {
  readonly edit: number;
  readonly writer: string;
}

const id = 'urn:uuid:00000000-0000-4000-8000-0000000000d1' as SuggestionId;
/** As long as a guide is. */
const source = `# Rules\n\n${'A paragraph of ordinary length, as guides have many of them.\n\n'.repeat(200)}`;
const time = '2026-11-23T09:00:00.000Z';
const first: Draft = {
  suggestion: {
    ...{ id, channel: 'everyday' as ChannelId, guide: 'house-rules' as GuideId, about: null, kind: 'wording', why: '', evidence: [] },
    ...{ urgency: 'soon', author: { name: null, force: '', role: '' }, created: time, modified: time },
    base: { edition: { version: 1, digest: sha256(source) }, source },
    proposal: { kind: 'change', source },
  },
  ...{ state: 'draft', sent: null, conflict: null, moved: null, deleted: null, clock: {} },
};

export const textAfter = (edit: number): string => source + Array.from({ length: edit }, (_, at) => `word${at + 1} `).join('');

/** Two windows take turns: each removes what the other left. */
export const writerOf = (edit: number): string => (Math.floor(edit / 5) % 2 === 0 ? 'one' : 'two');

export async function typed(store: DraftStore, edit: number): Promise<void> {
  await store.change(id, (kept) => {
    const { draft, history } = kept ?? { draft: first, history: noHistory };
    const [before, after] = [proposedSource(draft.suggestion) ?? '', textAfter(edit)];
    const suggestion = { ...draft.suggestion, proposal: { kind: 'change' as const, source: after } };
    return { draft: { ...draft, suggestion }, history: withStep(history, stepBetween(before, after)) };
  });
}

export type Files = ReadonlyMap<string, Uint8Array>;
export const filesIn = (folder: string): Files => new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]));

export function putFiles(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
}

/** Null when the draft is as before the edit or as after it, only the latter when it was answered, and can be typed in. */
export async function judged(folder: string, edit: number, isAnswered: boolean): Promise<string | null> {
  const store = openDraftStore({ folder, writer: writerOf(edit), log: () => undefined });
  const { drafts, unread, aside } = await store.list();
  if (unread.length + aside.length > 0) return `cannot read ${[...unread, ...aside].join(', ')}`;
  if (drafts.length > 1) return `${drafts.length} drafts`;
  const text = drafts[0] ? proposedSource(drafts[0].draft.suggestion) : textAfter(0);
  if (text !== textAfter(edit) && (isAnswered || text !== textAfter(edit - 1))) return `lost words: ${text?.slice(-40)}`;
  await typed(store, edit);
  const again = (await openDraftStore({ folder, writer: 'three', log: () => undefined }).list()).drafts;
  return again.length === 1 && again[0] && proposedSource(again[0].draft.suggestion) === textAfter(edit)
    ? null
    : 'asked again it was not done';
}
