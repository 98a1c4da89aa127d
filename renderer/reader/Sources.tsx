// The sources of a guide. Their addresses are shown and copied by way of the main process, never opened from here.
import type { MouseEvent } from 'react';
import type { GuideSource } from '../../content/core/guide/model.ts';
import { sourceMarkWords } from '../text/names.ts';
import { readerText } from '../text/reader.ts';
import { leave } from './GuideBody.tsx';

export function Sources({ sources }: { readonly sources: readonly GuideSource[] }) {
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={source.id}>
          <span className="source-id">{source.id}</span>
          <span>
            <SourceTitle source={source} />
            <span className="source-note">{noteOf(source)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function SourceTitle({ source: { title, url } }: { readonly source: GuideSource }) {
  // The same rule as for links in the text: web addresses only.
  if (url === null || !/^https?:\/\//i.test(url)) return title;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    if (event.button <= 1) void leave(url);
  };
  return (
    <a href={url} data-external={url} rel="noopener noreferrer" onClick={open} onAuxClick={open}>
      {title}
      <span className="hidden-words">{readerText.outside}</span>
    </a>
  );
}

function noteOf({ publisher, date, seen, mark }: GuideSource): string {
  return [
    publisher,
    date === null ? readerText.sourceUndated : readerText.sourceDate(date),
    seen === null ? '' : readerText.sourceSeen(seen),
    mark === null ? '' : sourceMarkWords[mark],
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
