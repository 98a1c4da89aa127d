// One copy of a guide: made from its text, then written where the person chose. Says when it begins to write: a folder that does
// not answer must not look like work.
import { AppFault, asAppError } from '../../content/core/base/error.ts';
import { writeAtomic } from '../../content/node/atomic-write.ts';
import { errnoOf } from '../../content/node/faults.ts';
import { guideCopy } from '../../content/node/guide-copy.ts';
import type { FromCopies, ToCopies } from './copies-protocol.ts';

export function createCopiesSession({ send }: { readonly send: (message: FromCopies) => void }): { receive(message: ToCopies): void } {
  const carryOut = async ({ file, copy }: ToCopies): Promise<void> => {
    const bytes = await guideCopy(copy);
    send({ kind: 'made' });
    try {
      await writeAtomic(file, bytes);
    } catch (cause) {
      const errno = errnoOf(cause);
      throw new AppFault(['ENOSPC', 'EDQUOT'].includes(errno) ? 'NO_SPACE' : 'SAVE_FAILED', { errno }, cause);
    }
    send({ kind: 'saved' });
  };
  return {
    receive(message) {
      void carryOut(message).catch((thrown: unknown) => send({ kind: 'refused', error: asAppError(thrown) }));
    },
  };
}
