// Jobs that tell of a person's suggestions and change none; what was thrown away long ago is cleared on the way.
import type { GuideId, Sha256 } from '../../content/core/base/ids.ts';
import { openByBlock } from '../../content/core/suggestion/responses.ts';
import type { SuggestionCounts, SuggestionRow } from '../ipc/suggestion-replies.ts';
import type { NoteContext, NoteJob, NoteJobs } from './notes-context.ts';
import { answerTo, keptOf, stateBy } from './suggestions-context.ts';
import type { DraftFacts } from './suggestions-index.ts';
import { rowOf } from './suggestions-rows.ts';

type Listing = Pick<NoteContext, 'texts' | 'index' | 'breathe'>;

async function there({ index, breathe }: Pick<Listing, 'index' | 'breathe'>): Promise<readonly DraftFacts[]> {
  return (await index.all(breathe)).facts.filter(({ deleted }) => deleted === null);
}

/** Last changed first. */
async function rowsOf(context: Listing, facts: readonly DraftFacts[]): Promise<readonly SuggestionRow[]> {
  const rows: SuggestionRow[] = [];
  for (const each of facts) {
    await context.breathe();
    const row = await rowOf(context, each);
    if (row) rows.push(row);
  }
  return rows.sort((a, b) => (a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : a.id < b.id ? -1 : 1));
}

const all: NoteJob<'suggestions.all'> = async ({ hasShare }, context) => {
  const { unread, aside } = await context.index.all(context.breathe);
  return { rows: await rowsOf(context, await there(context)), unread, aside, hasShare };
};

export async function countSuggestions(context: Listing): Promise<SuggestionCounts> {
  const counts = { drafts: 0, sent: 0, answered: 0, conflicts: 0 };
  for (const facts of await there(context)) {
    const state = stateBy(facts, await answerTo(context, facts));
    counts[state === 'sent' || state === 'answered' ? state : 'drafts'] += 1;
    if (facts.conflict) counts.conflicts += 1;
  }
  return counts;
}

/** Of what was thrown away, and of files that no draft names. */
const keptDays = { draft: 30, evidence: 1 } as const;
const cleared = new WeakSet<NoteContext['index']>();

const counts: NoteJob<'suggestions.counts'> = async (_, context) => {
  if (!cleared.has(context.index)) await clear(context);
  return countSuggestions(context);
};

/** Once in the life of the process: it is asked for at every start. */
async function clear({ index, drafts, evidence, breathe, now }: NoteContext): Promise<void> {
  cleared.add(index);
  const before = (days: number): Date => new Date(Date.parse(now) - days * 86_400_000);
  const oldest = before(keptDays.draft).toISOString();
  const { facts } = await index.all(breathe);
  if (facts.some(({ deleted }) => deleted !== null && deleted < oldest)) await drafts.clear(oldest);
  const { facts: left, unread } = await index.all(breathe);
  // What cannot be read now may name files too.
  if (unread.length === 0) evidence.clear(new Set(left.flatMap(({ files }) => files)), before(keptDays.evidence));
}

const guide: NoteJob<'suggestions.guide'> = async ({ guide: id }, context) => {
  const facts = await there(context);
  const own = facts.flatMap(({ sent }) => (sent ? [sent.digest] : []));
  const rows = await rowsOf(
    context,
    facts.filter((each) => each.guide === id && each.supports === null),
  );
  return {
    guide: id,
    drafts: rows.filter(({ state }) => state === 'draft' || state === 'ready'),
    sent: rows.filter(({ state }) => state === 'sent'),
    open: await openIn(context, id, own),
    supported: facts.flatMap(({ supports }) => supports ?? []),
  };
};

async function openIn({ texts }: NoteContext, id: GuideId, own: readonly Sha256[]) {
  const channel = texts.channel(id);
  const responses = channel && (await texts.responses(channel));
  if (!responses) return [];
  const found = openByBlock(responses, id, own);
  const order = (await texts.file(id, 0))?.ids ?? [];
  return order.flatMap((block) => {
    const open = found.get(block);
    return open ? [{ block, ...open }] : [];
  });
}

export const suggestionReadJobs = {
  'suggestions.all': all,
  'suggestions.counts': counts,
  'suggestions.guide': guide,
  'suggestions.open': ({ id }, context) => keptOf(context, id),
} satisfies Partial<NoteJobs>;
