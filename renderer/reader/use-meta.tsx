// The front matter of the guide on screen, once the window has time for it.
import { useEffect, useState } from 'react';
import type { GuideMeta } from '../../content/core/guide/model.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';

export function useMeta(guide: GuideDocument): GuideMeta | null {
  const [found, setFound] = useState<{ readonly guide: GuideDocument; readonly meta: GuideMeta } | null>(null);
  useEffect(() => {
    let wanted = true;
    const task = requestIdleCallback(async () => {
      const { metaOf } = await import('./meta.ts');
      if (wanted) setFound({ guide, meta: metaOf(guide.source, `${guide.summary.id}.md`) });
    });
    return () => {
      wanted = false;
      cancelIdleCallback(task);
    };
  }, [guide]);
  return found?.guide === guide ? found.meta : null;
}
