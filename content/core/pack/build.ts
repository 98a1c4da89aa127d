// A folder of sources -> the files of an edition with their index. Decides only: nothing is read or written here.
// `strict` stops at the first kind of error and builds nothing; `lenient` builds what it can from any folder.
import type { Sha256Of } from '../base/hash.ts';
import type { GuideId } from '../base/ids.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { Problem } from '../guide/model.ts';
import { collectProblems, quote } from '../guide/problem.ts';
import { type CheckResponses, carryResponses } from './carry-responses.ts';
import { checkGuides, type GuidesElsewhere } from './check.ts';
import { assignIds, type DraftGuide, draftLenient, draftStrict } from './draft.ts';
import { shelveImages } from './images.ts';
import { indexName, readEditionIndex, reservedNames, writeEditionIndex } from './index.ts';
import { indexGuide } from './index-guide.ts';
import { type EditionFile, type EditionIndex, indexFormat, type PackInfo } from './model.ts';
import { createNamer } from './names.ts';
import { parsePackInfo } from './pack-yml.ts';
import { createResolver } from './resolve.ts';
import { type DroppedFile, type SourceFile, sortSources } from './sources.ts';
import { parseSynonyms } from './synonyms.ts';
import { textOf } from './text-of.ts';
import { writePackInfo } from './write-pack-yml.ts';

export interface BuildInput {
  readonly files: readonly SourceFile[];
  /** The edition before this one, whose block ids are carried on; null for the first. */
  readonly previous: EditionIndex | null;
  /** Markdown of a guide of that edition: needed to recognise blocks that were reworded. */
  readonly previousText?: (guide: EditionIndex['guides'][number]) => string | null;
  readonly mode: 'strict' | 'lenient';
  /** Name of the folder, for packs without `pack.yml`. */
  readonly packName?: string;
  readonly sha256: Sha256Of;
  /** ISO day, for reviews that are overdue. */
  readonly today: string;
  /** Guides of the other packs; without it links to them are not judged. */
  readonly elsewhere?: GuidesElsewhere;
  /** Who knows what `responses.json` must be; without it that file is no part of the pack. */
  readonly checkResponses?: CheckResponses;
}

export interface BuiltPack {
  /** Empty when `index` is null. */
  readonly files: readonly EditionFile[];
  /** `null` when errors stop the build, or when there is no guide at all. */
  readonly index: EditionIndex | null;
  /** By file and line. */
  readonly problems: readonly Problem[];
  /** Every file of the folder that is not in the edition. */
  readonly dropped: readonly DroppedFile[];
}

