// A guide in a list: title, summary, and what must not be missed about it.
import type { ReactNode } from 'react';
import type { GuideSummary } from '../../content/core/pack/model.ts';
import { listMark } from '../reader/guide-model.ts';
import { PlaceLink } from '../shell/PlaceLink.tsx';
import { StateMark } from '../shell/StateMark.tsx';
import { facts } from '../state/library.ts';
import { localDay } from '../text/dates.ts';

interface Props {
  readonly guide: GuideSummary;
  readonly target?: string | null;
  readonly text?: string | null;
  readonly note?: string | null;
  readonly mark?: boolean;
  readonly action?: ReactNode;
}

export function GuideRow({ guide, target = null, text = guide.summary, note = null, mark = true, action }: Props) {
  const state = mark ? listMark(guide, localDay(facts.get().now)) : null;
  return (
    <li className={`row ${action ? 'row-with-action' : ''}`}>
      <PlaceLink to={{ kind: 'guide', guide: guide.id, target }} className="row-link">
        <span className="row-title">{guide.title}</span>
        {text !== null && text !== '' && <span className="row-text">{text}</span>}
        {(state || note) && (
          <span className="row-facts">
            {state && <StateMark state={state} />}
            {note}
          </span>
        )}
      </PlaceLink>
      {action}
    </li>
  );
}
