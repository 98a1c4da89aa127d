// What a person writes in a suggestion, on its way to the disk: one save at a time, again and again until it is kept.
// Nothing is dropped but for later words in the same place; what failed stays to be sent.
import type { Result } from '../../content/core/base/result.ts';
import type { SavedSuggestion } from '../../electron/ipc/suggestion-replies.ts';
import type { SaveSuggestion } from '../../electron/ipc/suggestion-schemas.ts';
import type { AppError } from '../api.ts';

export type DraftPatch = Omit<SaveSuggestion, 'id' | 'seen'>;
export type Saving = 'saved' | 'saving' | 'failed';

export interface SaverPorts {
  send(patch: DraftPatch): Promise<Result<SavedSuggestion, AppError>>;
  kept(saved: SavedSuggestion): void;
  /** @param isFirst since something was kept: it is told once, and tried again by itself */
  failed(error: AppError, isFirst: boolean): void;
  saving(state: Saving): void;
}

export interface DraftSaver {
  /** Call at every key: costs no more than remembering it. */
  change(patch: DraftPatch): void;
  /** Sends what is not on disk yet. False: it is still not, and is tried again. */
  flush(): Promise<boolean>;
  isClean(): boolean;
  /** The suggestion is thrown away: nothing of it is sent any more. */
  stop(): void;
}

// "On disk within a second of typing": this after the first letter that is not, the way to the other process, and a write.
export const saveAfterMs = 400;
// A disk that is full or a file that is locked for a moment; then less and less often.
const retryMs = [1_000, 2_000, 5_000, 10_000, 30_000];
// Trying again cannot help: a newer app's file, or more than a suggestion can hold. What is typed next is tried again.
const hopeless: readonly string[] = ['APP_TOO_OLD', 'SUGGESTION_FULL', 'SUGGESTION_NOT_FOUND'];

export function createDraftSaver(ports: SaverPorts): DraftSaver {
  let waiting: DraftPatch = {};
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let tries = 0;
  let stopped = false;

  const isWaiting = (): boolean => Object.keys(waiting).length > 0;
  const soon = (ms: number): void => {
    if (!stopped) timer ??= setTimeout(() => void sendNow(), ms);
  };
  const sendNow = async (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    while (sending) await sending;
    if (!isWaiting() || stopped) return;
    sending = sendOnce();
    await sending;
  };
  const sendOnce = async (): Promise<void> => {
    const patch = waiting;
    waiting = {};
    const reply = await ports.send(patch);
    sending = null;
    if (stopped) return;
    if (reply.ok) {
      tries = 0;
      ports.kept(reply.value);
      ports.saving(isWaiting() ? 'saving' : 'saved');
      if (isWaiting()) soon(saveAfterMs);
      return;
    }
    waiting = { ...patch, ...waiting };
    ports.saving('failed');
    ports.failed(reply.error, tries === 0);
    if (!hopeless.includes(reply.error.code)) soon(retryMs[Math.min(tries, retryMs.length - 1)] ?? 0);
    tries += 1;
  };
  return {
    change(patch) {
      if (stopped) return;
      waiting = { ...waiting, ...patch };
      if (tries === 0) ports.saving('saving');
      // Not put off by the next key: somebody who types without a pause is kept up with as well.
      if (!sending) soon(saveAfterMs);
    },
    async flush() {
      await sendNow();
      return !isWaiting();
    },
    isClean: () => !isWaiting() && sending === null,
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
