// One channel or subject in the tree, with its guides.
import { ChevronRight } from 'lucide-react';
import { memo } from 'react';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { GuideSummary } from '../../content/core/pack/model.ts';
import type { HeldPack } from '../../electron/ipc/replies.ts';
import { listMark } from '../reader/guide-model.ts';
import { facts } from '../state/library.ts';
import { localDay } from '../text/dates.ts';
import { shellText } from '../text/shell.ts';
import { Icon } from '../ui/Icon.tsx';
import { PlaceLink } from './PlaceLink.tsx';
import { stateIcons, stateWords } from './StateMark.tsx';

// A longer list belongs on the channel's own page, where it can be filtered.
const shownGuides = 40;

interface Props {
  readonly pack: HeldPack;
  readonly guides: readonly GuideSummary[];
  readonly guide: GuideId | null;
  readonly here: boolean;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly onOpen: () => void;
}

export function TreePack({ pack, guides, guide, here, open, onToggle, onOpen }: Props) {
  const { channel, title } = pack.info;
  // The open guide is always among them.
  const listed = guides.filter((summary, index) => index < shownGuides || summary.id === guide);
  const id = `tree-${channel}`;
  return (
    <li className="tree-pack">
      <div className="tree-row">
        <button
          type="button"
          className="tree-toggle"
          aria-expanded={open}
          aria-controls={id}
          aria-label={open ? shellText.collapse(title) : shellText.expand(title)}
          onClick={() => onToggle(!open)}
        >
          <Icon of={ChevronRight} size={16} />
        </button>
        <PlaceLink to={{ kind: 'channel', channel }} className="tree-link" aria-current={here ? 'page' : undefined} onOpen={onOpen}>
          <span className="tree-title">{title}</span>
          {pack.retired !== null && <TreeMark state="retired" />}
          <span className="tree-count">
            {guides.length.toLocaleString('en-GB')}
            <span className="hidden-words"> {guides.length === 1 ? 'guide' : 'guides'}</span>
          </span>
        </PlaceLink>
      </div>
      <ul className="tree-guides" id={id} hidden={!open}>
        {open && listed.map((summary) => <TreeGuide key={summary.id} summary={summary} here={summary.id === guide} onOpen={onOpen} />)}
        {open && guides.length > listed.length && (
          <li className="tree-row">
            <PlaceLink to={{ kind: 'channel', channel }} className="tree-link tree-all" onOpen={onOpen}>
              {shellText.allOf(title, guides.length)}
            </PlaceLink>
          </li>
        )}
      </ul>
    </li>
  );
}

const TreeGuide = memo(function TreeGuide({ summary, here, onOpen }: { summary: GuideSummary; here: boolean; onOpen: () => void }) {
  const mark = listMark(summary, localDay(facts.get().now));
  return (
    <li className="tree-row">
      <PlaceLink
        to={{ kind: 'guide', guide: summary.id, target: null }}
        className="tree-link"
        aria-current={here ? 'page' : undefined}
        onOpen={onOpen}
      >
        <span className="tree-title">{summary.title}</span>
        {(mark === 'withdrawn' || mark === 'overdue') && <TreeMark state={mark} />}
      </PlaceLink>
    </li>
  );
});

function TreeMark({ state }: { readonly state: 'withdrawn' | 'overdue' | 'retired' }) {
  return (
    <span className="tree-mark" title={stateWords[state]}>
      <Icon of={stateIcons[state]} size={15} />
      <span className="hidden-words">{stateWords[state]}</span>
    </span>
  );
}
