// What a copy says about itself, whatever its form: the state of the guide, its version and review, the edition, where it came
// from. From verified values only; how it is said comes in as words.
import { classifyLink } from '../guide/links.ts';
import { countWords } from '../guide/plain-text.ts';
import type { CopyDocument, CopyOrigin, CopyWords } from './model.ts';
import { guideAddress } from './runs.ts';

export interface Fact {
  readonly label: string;
  readonly text: string;
}

export const say = (words: CopyWords, name: string): string => (Object.hasOwn(words, name) ? (words[name] ?? name) : name);

/** The gravest first: what a person must not miss who only has the copy. */
export function factsOf({ meta }: Pick<CopyDocument, 'meta'>, origin: CopyOrigin, words: CopyWords): readonly Fact[] {
  const told = (name: string): string => say(words, name);
  const fact = (name: string, text: string): readonly Fact[] => (countWords(text) === 0 ? [] : [{ label: told(name), text }]);
  return [
    ...(origin.retired === null ? [] : fact('retired', longDay(origin.retired))),
    ...fact('state', told(`status-${meta.status}`)),
    ...fact('version', meta.version),
    ...fact('review', meta.reviewBy === null ? told('no-review') : longDay(meta.reviewBy)),
    ...fact('owner', meta.workingGroup.name),
    ...fact('edition', `${origin.pack}, ${longDay(origin.edition)}${origin.demo ? `. ${told('demo')}` : ''}`),
    ...fact('from', `${told('product')}, ${longDay(origin.saved)}, ${guideAddress(meta.id)}`),
  ];
}

/** On every sheet: paper must not pass for approved. */
export function stampOf({ meta }: Pick<CopyDocument, 'meta'>, origin: CopyOrigin, words: CopyWords): string {
  return [say(words, `stamp-${meta.status}`), `v${meta.version}`, `${origin.pack}, ${longDay(origin.edition)}`].join(' · ');
}

/** "22 November 2026"; what is no day as it came. */
export function longDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}

export interface SourceLine {
  /** What the guide's own text calls it. */
  readonly id: string;
  readonly text: string;
  /** Web addresses only, as everywhere. */
  readonly url: string | null;
}

export function sourceLines({ meta }: Pick<CopyDocument, 'meta'>, words: CopyWords): readonly SourceLine[] {
  return meta.sources.map(({ id, title, publisher, date, url }) => ({
    id,
    text: [title, publisher, date === null ? say(words, 'no-date') : longDay(date)].filter((part) => part !== '').join(', '),
    url: url !== null && classifyLink(url).kind === 'web' ? url : null,
  }));
}
