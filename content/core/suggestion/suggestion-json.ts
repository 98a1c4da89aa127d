// A suggestion as `suggestion.json`: a W3C Web Annotation (motivation editing, commenting, questioning, replying) in one
// spelling, so that the same suggestion has the same bytes and its digest can name it. Reading is of hostile files: what
// is out of bounds, has other keys or another spelling is refused, never mended.
import { anchorFrom, annotationContext, targetOf } from '../annotation/json-ld.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { Sha256Of } from '../base/hash.ts';
import { type GuideId, isChannelId, isGuideId, isSha256, type Sha256 } from '../base/ids.ts';
import { isDeeperThan } from '../base/json-depth.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import { boundsFault, type SuggestionFault, suggestionLimits } from './bounds.ts';
import {
  type Base,
  type Evidence,
  isSuggestionId,
  type Passage,
  type Proposal,
  proposedSource,
  type Suggestion,
  suggestionKinds,
  urgencies,
} from './model.ts';

/** A higher one was written by a newer app. */
export const suggestionFormat = 1;

export type SuggestionRefusal =
  | SuggestionFault
  | 'too-large'
  | 'not-json'
  /** Written by a newer app: the sentence is another one than for damage. */
  | 'newer'
  | 'not-a-suggestion'
  /** Other keys, another order, or white space: nothing of ours writes that. */
  | 'not-canonical'
  /** The text it was made from is not what its digest says. */
  | 'wrong-digest';

/** The exact bytes of the file. Of a suggestion within bounds (`boundsFault`); others make a file that nobody reads. */
export function writeSuggestion(suggestion: Suggestion): Uint8Array<ArrayBuffer> {
  return encodeUtf8(`${canonicalJson(toJson(suggestion))}\n`);
}

/** Names the suggestion in responses and in support. */
export const digestOf = (suggestion: Suggestion, sha256: Sha256Of): Sha256 => sha256(writeSuggestion(suggestion));

/** Never throws. What is read is written again as the very same bytes. */
export function readSuggestion(bytes: Uint8Array, sha256: Sha256Of): Result<Suggestion, SuggestionRefusal> {
  if (bytes.length > suggestionLimits.fileBytes) return fail('too-large');
  if (isDeeperThan(bytes, suggestionLimits.depth, suggestionLimits.parts)) return fail('not-json');
  const text = decodeUtf8(bytes);
  const value = text === null ? undefined : parse(text);
  if (!isRecord(value)) return fail('not-json');
  const format = value['guides:format'];
  if (typeof format === 'number' && format > suggestionFormat) return fail('newer');
  const suggestion = fromJson(value);
  if (!suggestion) return fail('not-a-suggestion');
  const fault = boundsFault(suggestion);
  if (fault) return fail(fault);
  if (`${canonicalJson(toJson(suggestion))}\n` !== text) return fail('not-canonical');
  const { base } = suggestion;
  if (base && sha256(encodeUtf8(base.source)) !== base.edition.digest) return fail('wrong-digest');
  return ok(suggestion);
}

const motivations = {
  change: 'editing',
  'new-guide': 'editing',
  comment: 'commenting',
  question: 'questioning',
  support: 'replying',
} as const;

/** Also for drafts, which are kept in the same words (`draft-file.ts`). */
export function toJson(suggestion: Suggestion): Readonly<Record<string, unknown>> {
  const { proposal, about, guide, base, author, evidence } = suggestion;
  const source = proposedSource(suggestion);
  const place = guide === null ? `guides://channel/${suggestion.channel}` : `guides://guide/${guide}`;
  return {
    '@context': annotationContext,
    id: suggestion.id,
    type: 'Annotation',
    motivation: motivations[proposal.kind],
    created: suggestion.created,
    modified: suggestion.modified,
    creator: {
      type: 'Person',
      ...(author.name === null ? {} : { name: author.name }),
      'guides:force': author.force,
      'guides:role': author.role,
    },
    body: [
      ...(source === null ? [] : [{ type: 'TextualBody', purpose: 'editing', format: 'text/markdown', value: source }]),
      { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: suggestion.why },
      ...evidence.map(evidenceJson),
    ],
    target: {
      ...(about && guide !== null ? { ...targetOf(about.anchor, guide), 'guides:block': about.blockDigest } : { source: place }),
      ...(base ? { 'guides:base': { version: base.edition.version, sha256: base.edition.digest, text: base.source } } : {}),
    },
    'guides:format': suggestionFormat,
    'guides:proposal': proposal.kind,
    ...(proposal.kind === 'new-guide' && proposal.template !== null ? { 'guides:template': proposal.template } : {}),
    ...(proposal.kind === 'support' ? { 'guides:supports': proposal.suggestion } : {}),
    'guides:channel': suggestion.channel,
    'guides:kind': suggestion.kind,
    'guides:urgency': suggestion.urgency,
  };
}

