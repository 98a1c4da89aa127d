// An inbox in words, and as JSON: each suggestion as a line, then each place of a guide with the words proposed for it. All
// of it comes from outside: control characters are marked, long words cut.
import { diffWords } from '../../core/lineage/diff-words.ts';
import type { Entry, Group, Wording } from '../../core/suggestion/group.ts';
import { latest } from '../../core/suggestion/responses.ts';
import type { Inbox } from '../../node/inbox.ts';
import { partsLine } from '../say-review.ts';
import { printable, table } from '../terminal.ts';
import type { OpenedInbox } from './read-inbox.ts';
import { answerWords, authorWords, proposalWords, refusalWords, standingWords } from './words.ts';

/** Of a reason, and of what is said in full in the bundle. */
const longest = 160;
/** More differing words than a person reads in a list; the bundle and `guides apply` have them all. */
const longestDifference = 1_200;

const short = (digest: string): string => digest.slice(0, 8);
const cut = (text: string, most = longest): string => {
  const plain = printable(text.replace(/\s+/g, ' ').trim());
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
};

export function inboxLines(opened: OpenedInbox): readonly string[] {
  const { entries, groups } = opened.grouped;
  if (entries.length === 0) return ['There is nothing in this inbox to decide.'];
  const overlaps = groups.filter(({ isOverlap }) => isOverlap).length;
  const doubles = entries.filter(({ duplicateOf }) => duplicateOf !== null).length;
  return [
    table(
      ['suggestion', 'made', 'from', 'guide', 'what', 'urgency', 'now', 'why'],
      entries.map((entry) => row(entry, opened)),
    ),
    ...groups.flatMap((group) => ['', ...groupLines(group, opened)]),
    '',
    `${entries.length} suggestions in ${groups.length} places: ${overlaps} overlap, ${doubles} say what another says.`,
  ];
}

function row(entry: Entry, opened: OpenedInbox): readonly string[] {
  const { suggestion, digest, standing, duplicateOf, supporters } = entry;
  const answer = opened.responses.answers.find((one) => one.suggestion === digest);
  const marks = [
    standingWords[standing],
    ...(duplicateOf ? [`same as ${short(duplicateOf)}`] : []),
    ...(supporters.length > 0 ? [`${supporters.length} support it`] : []),
    ...(answer ? [answerWords(latest(answer))] : []),
  ];
  return [
    short(digest),
    suggestion.modified.slice(0, 10),
    cut(authorWords(suggestion.author), 40),
    suggestion.guide ?? '(missing)',
    proposalWords(suggestion),
    suggestion.urgency,
    marks.join(', '),
    cut(suggestion.why, 60),
  ];
}

function groupLines(group: Group, { grouped }: OpenedInbox): readonly string[] {
  const place = `${group.guide ?? 'A guide that is missing'}${group.block ? `, block ${group.block}` : group.guide ? ', the guide as a whole' : ''}`;
  const others = group.others.flatMap((digest) => grouped.entries.find((entry) => entry.digest === digest) ?? []);
  return [
    `${place}${group.isOverlap ? ': OVERLAP, different words for the same place' : ''}`,
    ...group.wordings.map((wording) => `  ${wording.by.map(short).join(', ')}: ${difference(wording)}`),
    ...others.map(({ digest, suggestion }) => `  ${short(digest)}: ${proposalWords(suggestion)}: ${cut(suggestion.why)}`),
  ];
}

function difference({ touch }: Wording): string {
  if (touch.old.length + touch.next.length > 20 * longestDifference) return `${touch.next.split('\n').length} lines, too long to show here`;
  return cut(partsLine(diffWords(touch.old, touch.next), false), longestDifference);
}

export const refusedLines = ({ entries, others }: Inbox): readonly string[] => [
  ...entries.flatMap(({ file, read }) => (read.ok ? [] : [`REFUSED ${printable(file)}: it ${refusalWords[read.error]}.`])),
  ...(others > 0 ? [`${others} other files are no bundles and were passed over.`] : []),
];

export function inboxJson(opened: OpenedInbox, channel: string): object {
  const { inbox, grouped, responses, problems } = opened;
  const files = new Map<string, string[]>();
  for (const { file, read } of inbox.entries) if (read.ok) files.set(read.value.digest, [...(files.get(read.value.digest) ?? []), file]);
  const answers = new Map(responses.answers.map((answer) => [answer.suggestion, latest(answer)]));
  return {
    ok: true,
    channel,
    suggestions: grouped.entries.map(({ digest, suggestion, standing, duplicateOf, supporters }) => ({
      digest,
      files: files.get(digest) ?? [],
      guide: suggestion.guide,
      proposal: suggestion.proposal.kind,
      supports: suggestion.proposal.kind === 'support' ? suggestion.proposal.suggestion : null,
      kind: suggestion.kind,
      why: suggestion.why,
      urgency: suggestion.urgency,
      author: suggestion.author,
      created: suggestion.created,
      modified: suggestion.modified,
      standing,
      duplicateOf,
      supporters,
      answer: answers.get(digest) ?? null,
    })),
    groups: grouped.groups.map(({ guide, block, isOverlap, others, wordings }) => ({
      guide,
      block,
      isOverlap,
      wordings: wordings.map(({ touch, by }) => ({ old: touch.old, next: touch.next, by })),
      others,
    })),
    refused: inbox.entries.flatMap(({ file, read }) => (read.ok ? [] : [{ file, why: read.error }])),
    others: inbox.others,
    problems,
  };
}
