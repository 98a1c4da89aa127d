// How far a person has come with a guide's checklists, and clearing them with a way back.
import type { BlockId, GuideId } from '../../content/core/base/ids.ts';
import { notify } from '../state/notices.ts';
import { clearTicks, reading, ticksOf } from '../state/reading.ts';
import { useSelected } from '../state/use-store.tsx';
import { readerText } from '../text/reader.ts';
import { shellText } from '../text/shell.ts';

export function Checklist({ guide, tasks }: { readonly guide: GuideId; readonly tasks: readonly BlockId[] }) {
  const ticks = useSelected(reading, (state) => ticksOf(state, guide));
  const done = tasks.filter((task) => Object.hasOwn(ticks, task)).length;
  const clear = async (): Promise<void> => {
    const restore = await clearTicks(guide);
    notify(readerText.ticksCleared(done), { label: shellText.undo, run: () => void restore() });
  };
  return (
    <p className="guide-checklist">
      <span aria-live="polite">{readerText.checklist(done, tasks.length)}</span>
      {done > 0 && (
        <button type="button" className="button button-text" onClick={() => void clear()}>
          {readerText.clearTicks}
        </button>
      )}
    </p>
  );
}
