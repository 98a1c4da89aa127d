// A guide: head, text, what stands behind it, seal. Draws once per document; ticks and settings change in place.
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { textPainted } from '../early.tsx';
import { NotesLayer } from '../notes/deferred-layer.tsx';
import { facts, library } from '../state/library.ts';
import { useStore } from '../state/use-store.tsx';
import { OthersLayer, SuggestLayer } from '../suggest/deferred.tsx';
import { readerText } from '../text/reader.ts';
import { GuideBody } from './GuideBody.tsx';
import { GuideEnd } from './GuideEnd.tsx';
import { GuideHead } from './GuideHead.tsx';
import { bannersFor } from './guide-model.ts';
import { NewerEdition } from './NewerEdition.tsx';
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
  const painted = useStore(textPainted);
  useLayoutEffect(() => headings.set(prepared.outline), [prepared]);
  useGuideCommands(guide, article);
  const banners = bannersFor({ summary: guide.summary, seal: guide.seal, retired: packs.get(guide.summary.channel)?.retired ?? null, now });
  useLanding(guide, article);
  return (
    <article className="guide" data-guide={guide.summary.id} lang={guide.summary.lang} ref={article} aria-labelledby="guide-title">
      <NewerEdition guide={guide} />
      <div className="guide-sheet">
        <GuideHead guide={guide} banners={banners} replacedBy={meta?.supersededBy ?? null} />
        {prepared.fragment.hasChildNodes() || guide.blockIds.length > 0 ? (
          <GuideBody guide={guide} prepared={prepared} />
        ) : (
          <p className="text section-note">{readerText.emptyBody}</p>
        )}
        <GuideEnd guide={guide} meta={meta} />
        {painted && <NotesLayer guide={guide} article={article} />}
        {painted && <SuggestLayer guide={guide} article={article} />}
        {painted && <OthersLayer guide={guide} article={article} />}
      </div>
      <Stamp guide={guide} />
    </article>
  );
}
