// The guides that suggestions are put beside: of the newest edition on a share, or of a group's own sources with the ids
// that its blocks would have in the next one. Writes nothing.
import type { GuideId } from '../core/base/ids.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { decodeUtf8 } from '../core/base/utf8.ts';
import type { Problem } from '../core/guide/model.ts';
import { buildPack } from '../core/pack/build.ts';
import { responsesName } from '../core/pack/index.ts';
import type { EditionIndex } from '../core/pack/model.ts';
import type { SourceFile } from '../core/pack/sources.ts';
import type { NewestGuide } from '../core/suggestion/group.ts';
import { noResponses, type Responses } from '../core/suggestion/responses.ts';
import { readResponses } from '../core/suggestion/responses-json.ts';
import { sha256 } from './hash.ts';
import { type PublishedEdition, readPublishedEdition } from './publish-make.ts';
import { readPublished, readPublishedBlob } from './published.ts';

export interface PublishedGuides {
  /** Null before the first edition. */
  readonly edition: PublishedEdition | null;
  readonly responses: Responses;
}

export interface ShareInput {
  readonly share: string;
  readonly channel: string;
  readonly now: Date;
  readonly pinnedRoot?: Uint8Array | null;
}

/** CHANNEL_UNKNOWN, what keeps the published edition from being read, and SHARE_…. */
export async function readPublishedGuides(input: ShareInput): Promise<Result<PublishedGuides>> {
  const read = await readPublished({ ...input, repository: input.channel });
  if (!read.ok) return read;
  const published = read.value;
  if (!published.root) return fail({ code: 'CHANNEL_UNKNOWN', data: { channel: input.channel } });
  if (published.error) return fail(published.error);
  const edition = await readPublishedEdition(published);
  if (!edition.ok) return edition;
  const entry = published.state?.targets?.targets.get(responsesName);
  const bytes = entry ? await readPublishedBlob(published, responsesName, entry) : null;
  return ok({ edition: edition.value, responses: bytes ? readResponses(bytes).responses : noResponses });
}

export const guidesOfEdition = (edition: PublishedEdition | null): ReadonlyMap<GuideId, NewestGuide> =>
  edition ? newestOf(edition.index, (id) => edition.texts.get(id) ?? '') : new Map();

/** Null where the sources have errors: nobody can say then which block is which. */
export function guidesOfSources(
  files: readonly SourceFile[],
  edition: PublishedEdition | null,
  today: string,
): { readonly guides: ReadonlyMap<GuideId, NewestGuide> | null; readonly problems: readonly Problem[] } {
  const built = buildPack({
    files: files.filter(({ path }) => path !== responsesName),
    previous: edition?.index ?? null,
    previousText: (guide) => edition?.texts.get(guide.id) ?? null,
    mode: 'strict',
    sha256,
    today,
  });
  const texts = new Map(built.files.map(({ name, bytes }) => [name, decodeUtf8(bytes) ?? '']));
  const names = new Map(built.index?.guides.map(({ id, file }) => [id, file]));
  return { guides: built.index && newestOf(built.index, (id) => texts.get(names.get(id) ?? '') ?? ''), problems: built.problems };
}

const newestOf = (index: EditionIndex, textOf: (id: GuideId) => string): ReadonlyMap<GuideId, NewestGuide> =>
  new Map(
    index.guides.map(({ id, sha256: digest, blocks }) => [id, { source: textOf(id), digest, blocks: blocks.map(([block]) => block) }]),
  );
