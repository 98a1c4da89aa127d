// Puts all mutants of a file into its source at once, each behind a question whether it is the one that is tried.
import type { Mutant } from './mutants.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly mutants: Mutant[];
  readonly inner: Place[];
}

/** `asked(id)` is true for the one mutant that is tried, and notes that its place was reached. */
export const asked = 'globalThis.mutantAsked';

export function withSwitches(source: string, mutants: readonly Mutant[]): string {
  const places: Place[] = [];
  for (const mutant of [...mutants].sort((one, two) => one.start - two.start || two.end - one.end)) insert(places, mutant);
  return render(source, { start: 0, end: source.length, mutants: [], inner: places });
}

/** Syntax nests: of two ranges, one holds the other or they are apart. */
function insert(places: Place[], mutant: Mutant): void {
  const last = places.at(-1);
  if (last && last.start === mutant.start && last.end === mutant.end) last.mutants.push(mutant);
  else if (last && last.end >= mutant.end) insert(last.inner, mutant);
  else places.push({ start: mutant.start, end: mutant.end, mutants: [mutant], inner: [] });
}

function render(source: string, place: Place): string {
  let text = '';
  let at = place.start;
  for (const part of place.inner) {
    text += source.slice(at, part.start) + render(source, part);
    at = part.end;
  }
  text += source.slice(at, place.end);
  if (place.mutants.length === 0) return text;
  const left = place.mutants.filter(({ kind }) => kind !== 'expression').map(({ id }) => `!${asked}(${id})`);
  // The outer brackets keep an `else` that follows with its own `if`.
  if (left.length > 0) return `{ if (${left.join(' && ')}) { ${text} } }`;
  return place.mutants.reduceRight((rest, { id, text: put }) => `(${asked}(${id}) ? (${put}) : ${rest})`, `(${text})`);
}
