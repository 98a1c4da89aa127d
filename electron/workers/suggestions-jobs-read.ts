// Jobs that tell of a person's suggestions and change none.
import type { GuideId, Sha256 } from '../../content/core/base/ids.ts';
import { openByBlock } from '../../content/core/suggestion/responses.ts';
import type { SuggestionCounts, SuggestionRow } from '../ipc/suggestion-replies.ts';
import type { NoteContext, NoteJob, NoteJobs } from './notes-context.ts';
import { keptOf } from './suggestions-context.ts';
import { rowOf } from './suggestions-rows.ts';

async function rowsOf(context: NoteContext): Promise<readonly SuggestionRow[]> {
  const { drafts } = await context.drafts.list();
  const rows: SuggestionRow[] = [];
  for (const kept of drafts) {
    if (kept.draft.deleted !== null) continue;
    await context.breathe();
    rows.push(await rowOf(context, kept));
  }
  return rows.sort((a, b) => (a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : a.id < b.id ? -1 : 1));
}

const all: NoteJob<'suggestions.all'> = async ({ hasShare }, context) => {
  const { unread, aside } = await context.drafts.list();
  return { rows: await rowsOf(context), unread, aside, hasShare };
};

export async function countSuggestions(context: Pick<NoteContext, 'drafts' | 'evidence' | 'texts' | 'breathe'>): Promise<SuggestionCounts> {
  const { drafts } = await context.drafts.list();
  const counts = { drafts: 0, sent: 0, answered: 0, conflicts: 0 };
  for (const kept of drafts) {
    if (kept.draft.deleted !== null) continue;
    await context.breathe();
    const { state, conflict } = await rowOf(context, kept, 'state');
    counts[state === 'sent' || state === 'answered' ? state : 'drafts'] += 1;
    if (conflict) counts.conflicts += 1;
  }
  return counts;
}

/** Of what was thrown away, and of files that no draft names. */
const keptDays = { draft: 30, evidence: 1 } as const;
const cleared = new WeakSet<NoteContext['drafts']>();

const counts: NoteJob<'suggestions.counts'> = async (_, context) => {
  if (!cleared.has(context.drafts)) await clear(context);
  return countSuggestions(context);
};

/** Once in the life of the process: it is asked for at every start. */
async function clear({ drafts, evidence, now }: NoteContext): Promise<void> {
  cleared.add(drafts);
  const before = (days: number): Date => new Date(Date.parse(now) - days * 86_400_000);
  await drafts.clear(before(keptDays.draft).toISOString());
  const { drafts: left, unread } = await drafts.list();
  // What cannot be read now may name files too.
  if (unread.length > 0) return;
  const named = left.flatMap(({ draft }) => draft.suggestion.evidence.flatMap((item) => (item.kind === 'file' ? [item.digest] : [])));
  evidence.clear(new Set(named), before(keptDays.evidence));
}

const guide: NoteJob<'suggestions.guide'> = async ({ guide: id }, context) => {
  const rows = await rowsOf(context);
  const here = rows.filter((row) => row.guide === id);
  const own = rows.flatMap(({ sent }) => (sent ? [sent.digest] : []));
  const supported = await supportedBy(context);
  return {
    guide: id,
    drafts: here.filter(({ state, proposal }) => proposal !== 'support' && (state === 'draft' || state === 'ready')),
    sent: here.filter(({ state, proposal }) => proposal !== 'support' && state === 'sent'),
    open: await openIn(context, id, own),
    supported,
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

async function supportedBy({ drafts }: NoteContext): Promise<readonly Sha256[]> {
  const { drafts: all } = await drafts.list();
  return all.flatMap(({ draft }) =>
    draft.deleted === null && draft.suggestion.proposal.kind === 'support' ? [draft.suggestion.proposal.suggestion] : [],
  );
}

export const suggestionReadJobs = {
  'suggestions.all': all,
  'suggestions.counts': counts,
  'suggestions.guide': guide,
  'suggestions.open': ({ id }, context) => keptOf(context, id),
} satisfies Partial<NoteJobs>;
