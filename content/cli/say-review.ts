// A draft's difference in words: what a person must have read before signing. Everything that comes from guides is
// shown with control characters marked, so that nothing can hide on a terminal.
import { assertNever } from '../core/base/assert-never.ts';
import type { DiffPart } from '../core/lineage/diff-words.ts';
import type { GuideChange } from '../core/pack/compare.ts';
import type { FieldChange } from '../core/pack/compare-guide.ts';
import type { RoleChange } from '../core/publish/compare-roots.ts';
import type { CountedSigners } from '../core/publish/staged-signers.ts';
import type { ResponsesDifference } from '../core/suggestion/compare-responses.ts';
import type { Difference, DraftReview, ListChange } from '../node/publish-review.ts';
import { answerWords } from './inbox/words.ts';
import { timeOf } from './publishing.ts';
import { printable } from './terminal.ts';

/** Words of context at each side of a change. */
const contextWords = 8;
/** A new guide is shown by its first blocks; `--json` has all. */
const blocksOfNew = 400;

export function reviewLines(review: DraftReview): readonly string[] {
  const { folder, published, difference, bad, counted, isOutdated } = review;
  const { head, kind } = folder.draft;
  const nameOf = (key: string) => printable(review.people.get(key) ?? `key ${key.slice(0, 8)}`);
  return [
    `Draft ${folder.id} of ${head.repository} (${kind}), made ${head.madeAt.slice(0, 16).replace('T', ' ')} UTC${head.note ? `: ${printable(head.note)}` : '.'}`,
    kind === 'root'
      ? `Published root: ${published.root?.version ?? 'none'}.`
      : `Published edition: ${published.version === 0 ? 'none' : `${published.version} (${timeOf(published.version)})`}.`,
    ...(isOutdated ? ['OVERTAKEN: something else was published after this draft was made. It cannot be published any more.'] : []),
    ...(published.error
      ? [`What is published cannot be read as it is: ${published.error.code}. The difference may be shown too large.`]
      : []),
    ...(published.isListed ? [] : ['The directory does not list this channel yet: its own first root is believed.']),
    ...bad.map(({ file, why }) => `DO NOT SIGN: ${printable(file)} is ${why === 'index' ? 'not a readable index' : why}.`),
    ...(difference ? differenceLines(difference, nameOf) : []),
    ...signerLines(counted, nameOf),
    ...(review.next ? signerLines({ ...review.next, ignored: [] }, nameOf, ' for the root that waits') : []),
    ...folder.strange.map((name) => `Passed over: ${printable(name)} belongs to no draft.`),
  ];
}

/** @param whose said after "Signed" where it is not counted by the published root. */
export function signerLines(counted: CountedSigners, nameOf: (key: string) => string, whose = ''): readonly string[] {
  const [role] = counted.counts;
  const sets = counted.counts.filter((count) => count.role === role?.role || count.by === 'new');
  return [
    ...sets.map(
      ({ by, signers, threshold }) =>
        `Signed${whose}${sets.length > 1 ? ` (counted by the ${by} root)` : ''}: ${signers.length} of ${threshold} needed${signers.length > 0 ? ` (${signers.map(nameOf).join(', ')})` : ''}.`,
    ),
    ...counted.ignored.map(({ file, why }) => `Passed over: ${printable(file)} (${reasons[why] ?? why}).`),
  ];
}

const reasons: Readonly<Record<string, string>> = {
  name: 'a copy or another file, not a signature file',
  shape: 'cut or not a signature file',
  key: 'a key that may not sign this',
  signature: 'not a good signature of this draft',
  twice: 'this person has signed already',
};

function differenceLines(difference: Difference, nameOf: (key: string) => string): readonly string[] {
  switch (difference.kind) {
    case 'edition': {
      const { guides, images, pack, unchangedGuides, mismatches, responses } = difference;
      const count = (change: string) => guides.filter((guide) => guide.change === change).length;
      return [
        `Guides: ${count('changed')} changed, ${count('new')} new, ${count('removed')} removed, ${unchangedGuides} the same. Images: ${images.length} differ.`,
        ...mismatches.map(
          ({ id, field }) => `DO NOT SIGN without asking: the index says another "${field}" of ${printable(id)} than its file.`,
        ),
        ...pack.map((field) => `pack ${fieldLine(field)}`),
        ...guides.flatMap(guideLines),
        ...(responses ? responsesLines(responses) : []),
        ...images.map(({ src, change, bytes }) => `${mark[change]} image ${printable(src)} (${change}, ${Math.ceil(bytes / 1024)} kB)`),
      ];
    }
    case 'directory':
      return [
        ...difference.channels.flatMap((entry) => listLines('channel', entry)),
        ...difference.people.flatMap((entry) => listLines('person', entry)),
      ];
    case 'root':
      return [
        `Root ${difference.version[0] ?? 'none'} -> ${difference.version[1]}, valid to ${difference.expires[0] ?? '-'} -> ${difference.expires[1]}${difference.demo ? ', demonstration keys' : ''}.`,
        ...difference.roles.flatMap((role) => roleLines(role, nameOf)),
      ];
    default:
      return assertNever(difference);
  }
}

