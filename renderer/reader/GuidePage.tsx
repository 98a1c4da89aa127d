// A guide: head, text, what stands behind it, seal. Draws once per document; ticks and settings change in place.
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { facts, library } from '../state/library.ts';
import { go } from '../state/navigation.ts';
import { notify } from '../state/notices.ts';
import { useStore } from '../state/use-store.tsx';
import { readerText } from '../text/reader.ts';
import { shellText } from '../text/shell.ts';
import { GuideBody } from './GuideBody.tsx';
import { GuideEnd } from './GuideEnd.tsx';
import { GuideHead } from './GuideHead.tsx';
import { bannersFor } from './guide-model.ts';
import { headings } from './outline-model.ts';
import { prepareGuide } from './prepare.tsx';
import { Stamp } from './Stamp.tsx';
import { useGuideCommands } from './use-guide-commands.tsx';
import { useLanding } from './use-landing.tsx';
import { useMeta } from './use-meta.tsx';

export function GuidePage({ document: guide }: { readonly document: GuideDocument }) {
  const { packs } = useStore(library);
  const { now } = useStore(facts);
  const prepared = useMemo(() => prepareGuide(guide), [guide]);
  const article = useRef<HTMLElement>(null);
  const meta = useMeta(guide);
  useLayoutEffect(() => headings.set(prepared.outline), [prepared]);
  useGuideCommands(guide, article);
  const banners = bannersFor({ summary: guide.summary, seal: guide.seal, retired: packs.get(guide.summary.channel)?.retired ?? null, now });
  useLanding(guide, article);
  useNewEdition(guide, packs.get(guide.summary.channel)?.seal.version ?? 0);
  return (
    <article className="guide" data-guide={guide.summary.id} lang={guide.summary.lang} ref={article} aria-labelledby="guide-title">
      <div className="guide-sheet">
        <GuideHead guide={guide} banners={banners} replacedBy={meta?.supersededBy ?? null} />
        {prepared.fragment.hasChildNodes() || guide.blockIds.length > 0 ? (
          <GuideBody guide={guide} prepared={prepared} />
        ) : (
          <p className="text section-note">{readerText.emptyBody}</p>
        )}
        <GuideEnd guide={guide} meta={meta} />
      </div>
      <Stamp guide={guide} />
    </article>
  );
}

/** Nothing changes under the eyes: a newer edition is offered, not put in place. */
function useNewEdition({ summary: { id }, seal }: GuideDocument, held: number): void {
  useEffect(() => {
    if (held <= seal.version) return;
    notify(shellText.newEdition, {
      label: shellText.showNew,
      run: () => void go({ kind: 'guide', guide: id, target: null }, { fresh: true }),
    });
  }, [id, seal.version, held]);
}
