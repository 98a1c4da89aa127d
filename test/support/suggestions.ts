// Suggestions for tests: whole and ordinary but for what the test says, and arbitrary ones for laws.
import fc from 'fast-check';
import type { BlockId, ChannelId, GuideId, Sha256 } from '../../content/core/base/ids.ts';
import type { Base, Draft, Proposal, Suggestion, SuggestionId } from '../../content/core/suggestion/model.ts';
import { sha256 } from '../../content/node/hash.ts';

export const sampleSource =
  '---\nid: house-rules\ntitle: House rules\nsummary: Kept short.\n---\n\n# House rules\n\nYou may hide a comment.\n';
export const sampleAfter = sampleSource.replace('may hide', 'must hide');

export const baseOf = (source = sampleSource, version = 1): Base => ({ edition: { version, digest: sha256(source) }, source });

export const idOf = (number: number): SuggestionId =>
  `urn:uuid:00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as SuggestionId;

let made = 0;

export function sampleSuggestion(special: Partial<Suggestion> = {}): Suggestion {
  made += 1;
  return {
    id: idOf(made),
    channel: 'everyday' as ChannelId,
    guide: 'house-rules' as GuideId,
    base: baseOf(),
    proposal: { kind: 'change', source: sampleAfter },
    about: {
      anchor: {
        edition: { version: 1, digest: sha256(sampleSource) },
        block: 'baaaaaaa' as BlockId,
        start: 12,
        end: 20,
        exact: 'may hide',
        prefix: 'House rules\nYou ',
        suffix: ' a comment.',
      },
      blockDigest: sha256('You may hide a comment.').slice(0, 16),
    },
    kind: 'wording',
    why: 'The procedure says so.',
    evidence: [],
    urgency: 'whenever',
    author: { name: 'Ann Example', force: 'Kent Police', role: 'Web manager' },
    created: '2026-11-23T09:00:00.000Z',
    modified: '2026-11-23T09:05:00.000Z',
    ...special,
  };
}

export function sampleDraft(special: Partial<Draft> = {}): Draft {
  return {
    suggestion: sampleSuggestion(),
    state: 'draft',
    sent: null,
    conflict: null,
    moved: null,
    deleted: null,
    clock: {},
    ...special,
  };
}

const clean = (maxLength: number) => fc.string({ unit: 'binary', maxLength }).map((text) => text.replace(/\p{C}|\p{Z}/gu, ' '));
const words = fc.stringMatching(/^[A-Za-z0-9éŵ'’][A-Za-z0-9éŵ'’ .-]{0,20}[a-z]$/);
const hex = fc.stringMatching(/^[0-9a-f]{64}$/).map((text) => text as Sha256);
const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
const source = fc.string({ unit: 'binary', maxLength: 300 });

/** Within bounds, of every kind. */
export const anySuggestion: fc.Arbitrary<Suggestion> = fc
  .record({
    id: fc.nat().map(idOf),
    kind: fc.constantFrom('factual-error' as const, 'outdated' as const, 'wording' as const, 'missing' as const, 'other' as const),
    why: clean(60),
    urgency: fc.constantFrom('whenever' as const, 'soon' as const, 'now' as const),
    author: fc.record({ name: fc.option(words), force: words, role: words }),
    created: time,
    modified: time,
    evidence: fc.array(
      fc.oneof(
        clean(40).map((text) => ({ kind: 'text' as const, text })),
        fc.webUrl().map((href) => ({ kind: 'link' as const, href })),
        fc.record({
          kind: fc.constant('file' as const),
          name: fc.constantFrom('a.pdf', 'Ŵhat now.png'),
          bytes: fc.nat(5_000_000),
          digest: hex,
        }),
      ),
      { maxLength: 4 },
    ),
    texts: fc.tuple(source, source),
    proposal: fc.oneof(
      fc.constant('change' as const),
      source.map((text): Proposal => ({ kind: 'new-guide', source: text, template: null })),
      fc.constant<Proposal>({ kind: 'comment' }),
      fc.constant<Proposal>({ kind: 'question' }),
      hex.map((suggestion): Proposal => ({ kind: 'support', suggestion })),
    ),
    isWhole: fc.boolean(),
  })
  .map(({ texts: [before, after], proposal, isWhole, ...rest }) => {
    const sample = sampleSuggestion();
    const isChange = proposal === 'change';
    return {
      ...sample,
      ...rest,
      base: isChange || (!isWhole && proposal.kind === 'comment') ? baseOf(before) : null,
      proposal: isChange ? { kind: 'change', source: after } : proposal,
      about: isWhole ? null : sample.about,
    };
  });