function responsesLines({ answered, takenBack, opened, changed, closed }: ResponsesDifference): readonly string[] {
  if (answered.length + takenBack.length + opened + changed + closed === 0) return [];
  return [
    `Answers: ${answered.length} new. Open suggestions: ${opened} more, ${changed} changed, ${closed} fewer.`,
    ...answered.flatMap(({ suggestion, events }) =>
      events.map(
        (event) => `    ${suggestion.slice(0, 8)} ${answerWords(event)}${event.words === '' ? '' : `: ${printable(event.words)}`}`,
      ),
    ),
    ...takenBack.map((suggestion) => `DO NOT SIGN without asking: what was said to ${suggestion.slice(0, 8)} is not there any more.`),
  ];
}

const mark: Readonly<Record<string, string>> = { new: '+', removed: '-', changed: '~', unreadable: '!' };

function guideLines(guide: GuideChange): readonly string[] {
  return [
    `${mark[guide.change]} ${printable(guide.id)} "${printable(guide.title)}" (${guide.change}, ${guide.words} words)`,
    ...guide.fields.filter(({ before }) => guide.change !== 'new' || before !== '').map((field) => `    ${fieldLine(field)}`),
    ...guide.blocks
      .slice(0, guide.change === 'new' ? blocksOfNew : guide.blocks.length)
      .map(
        ({ change, kind, heading, lines, parts }) =>
          `    ${change} ${kind}, line ${lines[0]}${heading ? ` under "${printable(heading)}"` : ''}: ${partsLine(parts, change === 'moved')}`,
      ),
    ...(guide.change === 'new' ? [] : guide.lines.map(({ change, line, text }) => `    ${change} line ${line}: ${printable(text)}`)),
  ];
}

const fieldLine = ({ field, before, after }: FieldChange): string =>
  `${printable(field)}: ${before === '' ? '(nothing)' : printable(before)} -> ${after === '' ? '(nothing)' : printable(after)}`;

/** Removed words in [-…-], added ones in {+…+}; long stretches that stay are shortened. */
export function partsLine(parts: readonly DiffPart[], isMoved: boolean): string {
  const line = parts.map(({ kind, text }, index) => {
    const shown = printable(text.replace(/\n/g, ' '));
    const trimmed = shown.trim();
    const space = shown.endsWith(' ') ? ' ' : '';
    if (kind === 'removed') return `[-${trimmed}-]${space}`;
    if (kind === 'added') return `{+${trimmed}+}${space}`;
    return isMoved ? shorten(shown, true, false) : shorten(shown, index < parts.length - 1, index > 0);
  });
  return line.join('').trim();
}

/** Keeps the words next to a change. */
function shorten(text: string, keepEnd: boolean, keepStart: boolean): string {
  const words = text.split(' ');
  if (words.length <= contextWords * 2 + 1) return text;
  const start = keepStart ? words.slice(0, contextWords) : [];
  const end = keepEnd ? words.slice(-contextWords) : [];
  return [...start, '…', ...end].join(' ');
}

function roleLines({ role, added, removed, kept, threshold }: RoleChange, nameOf: (key: string) => string): readonly string[] {
  const [before, after] = threshold;
  const count = added.length + kept.length;
  const changed = before === after ? '' : ` (was ${before ?? 'none'})`;
  return [
    `${role}: ${after} of ${count} must sign${changed}.`,
    ...added.map((key) => `    + ${nameOf(key)} (${key.slice(0, 16)})`),
    ...removed.map((key) => `    - ${nameOf(key)} (${key.slice(0, 16)})`),
  ];
}

function listLines(what: string, { name, change, fields }: ListChange): readonly string[] {
  return [
    `${mark[change]} ${what} ${printable(name)} (${change})`,
    ...(change === 'changed'
      ? fields.map((field) => `    ${field.field === 'retired' && field.before === '' ? 'RETIRED ' : ''}${fieldLine(field)}`)
      : []),
  ];
}
