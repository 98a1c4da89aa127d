// What a highlight means, as a shape and a word; never by its colour alone. The shapes are those of the marks beside a
// guide's text.
import { CircleQuestionMark, Flag, type LucideIcon, MapPin, SquareCheck } from 'lucide-react';
import type { HighlightName } from '../../content/core/annotation/model.ts';
import { highlightWords } from '../text/notes.ts';
import { Icon } from '../ui/Icon.tsx';

const kindIcons: Readonly<Record<HighlightName, LucideIcon>> = { important: Flag, do: SquareCheck, ask: CircleQuestionMark, local: MapPin };

export function KindShape({ kind }: { readonly kind: HighlightName }) {
  return (
    <span className="note-shape" data-kind={kind}>
      <Icon of={kindIcons[kind]} size={15} />
    </span>
  );
}

export function KindWord({ kind }: { readonly kind: HighlightName }) {
  return (
    <span className="note-kind">
      <KindShape kind={kind} />
      {highlightWords[kind].name}
    </span>
  );
}
