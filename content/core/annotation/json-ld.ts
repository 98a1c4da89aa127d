// Notes as W3C Web Annotations (JSON-LD), the form in which they are kept and carried: what the standard has a word for
// is in its words, the rest under a name of our own. Reading is of hostile files: everything is bounded and checked.
import { type BlockId, type GuideId, isBlockId, isGuideId } from '../base/ids.ts';
import { type Anchor, type Clock, type Fate, type HighlightName, highlightNames, isNoteId, type Note, noteLimits } from './model.ts';

/** Of the standard, and ours for what it has no word for: edition, clock and fate. */
export const annotationContext = ['http://www.w3.org/ns/anno.jsonld', { guides: 'urn:national-guides:terms:' }] as const;

export function toAnnotation(note: Note): Readonly<Record<string, unknown>> {
  const bodies = [
    ...(note.text === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note.text }]),
    ...note.tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
  ];
  return {
    id: note.id,
    type: 'Annotation',
    motivation: note.text === '' ? 'highlighting' : 'commenting',
    created: note.created,
    modified: note.modified,
    ...(bodies.length > 0 ? { body: bodies } : {}),
    target: { ...targetOf(note.anchor, note.guide), styleClass: note.highlight },
    'guides:fate': note.fate,
    ...(note.before ? { 'guides:before': targetOf(note.before, note.guide) } : {}),
    ...(note.archived ? { 'guides:archived': true } : {}),
    'guides:clock': note.clock,
  };
}

/** Also where a suggestion stands (core/suggestion). */
export function targetOf(anchor: Anchor, guide: GuideId): Readonly<Record<string, unknown>> {
  const { edition, block, start, end, exact, prefix, suffix } = anchor;
  return {
    source: `guides://guide/${guide}`,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start, end },
      ...(block === null ? [] : [{ type: 'FragmentSelector', value: block }]),
    ],
    'guides:edition': { version: edition.version, sha256: edition.digest },
  };
}

/** `null` for what is no annotation of a guide's words: without an id, a guide or a quote it can be nothing. */
export function fromAnnotation(value: unknown): Note | null {
  if (!isRecord(value) || value.type !== 'Annotation' || typeof value.id !== 'string' || !isNoteId(value.id)) return null;
  const target = Array.isArray(value.target) ? value.target[0] : value.target;
  const place = anchorFrom(target);
  const created = timeOf(value.created);
  if (!place || created === null) return null;
  const before = anchorFrom(value['guides:before']);
  const bodies = (Array.isArray(value.body) ? value.body : [value.body]).filter(isRecord).slice(0, noteLimits.tags * 2);
  const text = bodies.find((body) => body.purpose === 'commenting' || body.purpose === undefined)?.value;
  const tags = bodies.flatMap(({ purpose, value: tag }) => (purpose === 'tagging' && typeof tag === 'string' ? [tidyTag(tag)] : []));
  return {
    id: value.id,
    guide: place.guide,
    highlight: highlightOf(isRecord(target) ? target.styleClass : null),
    text: typeof text === 'string' ? text.slice(0, noteLimits.text) : '',
    tags: tidyTags(tags),
    created,
    modified: timeOf(value.modified) ?? created,
    archived: value['guides:archived'] === true,
    anchor: place.anchor,
    fate: fateOf(value['guides:fate']),
    before: before?.guide === place.guide ? before.anchor : null,
    clock: clockOf(value['guides:clock']),
  };
}

/** Within bounds; null for what is no place in a guide. */
export function anchorFrom(target: unknown): { readonly guide: GuideId; readonly anchor: Anchor } | null {
  if (!isRecord(target) || typeof target.source !== 'string') return null;
  const guide = /^guides:\/\/guide\/([^/?#]+)/.exec(target.source)?.[1] ?? '';
  const selectors = (Array.isArray(target.selector) ? target.selector : [target.selector]).filter(isRecord).slice(0, 10);
  const of = (type: string) => selectors.find((selector) => selector.type === type);
  const quote = of('TextQuoteSelector');
  if (!isGuideId(guide) || typeof quote?.exact !== 'string' || quote.exact.trim() === '') return null;
  const position = of('TextPositionSelector');
  const block = of('FragmentSelector')?.value;
  const edition = isRecord(target['guides:edition']) ? target['guides:edition'] : {};
  const exact = quote.exact.slice(0, noteLimits.exact);
  const start = countOf(position?.start) ?? 0;
  return {
    guide,
    anchor: {
      edition: { version: countOf(edition.version) ?? 0, digest: digestOf(edition.sha256) },
      block: typeof block === 'string' && isBlockId(block) ? (block as BlockId) : null,
      start,
      end: Math.max(start, countOf(position?.end) ?? start + exact.length),
      exact,
      prefix: textOf(quote.prefix).slice(-noteLimits.context),
      suffix: textOf(quote.suffix).slice(0, noteLimits.context),
    },
  };
}

/** One line, single spaces, no leading number sign. */
export const tidyTag = (tag: string): string => tag.replace(/\s+/g, ' ').trim().replace(/^#/, '').slice(0, noteLimits.tag);

/** Each once, whatever its case; the first spelling stays. */
export function tidyTags(tags: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const tag of tags.map(tidyTag)) if (tag !== '' && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  return [...seen.values()].slice(0, noteLimits.tags);
}

const highlightOf = (value: unknown): HighlightName => highlightNames.find((name) => name === value) ?? highlightNames[0];
const fates: readonly Fate[] = ['unchanged', 'reworded', 'moved', 'gone'];
const fateOf = (value: unknown): Fate => fates.find((fate) => fate === value) ?? 'unchanged';
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const digestOf = (value: unknown): string => (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : '');
const countOf = (value: unknown): number | null => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null);

function timeOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 40) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** PCs of one person: far fewer than this, whatever a file says. */
const mostWriters = 256;

export function clockOf(value: unknown): Clock {
  if (!isRecord(value)) return {};
  const counts = Object.entries(value).flatMap(([writer, count]) => {
    const changes = countOf(count);
    return /^[a-z0-9]{1,16}$/.test(writer) && changes !== null && changes > 0 ? [[writer, changes] as const] : [];
  });
  return Object.fromEntries(counts.slice(0, mostWriters));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
