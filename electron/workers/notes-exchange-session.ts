// One round over the folder that a person's PCs share: reads what they left, has it taken in, leaves what they lack. It
// touches nothing but that folder; the notes here are asked for. Silent while a call on the folder is pending, so that
// the main process can tell a hang from work.
import { setImmediate as said } from 'node:timers/promises';
import type { NoteFile } from '../../content/core/annotation/note-file.ts';
import { AppFault, asAppError } from '../../content/core/base/error.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import {
  exchangeFault,
  isSpoilt,
  listTheirs,
  planExchange,
  readTheirs,
  setTheirsAside,
  type TheirFile,
  tidyTheirs,
  writeTheirs,
} from '../../content/node/note-exchange.ts';
import { openShare, type ShareFolder, type ShareWatch } from '../../content/node/share.ts';
import type { ExchangeRound, FromExchange, ToExchange } from './notes-exchange-protocol.ts';

export interface ExchangePorts {
  readonly send: (message: FromExchange) => void;
  /** Shorter in tests only. */
  readonly aliveMs?: number;
}

/** Several signs of life within the time after which silence counts as hanging (10 s). */
const usualAliveMs = 1_000;

type Answer = Exclude<ToExchange, { kind: 'round' }>;

export function createExchangeSession({ send, aliveMs = usualAliveMs }: ExchangePorts): { receive(message: ToExchange): void } {
  let answered: ((answer: Answer) => void) | null = null;
  let pending = 0;
  const watch: ShareWatch = {
    asked: () => {
      pending += 1;
    },
    answered: () => {
      pending -= 1;
    },
  };
  const ask = async (message: FromExchange): Promise<Answer> => {
    const answer = await new Promise<Answer>((resolve) => {
      answered = resolve;
      send(message);
    });
    if (answer.kind === 'refused') throw new AppFault(answer.error.code, answer.error.data);
    return answer;
  };

  const exchange = async (share: ShareFolder, guide: GuideId, files: readonly TheirFile[]): Promise<boolean> => {
    const main = files.find(({ isCopy }) => !isCopy);
    const file = main ? await readTheirs(share, main) : null;
    const copies: NoteFile[] = [];
    for (const copy of files) {
      const read = copy.isCopy ? await readTheirs(share, copy) : null;
      if (read) copies.push(read);
    }
    const ours = await ask({ kind: 'ask', guide });
    if (ours.kind !== 'ours') throw new AppFault('UNEXPECTED', { what: ours.kind });
    if (ours.readOnly) throw new AppFault('NOTES_NEWER', { file: `${guide}.json` });
    const plan = planExchange(ours.records, { file, copies });
    if (plan.isNewer) throw new AppFault('NOTES_NEWER', { file: `${guide}.json` });
    if (plan.take.length > 0) await ask({ kind: 'take', guide, records: plan.take });
    if (!plan.write) return false;
    if (file && isSpoilt(file)) await setTheirsAside(share.root, guide, watch);
    await writeTheirs(share.root, guide, plan.write, watch);
    return true;
  };

  const carryOut = async (round: ExchangeRound): Promise<AppFault | null> => {
    const share = openShare(round.folder, watch);
    tidyTheirs(share.root, watch);
    const theirs = new Map<GuideId, TheirFile[]>();
    for (const file of listTheirs(share.root, watch)) theirs.set(file.guide, [...(theirs.get(file.guide) ?? []), file]);
    const changed = new Set(round.changed);
    for (const guide of new Set([...round.guides, ...theirs.keys()])) {
      // Gives the signs of life a turn: most of the work is done at once.
      await said();
      const files = theirs.get(guide) ?? [];
      const isKnown = files.some(({ isCopy }) => !isCopy) && files.every(({ name, stamp }) => round.seen[name] === stamp);
      if (isKnown && !changed.has(guide)) continue;
      let error: AppFault | null = null;
      let written = false;
      try {
        written = await exchange(share, guide, files);
      } catch (thrown) {
        error = exchangeFault(thrown);
        // Is it this file alone, or does the folder not answer any more? Then this throws.
        if (error.code === 'SHARE_UNREACHABLE') openShare(round.folder, watch);
      }
      // What was written just now is looked at once more: somebody else may have written since.
      const own = written ? `${guide}.json` : null;
      const seen = error ? [] : files.filter(({ name }) => name !== own).map(({ name, stamp }) => [name, stamp] as const);
      send({ kind: 'guide', guide, error: error?.toAppError() ?? null, written, seen: Object.fromEntries(seen) });
    }
    return null;
  };

  return {
    receive(message) {
      if (message.kind !== 'round') {
        answered?.(message);
        return;
      }
      const beat = setInterval(() => {
        if (pending === 0) send({ kind: 'alive' });
      }, aliveMs);
      // A first word before the first call: a folder that holds that call would hold the word as well.
      send({ kind: 'alive' });
      void said()
        .then(() => carryOut(message.round))
        .catch((thrown: unknown) => exchangeFault(thrown))
        .then((fault) => {
          clearInterval(beat);
          send({ kind: 'done', error: fault ? asAppError(fault) : null });
        });
    },
  };
}