function evidenceJson(item: Evidence): Readonly<Record<string, unknown>> {
  switch (item.kind) {
    case 'text':
      return { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: item.text };
    case 'link':
      return { type: 'SpecificResource', purpose: 'linking', source: item.href };
    case 'file': {
      const resource = { type: 'SpecificResource', purpose: 'linking', source: `guides://evidence/${item.digest}` };
      return { ...resource, 'guides:name': item.name, 'guides:bytes': item.bytes };
    }
  }
}

/** Null for what is none. Types are checked here, bounds are not. */
export function fromJson(value: unknown): Suggestion | null {
  if (!isRecord(value) || value.type !== 'Annotation' || typeof value.id !== 'string' || !isSuggestionId(value.id)) return null;
  const { target, creator, body } = value;
  const channel = value['guides:channel'];
  if (!isRecord(target) || !isRecord(creator) || !Array.isArray(body) || body.length > suggestionLimits.evidence + 2) return null;
  if (typeof channel !== 'string' || !isChannelId(channel)) return null;
  const bodies = body.filter(isRecord);
  const why = bodyFor(bodies, 'commenting');
  const proposal = proposalOf(value, bodyFor(bodies, 'editing'));
  const kind = suggestionKinds.find((name) => name === value['guides:kind']);
  const urgency = urgencies.find((name) => name === value['guides:urgency']);
  const [force, role] = [creator['guides:force'], creator['guides:role']];
  const { created, modified } = value;
  if (why === null || !proposal || !kind || !urgency || typeof force !== 'string' || typeof role !== 'string') return null;
  if (typeof created !== 'string' || typeof modified !== 'string') return null;
  return {
    id: value.id,
    channel,
    guide: guideOf(target.source),
    base: baseOf(target['guides:base']),
    proposal,
    about: passageOf(target),
    kind,
    why,
    evidence: bodies.flatMap((item) => evidenceOf(item) ?? []),
    urgency,
    author: { name: typeof creator.name === 'string' ? creator.name : null, force, role },
    created,
    modified,
  };
}

function proposalOf(value: Readonly<Record<string, unknown>>, source: string | null): Proposal | null {
  const [kind, template, supports] = [value['guides:proposal'], value['guides:template'], value['guides:supports']];
  if (kind === 'change') return source === null ? null : { kind, source };
  if (kind === 'new-guide')
    return source === null ? null : { kind, source, template: typeof template === 'string' && isGuideId(template) ? template : null };
  if (kind === 'comment' || kind === 'question') return { kind };
  return kind === 'support' && typeof supports === 'string' && isSha256(supports) ? { kind, suggestion: supports } : null;
}

function guideOf(source: unknown): GuideId | null {
  const name = typeof source === 'string' && source.startsWith('guides://guide/') ? source.slice('guides://guide/'.length) : '';
  return isGuideId(name) ? name : null;
}

function baseOf(value: unknown): Base | null {
  if (!isRecord(value) || typeof value.text !== 'string' || typeof value.version !== 'number' || typeof value.sha256 !== 'string')
    return null;
  return { edition: { version: value.version, digest: value.sha256 }, source: value.text };
}

function passageOf(target: Readonly<Record<string, unknown>>): Passage | null {
  const digest = target['guides:block'];
  const place = anchorFrom(target);
  return place && typeof digest === 'string' ? { anchor: place.anchor, blockDigest: digest } : null;
}

function evidenceOf(item: Readonly<Record<string, unknown>>): Evidence | null {
  const { purpose, value, source } = item;
  if (purpose === 'describing') return typeof value === 'string' ? { kind: 'text', text: value } : null;
  if (purpose !== 'linking' || typeof source !== 'string') return null;
  const [name, bytes] = [item['guides:name'], item['guides:bytes']];
  if (typeof name !== 'string' || typeof bytes !== 'number') return { kind: 'link', href: source };
  const digest = source.replace(/^guides:\/\/evidence\//, '');
  return isSha256(digest) ? { kind: 'file', name, bytes, digest } : null;
}

function bodyFor(bodies: readonly Readonly<Record<string, unknown>>[], purpose: string): string | null {
  const found = bodies.find((item) => item.purpose === purpose)?.value;
  return typeof found === 'string' ? found : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
