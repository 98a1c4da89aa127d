// What stands behind a guide: sources, what changed, related guides, and the seal of its edition.
import { FileSignature, KeyRound, Link2, ShieldCheck } from 'lucide-react';
import type { GuideMeta } from '../../content/core/guide/model.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { ask } from '../api.ts';
import { PlaceLink } from '../shell/PlaceLink.tsx';
import { tellFault } from '../shell/tell-fault.ts';
import { facts, library } from '../state/library.ts';
import { notify } from '../state/notices.ts';
import { editionDay, shortDay } from '../text/dates.ts';
import { confidenceWords, list } from '../text/names.ts';
import { readerText } from '../text/reader.ts';
import { Icon } from '../ui/Icon.tsx';
import { deepLink } from './deep-link.ts';
import { Sources } from './Sources.tsx';

export function GuideEnd({ guide, meta }: { readonly guide: GuideDocument; readonly meta: GuideMeta | null }) {
  const held = library.get().guides;
  const related = (meta?.related ?? []).flatMap((id) => held.get(id) ?? []);
  return (
    <footer className="guide-end">
      {related.length > 0 && (
        <section>
          <h2>{readerText.related}</h2>
          <ul className="rows">
            {related.map((other) => (
              <li key={other.id} className="row">
                <PlaceLink to={{ kind: 'guide', guide: other.id, target: null }} className="row-link">
                  <span className="row-title">{other.title}</span>
                  <span className="row-text">{other.summary}</span>
                </PlaceLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {meta && (
        <>
          <section>
            <h2>{readerText.sources}</h2>
            <p>{meta.sources.length === 0 ? readerText.noSources : confidenceWords[meta.confidence]}</p>
            {meta.sources.length > 0 && <Sources sources={meta.sources} />}
          </section>
          <section>
            <h2>{readerText.changes}</h2>
            {meta.changes.length === 0 ? (
              <p>{readerText.noChanges}</p>
            ) : (
              <ul className="changes">
                {meta.changes.map((change) => (
                  <li key={`${change.version} ${change.date} ${change.note}`}>
                    <span className="change-version">{change.version}</span>
                    <span>
                      {change.note}
                      <span className="source-note">{shortDay(change.date)}</span>
                    </span>
                  </li>
                ))}
              </ul>
            )}
            {(meta.partners.length > 0 || meta.licence !== null) && (
              <p>
                {meta.partners.length > 0 && readerText.partners(list(meta.partners))}{' '}
                {meta.licence !== null && readerText.licence(meta.licence)}
              </p>
            )}
          </section>
        </>
      )}
      <Seal guide={guide} />
    </footer>
  );
}

function Seal({ guide: { summary, pack, seal } }: { readonly guide: GuideDocument }) {
  const { now } = facts.get();
  const link = deepLink(summary.id, null);
  const copy = async (): Promise<void> => {
    const reply = await ask('clipboard.write', { text: link, html: '' });
    if (reply.ok) notify(readerText.linkCopied);
    else tellFault(reply.error);
  };
  return (
    <div className="seal" data-seal>
      <p>
        <Icon of={FileSignature} size={16} />
        {readerText.footerEdition(pack.title, editionDay(seal.version))}
      </p>
      <p>
        <Icon of={ShieldCheck} size={16} />
        {readerText.footerChecked(seal.checkedAt, now)}
      </p>
      <p>
        <Icon of={KeyRound} size={16} />
        {readerText.footerSigned(seal.signers, seal.threshold, seal.keys)}
      </p>
      <p className="seal-link">
        <Icon of={Link2} size={16} />
        <code>{link}</code>
        <button type="button" className="button button-text" onClick={() => void copy()}>
          {readerText.copyLink}
        </button>
      </p>
      {seal.demo && <p className="seal-demo">{readerText.demo}</p>}
    </div>
  );
}
