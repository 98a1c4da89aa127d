// Makes visible again what two publishers on two replicas did: shows the newest edition, and where the other one holds
// changes too, drafts an edition that joins both, for the group to sign. Nothing is removed; whoever lost is named.
import { asAppError } from '../core/base/error.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { decodeUtf8 } from '../core/base/utf8.ts';
import { buildPack } from '../core/pack/build.ts';
import { readEditionIndex } from '../core/pack/index.ts';
import { type EditionFiles, mergeEditions } from '../core/pack/merge-editions.ts';
import type { EditionFile, EditionIndex } from '../core/pack/model.ts';
import { type HealPlan, planHeal } from '../core/publish/lost-editions.ts';
import type { PeopleNames } from '../core/trust/seal.ts';
import { checkCarried, joinCarried } from './check-responses.ts';
import { sha256 } from './hash.ts';
import { editionFiles, type FoundEdition, findEditions } from './publish-editions.ts';
import { joinDirectory } from './publish-heal-directory.ts';
import { stageEdition } from './publish-stage.ts';
import { writeSteps } from './publish-steps.ts';
import { type PublishInput, timestampFor } from './publish-write.ts';
import { type Published, readPublished } from './published.ts';
import { withShareLock } from './share-lock.ts';
import { listDrafts, repositoryFolder } from './staging.ts';

export interface LostEdition {
  readonly version: number;
  /** Names of those who signed it, or the beginnings of their keys: to be told. */
  readonly signers: readonly string[];
  /** Files whose words could not be joined: the newest edition's stay. */
  readonly conflicts: readonly string[];
}

export interface HealReport {
  readonly did: HealPlan['kind'];
  readonly shown: number;
  /** What readers see now. */
  readonly version: number;
  /** Editions that are not part of what readers see. */
  readonly lost: readonly LostEdition[];
  /** Draft that joins them, waiting for signatures; null when there is none. */
  readonly draft: string | null;
}

export interface HealInput extends Omit<PublishInput, 'id' | 'onStep'> {}

/** KEY_NOT_HELD, CLOCK, SHARE_BUSY, CHANNEL_UNKNOWN, INCOMPLETE where a lost edition's files are not all here yet. */
export async function healRepository(input: HealInput): Promise<Result<HealReport>> {
  try {
    return await withShareLock({ ...input, waitMs: input.waitMs ?? 30_000 }, () => heal(input));
  } catch (thrown) {
    return fail(asAppError(thrown));
  }
}

async function heal(input: HealInput): Promise<Result<HealReport>> {
  const read = await readPublished({ ...input, now: input.now() });
  if (!read.ok) return read;
  const published = read.value;
  const { root } = published;
  if (!root) return fail({ code: 'CHANNEL_UNKNOWN', data: { channel: input.repository } });
  const editions: FoundEdition[] = [];
  // An edition whose files have not all arrived cannot be shown yet; a later heal finds it.
  for (const edition of await findEditions(published)) if (await editionFiles(published, edition)) editions.push(edition);
  const plan = planHeal(published.version, editions);
  const shown = published.version;
  const lost = plan.kind === 'merge' ? plan.lost : [];
  const newest = editions.find(({ version }) => version === plan.version);
  if (plan.kind === 'well' || !newest) return ok({ did: 'well', shown, version: shown, lost: [], draft: null });
  if (newest.version !== shown) {
    const timestamp = await timestampFor(input, { root, published }, { version: newest.snapshot.version, file: newest.snapshot.bytes });
    if (!timestamp.ok) return timestamp;
    const path = [...repositoryFolder(input.repository), 'metadata', 'timestamp.json'];
    await writeSteps(input.share, [{ path, bytes: timestamp.value, immutable: false }]);
  }
  const after = await readPublished({ ...input, now: input.now() });
  if (!after.ok) return after;
  if (after.value.error) return fail(after.value.error);
  const base = { did: plan.kind, shown, version: after.value.version };
  if (plan.kind === 'show') return ok({ ...base, lost: [], draft: null });
  const found = editions.filter(({ version }) => lost.includes(version));
  return join(input, after.value, { newest, found, base: editions.find(({ version }) => version === plan.base) ?? null }, base);
}

interface Sides {
  readonly newest: FoundEdition;
  readonly found: readonly FoundEdition[];
  readonly base: FoundEdition | null;
}

async function join(
  input: HealInput,
  published: Published,
  sides: Sides,
  report: Pick<HealReport, 'did' | 'shown' | 'version'>,
): Promise<Result<HealReport>> {
  const versions = sides.found.map(({ version }) => version);
  const name = (keys: readonly string[]) => keys.map((key) => nameOf(published.people, key));
  const told = (conflicts: ReadonlyMap<number, readonly string[]>): LostEdition[] =>
    sides.found.map(({ version, signers }) => ({ version, signers: name(signers), conflicts: conflicts.get(version) ?? [] }));
  const waiting = await waitingMerge(input, published, versions);
  if (waiting) return ok({ ...report, lost: told(new Map()), draft: waiting });
  if (input.repository === 'directory') {
    const joined = await joinDirectory(input, published, sides, noteOf(versions));
    return joined.ok ? ok({ ...report, lost: told(joined.value.conflicts), draft: joined.value.draft }) : joined;
  }
  const base = sides.base && (await editionFiles(published, sides.base));
  let files: EditionFiles = (await editionFiles(published, sides.newest)) ?? new Map();
  const previous = indexOf(files);
  const texts = files;
  const conflicts = new Map<number, readonly string[]>();
  for (const edition of sides.found) {
    const theirs = (await editionFiles(published, edition)) ?? new Map();
    const merged = mergeEditions(base, files, theirs, joinCarried);
    conflicts.set(edition.version, merged.conflicts);
    const index = files.get('index.json');
    files = new Map([...(index ? [['index.json', index] as const] : []), ...merged.files.map((file) => [file.path, file.bytes] as const)]);
  }
  const built = buildPack({
    files: [...files].filter(([path]) => path !== 'index.json').map(([path, bytes]) => ({ path, bytes })),
    previous,
    previousText: (guide) => decodeUtf8(texts.get(guide.file) ?? new Uint8Array()),
    mode: 'strict',
    packName: input.repository,
    sha256,
    today: input.now().toISOString().slice(0, 10),
    checkResponses: checkCarried,
  });
  if (!built.index) return ok({ ...report, lost: told(new Map(versions.map((version) => [version, ['pack.yml']]))), draft: null });
  const draft = await stageEdition(
    published,
    built.files as readonly EditionFile[],
    { share: input.share, now: input.now(), note: noteOf(versions) },
    versions,
  );
  return ok({ ...report, lost: told(conflicts), draft: draft.id });
}

const noteOf = (versions: readonly number[]): string =>
  `Joins what was published at the same time on another copy: ${versions.join(', ')}.`;

/** A draft that joins the same editions already. */
async function waitingMerge(input: HealInput, published: Published, versions: readonly number[]): Promise<string | null> {
  for (const { id, read } of await listDrafts(input.share, input.repository)) {
    if (!read.ok || read.value.draft.kind === 'root' || read.value.draft.head.base !== published.version) continue;
    const basedOn: unknown = read.value.draft.targets.signed.based_on;
    if (Array.isArray(basedOn) && versions.every((version) => basedOn.includes(version))) return id;
  }
  return null;
}

function indexOf(files: EditionFiles): EditionIndex | null {
  const bytes = files.get('index.json');
  const read = bytes ? readEditionIndex(bytes) : null;
  return read?.ok ? read.value : null;
}

const nameOf = (people: PeopleNames, key: string): string => people.get(key) ?? key.slice(0, 8);
