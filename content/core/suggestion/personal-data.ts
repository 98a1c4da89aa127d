// What in a text looks like personal data, so that its author can take it out before it leaves the PC. A warning, never
// a refusal, and never a proof that there is none.
import { type PersonalKind, rules } from './personal-patterns.ts';

export type { PersonalKind };

export interface PersonalFinding {
  readonly kind: PersonalKind;
  /** In UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
}

/** More than anybody ticks one by one. */
export const mostFindings = 500;

/** In reading order, none inside another. Numbers inside web addresses are not looked at. */
export function findPersonalData(text: string): readonly PersonalFinding[] {
  const addresses = spansOf(text, /\b(?:https?|guides):\/\/[^\s)>\]"']+/g);
  const found: PersonalFinding[] = [];
  for (const { kind, pattern, holds } of rules) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.is ?? match.indices?.[0] ?? [0, 0];
      if (holds && !holds(text.slice(start, end), match)) continue;
      if (touches(addresses, start, end) || touches(found, start, end)) continue;
      found.push({ kind, start, end });
      if (found.length === mostFindings) return inOrder(found);
    }
  }
  return inOrder(found);
}

const inOrder = (found: readonly PersonalFinding[]): readonly PersonalFinding[] => [...found].sort((a, b) => a.start - b.start);

type Span = Pick<PersonalFinding, 'start' | 'end'>;

const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));

const touches = (spans: readonly Span[], start: number, end: number): boolean => spans.some((span) => span.start < end && start < span.end);
