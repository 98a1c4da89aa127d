// Suggestions into files that a person chose a place for: one where they said, several into a folder under names that are
// free. Each is whole or not there, and counts as sent only once it is.
import path from 'node:path';
import { AppFault, type ErrorData } from '../../content/core/base/error.ts';
import type { Sent, SuggestionId } from '../../content/core/suggestion/model.ts';
import { writeAtomic } from '../../content/node/atomic-write.ts';
import { dropInto } from '../../content/node/drop-box.ts';
import { errnoOf } from '../../content/node/faults.ts';
import type { ShareWatch } from '../../content/node/share.ts';
import type { NoteContext, NoteJob } from './notes-context.ts';
import { changeDraft } from './suggestions-context.ts';
import { packShown } from './suggestions-files-pack.ts';

// Whoever waits for this process sees that it is silent.
const unwatched: ShareWatch = { asked: () => undefined, answered: () => undefined };

/** Nothing is written where one of them is not as it was shown. The data of a fault says how many are written. */
export const exportBundles: NoteJob<'suggestions.export'> = async ({ file, isFolder, bundles }, context) => {
  for (const bundle of bundles) {
    await packShown(bundle, context);
    await context.breathe();
  }
  let files = 0;
  try {
    for (const bundle of bundles) {
      const { name, bytes, digest } = await packShown(bundle, context);
      if (isFolder) await dropInto(file, name, bytes, unwatched);
      else await writeAtomic(file, bytes);
      await markSent(bundle.id, { digest, way: 'file' }, context);
      files += 1;
      await context.breathe();
    }
    return { name: path.basename(file), files };
  } catch (cause) {
    throw saveFault(cause, { files });
  } finally {
    if (files > 0) await context.changedSuggestions();
  }
};

/** Throws NO_SPACE or SAVE_FAILED. */
export async function saveBytes(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeAtomic(file, bytes);
  } catch (cause) {
    throw saveFault(cause);
  }
}

function saveFault(cause: unknown, data: ErrorData = {}): AppFault {
  // Every free name was taken; all else that has a code already came from the drafts.
  if (cause instanceof AppFault && cause.code !== 'NAME_TAKEN' && cause.code !== 'INCOMPLETE') return cause;
  const errno = errnoOf(cause);
  return new AppFault(['ENOSPC', 'EDQUOT'].includes(errno) ? 'NO_SPACE' : 'SAVE_FAILED', { ...data, errno }, cause);
}

/** Written down once for the same bytes: what went to the inbox stays so when it is saved as a file as well. */
export async function markSent(id: SuggestionId, sent: Pick<Sent, 'digest' | 'way'>, context: NoteContext): Promise<Sent> {
  let written: Sent = { at: context.now, ...sent };
  await changeDraft(context, id, (kept) => {
    const before = kept.draft.sent;
    if (before?.digest === sent.digest && (before.way === 'inbox' || sent.way === 'file')) {
      written = before;
      return null;
    }
    const state = kept.draft.state === 'answered' && before?.digest === sent.digest ? 'answered' : 'sent';
    return { ...kept, draft: { ...kept.draft, state, sent: written } };
  });
  return written;
}
