// The results within one guide. The focus never leaves the search box; a pointer chooses only when it moves.
import { type MouseEvent, memo, type PointerEvent } from 'react';
import type { GuideHit } from '../../content/core/search/model.ts';
import { listMark } from '../reader/guide-model.ts';
import { StateMark } from '../shell/StateMark.tsx';
import { facts, library } from '../state/library.ts';
import { localDay } from '../text/dates.ts';
import { searchText } from '../text/search.ts';
import { Marked } from '../ui/Marked.tsx';
import { rowId } from './row-id.ts';
import { pointerMoved } from './search-model.ts';
import { choose, openRow } from './search-store.ts';

interface Props {
  readonly hit: GuideHit;
  readonly channel: string;
  /** Position of the first row in the whole list. */
  readonly start: number;
  readonly selected: number;
}

export const HitGroup = memo(function HitGroup({ hit, channel, start, selected }: Props) {
  const label = `hit-${hit.guide}`;
  const summary = library.get().guides.get(hit.guide);
  const mark = summary ? listMark(summary, localDay(facts.get().now)) : null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
    <div className="hit" role="group" aria-labelledby={label}>
      <div className="hit-title" id={label} role="presentation">
        <span>
          <Marked text={hit.title} marks={hit.titleMarks} />
        </span>
        <span className="hit-channel">{channel}</span>
        {(mark === 'withdrawn' || mark === 'overdue') && <StateMark state={mark} />}
      </div>
      {hit.sections.map((section, index) => {
        const row = start + index;
        const press = (event: MouseEvent): void => openRow({ hit, section }, event.ctrlKey || event.button === 1 ? 'keep' : 'open');
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the box's
          // biome-ignore lint/a11y/useFocusableInteractive: the box names the active option
          <div
            key={`${section.block} ${section.heading}`}
            className="hit-row"
            role="option"
            id={rowId(row)}
            aria-selected={row === selected}
            onPointerMove={(event: PointerEvent) => pointerMoved(event) && choose(row)}
            // Pressing must not take the focus out of the box.
            onMouseDown={(event) => event.preventDefault()}
            onClick={press}
            onAuxClick={(event) => event.button === 1 && press(event)}
          >
            <div className="hit-heading">
              {section.heading === '' || section.heading === hit.title ? (
                searchText.top
              ) : (
                <Marked text={section.heading} marks={section.headingMarks} />
              )}
            </div>
            {section.snippet !== '' && (
              <div className="hit-snippet">
                <Marked text={section.snippet} marks={section.marks} />
              </div>
            )}
          </div>
        );
      })}
      {hit.more > 0 && (
        <div className="hit-more" role="presentation">
          {searchText.more(hit.more)}
        </div>
      )}
    </div>
  );
});
