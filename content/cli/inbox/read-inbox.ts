// What the commands of an inbox begin with: everything in it, beside the guides of the group's own sources or, without
// them, of the newest edition on the share, and what was answered already.
import type { AppError } from '../../core/base/error.ts';
import type { GuideId } from '../../core/base/ids.ts';
import { ok, type Result } from '../../core/base/result.ts';
import type { Problem } from '../../core/guide/model.ts';
import { responsesName } from '../../core/pack/index.ts';
import { checkResponses } from '../../core/suggestion/check-responses.ts';
import { type Grouped, groupSuggestions, type NewestGuide } from '../../core/suggestion/group.ts';
import { noResponses, type Responses } from '../../core/suggestion/responses.ts';
import { type Inbox, listInbox } from '../../node/inbox.ts';
import { guidesOfEdition, guidesOfSources, type PublishedGuides, readPublishedGuides } from '../../node/newest-guides.ts';
import type { SourceFile } from '../../node/source-folder.ts';
import type { Terminal } from '../terminal.ts';

export interface InboxInput {
  readonly share: string;
  readonly channel: string;
  /** Of the pack's sources; null: as published. */
  readonly files: readonly SourceFile[] | null;
  readonly now: Date;
}

export interface OpenedInbox {
  readonly inbox: Inbox;
  readonly grouped: Grouped;
  /** What they were put beside. */
  readonly guides: ReadonlyMap<GuideId, NewestGuide>;
  readonly published: PublishedGuides;
  /** The sources' own, or else the published ones. */
  readonly responses: Responses;
  /** Of the sources, where they cannot be built: the blocks are those of the published edition then. */
  readonly problems: readonly Problem[];
}

/** CHANNEL_UNKNOWN and what keeps the published edition from being read. Throws INBOX_… and SHARE_…. */
export async function readInbox(input: InboxInput, terminal: Terminal): Promise<Result<OpenedInbox, AppError>> {
  const { files, now } = input;
  const read = await readPublishedGuides({ ...input, pinnedRoot: null });
  if (!read.ok) return read;
  const published = read.value;
  const inbox = await listInbox(input.share, input.channel, (done, of) => terminal.progress(`Opening (${done} of ${of})`));
  const own = files && guidesOfSources(files, published.edition, now.toISOString().slice(0, 10));
  const said = files && answersIn(files);
  const received = inbox.entries.flatMap(({ read: one }) => (one.ok ? [one.value] : []));
  const guides = own?.guides ?? guidesOfEdition(published.edition);
  return ok({
    inbox,
    guides,
    grouped: groupSuggestions(received, guides),
    published,
    responses: said ? said.responses : published.responses,
    problems: [...(own && !own.guides ? own.problems.filter(({ severity }) => severity === 'error') : []), ...(said ? said.problems : [])],
  });
}

/** Of a file with faults nothing: it must be mended before anything is written into it. */
function answersIn(files: readonly SourceFile[]): { readonly responses: Responses; readonly problems: readonly Problem[] } {
  const file = files.find(({ path }) => path === responsesName);
  if (!file) return { responses: noResponses, problems: [] };
  const read = checkResponses(file.bytes);
  if (read.ok) return { responses: read.value, problems: [] };
  return {
    responses: noResponses,
    problems: read.error.map(({ line, message }) => ({
      severity: 'error',
      rule: 'responses',
      file: responsesName,
      line,
      field: null,
      message,
    })),
  };
}
