// Sources -> a channel's next edition as a draft in staging, built on the edition that is published. Decides nothing
// about trust and signs nothing. `remakeDraft` drafts the published files again, unchanged, for new keys.
import type { AppError } from '../core/base/error.ts';
import { isChannelId } from '../core/base/ids.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { decodeUtf8 } from '../core/base/utf8.ts';
import type { Problem } from '../core/guide/model.ts';
import { buildPack } from '../core/pack/build.ts';
import type { GuidesElsewhere } from '../core/pack/check.ts';
import { readEditionIndex } from '../core/pack/index.ts';
import type { EditionFile, EditionIndex, IndexedGuide } from '../core/pack/model.ts';
import type { DroppedFile, SourceFile } from '../core/pack/sources.ts';
import type { RootMetadata } from '../core/trust/metadata.ts';
import { checkCarried } from './check-responses.ts';
import { sha256 } from './hash.ts';
import { stageEdition } from './publish-stage.ts';
import { type Published, readPublished, readPublishedBlob } from './published.ts';

export interface DraftInput {
  readonly share: string;
  readonly channel: string;
  /** The pack's folder, as `readSourceFolder` gives it. */
  readonly files: readonly SourceFile[];
  /** Guides of other packs, where they are known: links to them are judged. */
  readonly elsewhere?: GuidesElsewhere;
  readonly now: Date;
  readonly note: string;
  readonly pinnedRoot?: Uint8Array | null;
}

export interface MadeDraft {
  /** Null when errors in the guides forbid it. */
  readonly id: string | null;
  readonly version: number | null;
  readonly base: number;
  readonly problems: readonly Problem[];
  readonly dropped: readonly DroppedFile[];
}

/** CHANNEL_UNKNOWN, NOTHING_NEW, what keeps the published edition from being read, and SHARE_…. */
export async function makeDraft(input: DraftInput): Promise<Result<MadeDraft>> {
  const read = await readPublished({ ...input, repository: input.channel });
  if (!read.ok) return read;
  const published = read.value;
  const refusal = refusalOf(published, input.channel);
  if (refusal) return fail(refusal);
  const previous = await readPublishedEdition(published);
  if (!previous.ok) return previous;
  const built = buildPack({
    files: input.files,
    previous: previous.value?.index ?? null,
    previousText: (guide) => previous.value?.texts.get(guide.id) ?? null,
    mode: 'strict',
    packName: input.channel,
    sha256,
    today: input.now.toISOString().slice(0, 10),
    checkResponses: checkCarried,
    ...(input.elsewhere ? { elsewhere: input.elsewhere } : {}),
  });
  const problems = [...built.problems];
  if (built.index && built.index.pack.channel !== input.channel)
    problems.push(problem(`This pack is for the channel "${built.index.pack.channel}", not for "${input.channel}".`));
  const stopped = { id: null, version: null, base: published.version, problems, dropped: built.dropped };
  if (!built.index || problems.some(({ severity }) => severity === 'error')) return ok(stopped);
  if (isUnchanged(published, built.files)) return fail({ code: 'NOTHING_NEW', data: { channel: input.channel } });
  return ok({ ...stopped, ...(await stageEdition(published, built.files, input)) });
}

/**
 * The published files under a new version, for signatures by other keys. NOTHING_NEW where nothing is published.
 * `next` is the root they are to be published with, where it is not the published one.
 */
export async function remakeDraft(
  input: Omit<DraftInput, 'files' | 'elsewhere'> & { readonly next?: RootMetadata | null },
): Promise<Result<MadeDraft>> {
  const read = await readPublished({ ...input, repository: input.channel });
  if (!read.ok) return read;
  const refusal = refusalOf(read.value, input.channel);
  if (refusal) return fail(refusal);
  const files: EditionFile[] = [];
  for (const [name, entry] of read.value.state?.targets?.targets ?? []) {
    const bytes = await readPublishedBlob(read.value, name, entry);
    if (!bytes) return fail({ code: 'INCOMPLETE', data: { file: name, why: 'missing' } });
    files.push({ name, bytes });
  }
  if (files.length === 0) return fail({ code: 'NOTHING_NEW', data: { channel: input.channel } });
  return ok({ base: read.value.version, problems: [], dropped: [], ...(await stageEdition(read.value, files, input)) });
}

function refusalOf(published: Published, channel: string): AppError | null {
  if (!isChannelId(channel) || !published.root) return { code: 'CHANNEL_UNKNOWN', data: { channel } };
  return published.error;
}

export interface PublishedEdition {
  readonly index: EditionIndex;
  /** By guide. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Index and texts of what is published; null before the first edition. A damaged copy must be healed first. */
export async function readPublishedEdition(published: Published): Promise<Result<PublishedEdition | null>> {
  const index = await readPublishedIndex(published);
  if (!index.ok || index.value === null) return index.ok ? ok(null) : index;
  const texts = new Map<string, string>();
  for (const guide of index.value.guides) {
    const text = await readText(published, guide);
    // Without it the guide's blocks would get new ids, and notes on them would be lost.
    if (text === null) return fail({ code: 'INCOMPLETE', data: { file: guide.file, why: 'missing' } });
    texts.set(guide.id, text);
  }
  return ok({ index: index.value, texts });
}

async function readText(published: Published, guide: IndexedGuide): Promise<string | null> {
  const entry = published.state?.targets?.targets.get(guide.file);
  const bytes = entry ? await readPublishedBlob(published, guide.file, entry) : null;
  return bytes && decodeUtf8(bytes);
}

/** The published edition's index; null when nothing is published yet. */
export async function readPublishedIndex(published: Published): Promise<Result<EditionIndex | null>> {
  const entry = published.state?.targets?.targets.get('index.json');
  if (!published.state) return ok(null);
  const bytes = entry ? await readPublishedBlob(published, 'index.json', entry) : null;
  return bytes ? readEditionIndex(bytes) : fail({ code: 'INCOMPLETE', data: { file: 'index.json', why: 'missing' } });
}

function isUnchanged(published: Published, files: readonly EditionFile[]): boolean {
  const before = published.state?.targets?.targets;
  return before?.size === files.length && files.every(({ name, bytes }) => before.get(name)?.sha256 === sha256(bytes));
}

function problem(message: string): Problem {
  return { severity: 'error', rule: 'pack-channel', file: 'pack.yml', line: 0, field: 'channel', message };
}
