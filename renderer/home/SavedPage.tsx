// The guides a person saved for later, newest first.
import { X } from 'lucide-react';
import type { GuideSummary } from '../../content/core/pack/model.ts';
import { library } from '../state/library.ts';
import { notify } from '../state/notices.ts';
import { reading, setSaved } from '../state/reading.ts';
import { useStore } from '../state/use-store.tsx';
import { homeText } from '../text/home.ts';
import { shellText } from '../text/shell.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { GuideRow } from './GuideRow.tsx';

export function SavedPage() {
  const { guides } = useStore(library);
  const { saved } = useStore(reading);
  const remove = (guide: GuideSummary): void => {
    void setSaved(guide.id, false);
    notify(homeText.savedRemoved(guide.title), { label: shellText.undo, run: () => void setSaved(guide.id, true) });
  };
  const held = saved.flatMap((id) => guides.get(id) ?? []);
  const gone = saved.length - held.length;
  return (
    <>
      <h1 className="page-title">{homeText.savedTitle}</h1>
      {held.length === 0 && <p className="page-lead">{homeText.savedNone}</p>}
      <ul className="rows page-list">
        {held.map((guide) => (
          <GuideRow
            key={guide.id}
            guide={guide}
            action={<IconButton icon={X} name={`${homeText.savedRemove}: ${guide.title}`} onPress={() => remove(guide)} />}
          />
        ))}
      </ul>
      {gone > 0 && <p className="section-note">{homeText.savedGoneCount(gone)}</p>}
    </>
  );
}