/** Never throws, whatever the files hold. The same input gives the same bytes. */
export function buildPack(input: BuildInput): BuiltPack {
  const { mode, sha256 } = input;
  const sources = sortSources(input.files);
  const problems: Problem[] = [];
  const dropped: DroppedFile[] = [...sources.dropped];
  const yaml = sources.packYml === null ? null : textOf(sources.packYml.bytes).text;
  const pack = parsePackInfo(yaml, 'pack.yml', { name: input.packName ?? 'pack', mode });
  // A folder nobody here wrote has no pack.yml, and nobody needs to hear of it.
  if (yaml !== null || mode === 'strict') problems.push(...pack.problems);
  const synonyms = sources.synonyms
    ? parseSynonyms(textOf(sources.synonyms.bytes).text, 'synonyms.yml', mode)
    : { groups: [], problems: [] };
  problems.push(...synonyms.problems);

  const ids: ReadonlyMap<string, GuideId> = mode === 'strict' ? new Map() : assignIds(sources.guides, input.elsewhere?.keys() ?? []);
  const namer = createNamer(reservedNames);
  const fileNames = new Map([...ids].map(([path, id]) => [path, namer(`${id}.md`)]));
  const shelf = shelveImages(sources.images, mode, [...reservedNames, ...fileNames.values()]);
  const place = {
    info: pack.info,
    ids,
    held: new Set<string>(ids.values()),
    guides: createResolver(sources.guides.map((file) => file.path)),
    image: shelf.find,
  };
  const drafts: DraftGuide[] = [];
  for (const file of sources.guides) {
    const draft = mode === 'strict' ? draftStrict(file) : draftLenient(file, place);
    if (draft === null) dropped.push({ path: file.path, reason: 'empty' });
    else drafts.push(draft);
  }
  for (const draft of drafts) problems.push(...draft.problems);
  problems.push(
    ...checkGuides(drafts, { mode, pack: pack.info.id, elsewhere: input.elsewhere ?? null, today: input.today, hasImage: shelf.has }),
  );

  const used = new Set(drafts.flatMap((draft) => draft.parsed.images.map((image) => image.src)));
  const images = shelf.take(used, sha256);
  problems.push(...images.problems);
  dropped.push(...images.dropped);
  const ordered = inReadingOrder(drafts, pack.guides, mode, problems);
  const info = startOf(pack.info, drafts, problems, mode);
  for (const { path, reason } of sources.dropped) {
    const severity = mode === 'strict' && reason !== 'not-guidance' ? 'error' : 'hint';
    problems.push({ severity, rule: reason, file: path, line: 0, field: null, message: `The file is not part of the pack (${reason}).` });
  }
  const responses = carryResponses(sources.responses, mode, input.checkResponses);
  problems.push(...responses.problems);
  dropped.push(...responses.dropped);
  const { report, list } = collectProblems('pack.yml');
  if (drafts.length === 0) report('error', 'no-guides', 0, 'There is no guide in this folder.');
  problems.push(...list());
  const failed = drafts.length === 0 || (mode === 'strict' && problems.some((problem) => problem.severity === 'error'));
  if (failed) return { files: [], index: null, problems: sorted(problems), dropped };

  const before = new Map(input.previous?.guides.map((guide) => [guide.id, guide]));
  const entries = ordered.map((draft) => {
    const file = fileNames.get(draft.path) ?? namer(`${draft.parsed.meta.id}.md`);
    return { file, draft, entry: indexGuide(draft, file, info, before.get(draft.parsed.meta.id) ?? null, input) };
  });
  const index: EditionIndex = {
    format: indexFormat,
    pack: info,
    guides: entries.map((item) => item.entry),
    images: images.index,
    synonyms: synonyms.groups,
  };
  const bytes = writeEditionIndex(index);
  // What we would not read ourselves must not be signed.
  const check = readEditionIndex(bytes);
  if (!check.ok) {
    const why = `${check.error.code} ${String(check.error.data.why ?? '')}`;
    problems.push({
      severity: 'error',
      rule: 'index',
      file: indexName,
      line: 0,
      field: null,
      message: `The edition cannot be read back: ${why}.`,
    });
    return { files: [], index: null, problems: sorted(problems), dropped };
  }
  const packBytes =
    mode === 'strict' && sources.packYml
      ? sources.packYml.bytes
      : encodeUtf8(
          writePackInfo(
            info,
            ordered.map((draft) => draft.parsed.meta.id),
          ),
        );
  const files = [
    { name: indexName, bytes },
    { name: 'pack.yml', bytes: packBytes },
    ...responses.files,
    ...entries.map(({ file, draft }) => ({ name: file, bytes: draft.bytes })),
    ...images.files,
  ];
  return { files, index, problems: sorted(problems), dropped };
}

/** As `pack.yml` names them, then the others: by title in our own packs, by path in others'. */
function inReadingOrder(
  drafts: readonly DraftGuide[],
  named: readonly string[],
  mode: 'strict' | 'lenient',
  problems: Problem[],
): readonly DraftGuide[] {
  const { report, list } = collectProblems('pack.yml');
  const places = new Map(named.map((id, place) => [id, place]));
  const ids = new Set<string>(drafts.map((draft) => draft.parsed.meta.id));
  for (const id of named)
    if (!ids.has(id)) report(mode === 'strict' ? 'error' : 'warning', 'guide-unknown', 0, `There is no guide ${quote(id)}.`, 'guides');
  if (named.length > 0) {
    for (const id of ids)
      if (!places.has(id))
        report('warning', 'guide-unnamed', 0, `The guide ${quote(id)} is not named in "guides": it comes last.`, 'guides');
  }
  problems.push(...list());
  const place = (draft: DraftGuide) => places.get(draft.parsed.meta.id) ?? named.length;
  const name = (draft: DraftGuide) => (mode === 'strict' ? draft.parsed.meta.title : draft.path);
  return [...drafts].sort((a, b) => place(a) - place(b) || (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
}

function startOf(info: PackInfo, drafts: readonly DraftGuide[], problems: Problem[], mode: 'strict' | 'lenient'): PackInfo {
  if (info.start === null || drafts.some((draft) => draft.parsed.meta.id === info.start)) return info;
  const { report, list } = collectProblems('pack.yml');
  report(mode === 'strict' ? 'error' : 'warning', 'guide-unknown', 0, `There is no guide ${quote(info.start)}.`, 'start');
  problems.push(...list());
  return { ...info, start: null };
}

function sorted(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
