// What of a suggestion looks like personal data: in its reason, its evidence, the names of its files and the words it puts into
// a guide. What the guide says already is no news. A warning, never a refusal; who it comes from is meant to leave.
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { type Evidence, proposedSource, type Suggestion } from '../../../content/core/suggestion/model.ts';
import { findPersonalData, type PersonalKind } from '../../../content/core/suggestion/personal-data.ts';
import { hunksBetween, linesOf } from '../../../content/core/suggestion/touches.ts';

export interface Find {
  readonly kind: PersonalKind;
  /** A phone number that is somebody's own. */
  readonly isMobile: boolean;
  /** As it is written. */
  readonly words: string;
  /** `at` counts evidence from 0; a line of a field is counted from 1; `under`: the nearest heading, null above the first. */
  readonly place:
    | { readonly kind: 'why'; readonly line: number }
    | { readonly kind: 'evidence'; readonly at: number; readonly line: number }
    | { readonly kind: 'link'; readonly at: number }
    | { readonly kind: 'file'; readonly at: number }
    | { readonly kind: 'text'; readonly under: string | null };
  /** The same for the same words in the same field, whatever else changes: a tick stays where it was given. */
  readonly key: string;
}

/** In the order of the form: the reason, the evidence, the guide's text. */
export function personalFinds(suggestion: Suggestion): readonly Find[] {
  return [
    ...within(suggestion.why, (line) => ({ kind: 'why', line })),
    ...suggestion.evidence.flatMap(evidenceFinds),
    ...textFinds(suggestion),
  ];
}

function evidenceFinds(item: Evidence, at: number): readonly Find[] {
  switch (item.kind) {
    case 'text':
      return within(item.text, (line) => ({ kind: 'evidence', at, line }));
    case 'link':
      // Numbers inside an address are mostly nobody's; a mailbox or a name in one is somebody's.
      return within(spelled(item.href), () => ({ kind: 'link', at })).filter(({ kind }) => kind === 'email' || kind === 'phone');
    case 'file':
      return within(item.name.replace(/_/g, ' '), () => ({ kind: 'file', at }));
  }
}

/** Without what makes an address of it, which the search leaves alone. */
function spelled(href: string): string {
  const bare = href.replace(/^https?:\/\//i, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

function within(text: string, place: (line: number) => Find['place']): readonly Find[] {
  return findPersonalData(text).map(({ kind, start, end }) => find(kind, text.slice(start, end), place(lineAt(text, start))));
}

function textFinds(suggestion: Suggestion): readonly Find[] {
  const source = proposedSource(suggestion);
  if (source === null) return [];
  const base = suggestion.base?.source ?? '';
  const lines = linesOf(source);
  const { blocks } = parseGuide(source, '');
  const known = new Set(findPersonalData(base).map(({ start, end }) => squeezed(base.slice(start, end))));
  const finds: Find[] = [];
  for (const { nextFrom, nextTo } of hunksBetween(linesOf(base), lines)) {
    const text = lines.slice(nextFrom, nextTo).join('\n');
    for (const { kind, start, end } of findPersonalData(text)) {
      const words = text.slice(start, end);
      if (known.has(squeezed(words))) continue;
      const line = nextFrom + lineAt(text, start);
      const under = blocks.findLast((block) => block.kind === 'heading' && block.lines[0] <= line);
      finds.push(find(kind, words, { kind: 'text', under: under?.text ?? null }));
    }
  }
  return finds;
}

function find(kind: PersonalKind, words: string, place: Find['place']): Find {
  const digits = words.replace(/\D/g, '');
  const field = place.kind === 'why' || place.kind === 'text' ? place.kind : `${place.kind} ${place.at}`;
  return {
    kind,
    words,
    place,
    isMobile: kind === 'phone' && /^(?:0|440?|00440?)7/.test(digits),
    key: `${field}: ${kind}: ${squeezed(words)}`,
  };
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;
const squeezed = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ');

export interface Mended {
  readonly why?: string;
  readonly evidence?: readonly Evidence[];
}

/** Takes the words out of the reason or of a text of evidence, wherever they stand in it; null: that is for its author to write. */
export function withoutFind({ why, evidence }: Pick<Suggestion, 'why' | 'evidence'>, { place, words }: Find): Mended | null {
  if (place.kind === 'why') return { why: without(why, words) };
  if (place.kind === 'text' || place.kind === 'file') return null;
  const item = evidence[place.at];
  if (place.kind === 'link') return { evidence: evidence.toSpliced(place.at, 1) };
  if (item?.kind !== 'text') return null;
  const text = without(item.text, words);
  // An empty one would say nothing.
  return { evidence: text.trim() === '' ? evidence.toSpliced(place.at, 1) : evidence.with(place.at, { kind: 'text', text }) };
}

/** The spaces around it become one; brackets that held nothing else go too. */
function without(text: string, words: string): string {
  let left = text;
  for (let at = left.indexOf(words); at >= 0; at = left.indexOf(words)) {
    let [from, to] = [at, at + words.length];
    if (left[from - 1] === '(' && left[to] === ')') [from, to] = [from - 1, to + 1];
    // A number may be found with the bracket before it.
    else if (words.startsWith('(') && !words.includes(')') && left[to] === ')') to += 1;
    if (/[ \t]/.test(left[from - 1] ?? '\n') || from === 0) while (/[ \t]/.test(left[to] ?? '')) to += 1;
    if (/[.,;:?)\n]/.test(left[to] ?? '\n')) while (/[ \t]/.test(left[from - 1] ?? '')) from -= 1;
    left = left.slice(0, from) + left.slice(to);
  }
  return left;
}
