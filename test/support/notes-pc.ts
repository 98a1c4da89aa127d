// A PC of a person whose PCs share a folder: its own notes on its own disk, and the session of the folder's process.
import path from 'node:path';
import { tick } from '../../content/core/annotation/clock.ts';
import { mergeRecords } from '../../content/core/annotation/merge.ts';
import { isDeleted, type Note, type NoteId, type NoteRecord } from '../../content/core/annotation/model.ts';
import { AppFault, asAppError } from '../../content/core/base/error.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import { sha256 } from '../../content/node/hash.ts';
import { openNoteStore } from '../../content/node/note-store.ts';
import type { FromExchange } from '../../electron/workers/notes-exchange-protocol.ts';
import { createExchangeSession } from '../../electron/workers/notes-exchange-session.ts';
import { sampleNote } from './notes.ts';
import { tempFolder } from './temp.ts';

export interface ExchangeTold {
  readonly guides: readonly Extract<FromExchange, { kind: 'guide' }>[];
  /** Code of the first thing that went wrong; null: all is well. */
  readonly code: string | null;
}

export const houseRules = 'house-rules' as GuideId;

export function notesPc(folder: string, writer: string, own = tempFolder()) {
  const store = openNoteStore({ folder: path.join(own, 'notes'), log: () => undefined });
  const put = (guide: GuideId, record: NoteRecord) =>
    store.change(guide, (records) => [...records.filter(({ id }) => id !== record.id), record]);
  const find = async (guide: GuideId, id: NoteId): Promise<NoteRecord> => {
    const found = (await store.read(guide)).records.find((record) => record.id === id);
    if (!found) throw new Error(`${id} is not there`);
    return found;
  };
  const answer = async (message: FromExchange): Promise<unknown> => {
    if (message.kind === 'ask') {
      const { records, isReadOnly } = await store.read(message.guide);
      return { kind: 'ours', guide: message.guide, records, readOnly: isReadOnly };
    }
    if (message.kind !== 'take') return null;
    await store.change(message.guide, (records) => mergeRecords(records, message.records, sha256));
    return { kind: 'taken', guide: message.guide };
  };
  return {
    store,
    async add(text: string, guide = houseRules, special: Partial<Note> = {}): Promise<NoteId> {
      const note = sampleNote({ guide, text, clock: { [writer]: 1 }, ...special });
      await put(guide, note);
      return note.id;
    },
    async revise(id: NoteId, text: string, modified = '2026-11-23T09:00:00.000Z'): Promise<void> {
      const note = await find(houseRules, id);
      if (isDeleted(note)) throw new Error(`${id} is deleted`);
      await put(houseRules, { ...note, text, modified, clock: tick(note.clock, writer) });
    },
    async remove(id: NoteId): Promise<void> {
      const { clock } = await find(houseRules, id);
      await put(houseRules, { id, deleted: '2026-11-23T09:00:00.000Z', clock: tick(clock, writer) });
    },
    async texts(guide = houseRules): Promise<readonly string[]> {
      return (await store.read(guide)).records.flatMap((record) => (isDeleted(record) ? [] : [record.text])).sort();
    },
    exchange(seen: Readonly<Record<string, string>> = {}, changed: readonly GuideId[] = store.guides()): Promise<ExchangeTold> {
      const guides: Extract<FromExchange, { kind: 'guide' }>[] = [];
      return new Promise((resolve) => {
        const session = createExchangeSession({
          send(message) {
            if (message.kind === 'guide') guides.push(message);
            if (message.kind === 'done') {
              const first = guides.find(({ error }) => error)?.error ?? null;
              resolve({ guides, code: (message.error ?? first)?.code ?? null });
            }
            if (message.kind !== 'ask' && message.kind !== 'take') return;
            const { guide } = message;
            // Copied, as between processes.
            answer(structuredClone(message))
              .catch((thrown: unknown) => ({ kind: 'refused', guide, error: asAppError(thrown instanceof AppFault ? thrown : null) }))
              .then((reply) => session.receive(structuredClone(reply) as never));
          },
        });
        session.receive({ kind: 'round', round: { folder, guides: store.guides(), changed, seen } });
      });
    },
  };
}
