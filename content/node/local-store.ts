// The verified editions on this PC, read without a share, a key or a clock. Every file's SHA-256 is checked each
// time it is opened; what is damaged is said page by page, never for the whole pack, and marked to be fetched
// again by the next import. Refuses nothing that was verified once: age is for others to show.
import { existsSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { AppFault, asAppError, type ErrorCode } from '../core/base/error.ts';
import type { BlockId, ChannelId, GuideId, Sha256 } from '../core/base/ids.ts';
import { decodeUtf8 } from '../core/base/utf8.ts';
import type { GuideSummary, IndexedImage, PackInfo } from '../core/pack/model.ts';
import type { Responses } from '../core/suggestion/responses.ts';
import type { EditionSeal } from '../core/trust/model.ts';
import { readBlockIds } from './block-table.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { Catalogue, CataloguedGuide } from './catalogue.ts';
import { storeFault } from './faults.ts';
import { markDamaged } from './holdings.ts';
import { heldOf, openEdition } from './open-edition.ts';
import { type BlobPlace, readBlob } from './segments.ts';
import type { HeldEdition, StoreProblem } from './store-model.ts';

export type { HeldEdition, StoreProblem } from './store-model.ts';

export interface OpenedGuide {
  readonly summary: GuideSummary;
  /** The markdown file as signed. */
  readonly source: string;
  /** One for each block, in order. */
  readonly blockIds: readonly BlockId[];
  /** The pack's images. */
  readonly images: readonly IndexedImage[];
  readonly seal: EditionSeal;
  readonly pack: PackInfo;
}

export interface GuideText {
  readonly summary: GuideSummary;
  readonly source: string;
  readonly blockIds: readonly BlockId[];
}

export interface LocalStore {
  /** Editions in the tree's order; empty before the first import. */
  held(): readonly HeldEdition[];
  /** What is damaged here; the rest can be read. */
  problems(): readonly StoreProblem[];
  /**
   * @param edition version of a kept earlier edition; without it the newest.
   * Throws GUIDE_NOT_FOUND, BLOB_DAMAGED or STORE_MISSING.
   */
  openGuide(id: GuideId, edition?: number): Promise<OpenedGuide>;
  /** Verified bytes of an image by its target name, of an edition as above. Throws IMAGE_NOT_FOUND, BLOB_DAMAGED or STORE_MISSING. */
  openFile(channel: ChannelId, name: string, edition?: number): Promise<Uint8Array>;
  /** Every readable guide of a channel, verified; damaged ones are left out and become problems. */
  guideTexts(channel: ChannelId): AsyncIterable<GuideText>;
  /** What the group answers in the newest edition; null where it says nothing, or damaged (then in `problems`). */
  openResponses(channel: ChannelId): Promise<Responses | null>;
  /** Groups of words that mean the same, of all packs. */
  synonyms(): Promise<readonly (readonly string[])[]>;
  /** SHA-256 of the edition's `index.json`: changes whenever anything of it does. Throws GUIDE_NOT_FOUND. */
  editionDigest(channel: ChannelId): string;
  /** After an import, also one by another process. Throws what opening throws, and then keeps what was open. */
  reload(): Promise<void>;
}

interface Open extends Candidate {
  readonly catalogue: Catalogue;
  readonly held: HeldEdition;
}

/**
 * @param folders the store, or the person's own and then one that all users of the PC share and that is only read.
 * One that is not there yet is an empty store. Throws STORE_DENIED or APP_TOO_OLD.
 */
export async function openLocalStore(folders: string | readonly string[]): Promise<LocalStore> {
  const store = new Store(typeof folders === 'string' ? [folders] : folders);
  await store.reload();
  return store;
}

class Store implements LocalStore {
  readonly #folders: readonly string[];
  #open: readonly Open[] = [];
  #all: readonly Candidate[] = [];
  #problems: StoreProblem[] = [];
  /** Catalogues of shared editions of which something was found damaged. */
  readonly #distrusted = new Set<string>();

  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  held(): readonly HeldEdition[] {
    return this.#open.map(({ held }) => held);
  }

  problems(): readonly StoreProblem[] {
    return this.#problems;
  }

  async openGuide(id: GuideId, edition?: number): Promise<OpenedGuide> {
    return this.#retrying(async () => {
      const newest = this.#findGuide(id, this.#open);
      const isAsked = edition === undefined || newest?.open.edition.seal.version === edition;
      const found = isAsked ? newest : this.#findGuide(id, await this.#openEarlier(edition));
      if (!found) throw new AppFault('GUIDE_NOT_FOUND', { guide: id });
      const { open, guide } = found;
      const text = await this.#text(open, found.summary, guide);
      return { ...text, images: open.catalogue.images(), seal: open.edition.seal, pack: open.catalogue.info };
    });
  }

  async openFile(channel: ChannelId, name: string, edition?: number): Promise<Uint8Array> {
    return this.#retrying(async () => {
      const isOfChannel = (candidate: Open): boolean => candidate.channel.id === channel;
      const newest = this.#open.find(isOfChannel);
      const isAsked = edition === undefined || newest?.edition.seal.version === edition;
      const open = isAsked ? newest : (await this.#openEarlier(edition)).find(isOfChannel);
      const found = open?.catalogue.image(name);
      if (!open || !found) throw new AppFault('IMAGE_NOT_FOUND', { channel, name });
      return this.#blob(open, found.place, found.image.sha256);
    });
  }

  async *guideTexts(channel: ChannelId): AsyncIterable<GuideText> {
    const open = this.#open.find((candidate) => candidate.channel.id === channel);
    if (!open) return;
    let since = performance.now();
    for (const { id } of open.catalogue.guides()) {
      const found = open.catalogue.find(id);
      if (!found) continue;
      let text: GuideText | null = null;
      try {
        text = await this.#text(open, found.summary, found.guide);
      } catch (thrown) {
        if (!(thrown instanceof AppFault) || thrown.code !== 'BLOB_DAMAGED') throw thrown;
      }
      if (text) yield text;
      // Reading is synchronous underneath: let others have their turn.
      if (performance.now() - since > 8) {
        await breathe();
        since = performance.now();
      }
    }
  }

  async openResponses(channel: ChannelId): Promise<Responses | null> {
    const { readHeldResponses } = await import('./open-responses.ts');
    return this.#retrying(async () => {
      const open = this.#open.find((candidate) => candidate.channel.id === channel);
      return open ? readHeldResponses(open, (place, digest) => this.#blob(open, place, digest)) : null;
    }).catch((thrown: unknown) => {
      if (thrown instanceof AppFault && thrown.code === 'BLOB_DAMAGED') return null;
      throw thrown;
    });
  }

  async synonyms(): Promise<readonly (readonly string[])[]> {
    return this.#open.flatMap(({ catalogue }) => catalogue.synonyms());
  }

  editionDigest(channel: ChannelId): string {
    const open = this.#open.find((candidate) => candidate.channel.id === channel);
    if (!open) throw new AppFault('GUIDE_NOT_FOUND', { channel });
    return open.edition.index;
  }

  async reload(): Promise<void> {
    const { newest, all, problems: known } = candidatesOf(this.#folders);
    const problems = [...known];
    const opened: Open[] = [];
    for (const [id, candidates] of newest)
      for (const candidate of candidates.filter(({ edition }) => !this.#distrusted.has(edition.catalogue))) {
        try {
          opened.push(await this.#openOne(candidate));
          break;
        } catch (thrown) {
          if (candidate.mayWrite) problems.push({ ...asAppError(thrown), channel: id });
        }
      }
    this.#all = all;
    opened.sort((a, b) => a.held.info.order - b.held.info.order || (a.channel.id < b.channel.id ? -1 : 1));
    this.#open = opened;
    this.#problems = problems;
  }

  async #openOne(candidate: Candidate): Promise<Open> {
    const { channel, edition } = candidate;
    const same = this.#open.find((open) => open.channel.id === channel.id && open.edition.catalogue === edition.catalogue);
    const catalogue = same?.catalogue ?? (await openEdition(candidate.store, channel, edition, candidate.mayWrite));
    return { ...candidate, catalogue, held: heldOf(channel, edition, catalogue) };
  }

  async #openEarlier(version: number): Promise<readonly Open[]> {
    const asked = this.#all.filter(({ edition }) => edition.seal.version === version);
    const opened = await Promise.allSettled(asked.map((candidate) => this.#openOne(candidate)));
    return opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  #findGuide(id: GuideId, among: readonly Open[]): { open: Open; summary: GuideSummary; guide: CataloguedGuide } | null {
    for (const open of among) {
      const found = open.catalogue.find(id);
      if (found) return { open, ...found };
    }
    return null;
  }

  async #text(open: Open, summary: GuideSummary, guide: CataloguedGuide): Promise<GuideText> {
    const source = decodeUtf8(this.#blob(open, guide.place, guide.sha256));
    const blockIds = await readBlockIds(open, open.catalogue.blocks, guide);
    if (source === null) throw this.#fault('BLOB_DAMAGED', open.channel.id, { guide: summary.id });
    return { summary, source, blockIds };
  }

  #blob(open: Open, place: BlobPlace, digest: Sha256): Buffer {
    let bytes: Buffer | null = null;
    try {
      bytes = readBlob(open.store, place, digest);
    } catch (error) {
      const fault = storeFault(error);
      if (fault.code !== 'STORE_MISSING' || !existsSync(open.store)) throw fault;
    }
    if (bytes) return bytes;
    // Of a shared store nothing can be healed here, and of an earlier edition no share has the blobs any more.
    if (!open.mayWrite) this.#distrusted.add(open.edition.catalogue);
    else if (this.#open.some(({ edition }) => edition.catalogue === open.edition.catalogue)) markDamaged(open.store, digest);
    throw this.#fault('BLOB_DAMAGED', open.channel.id, { blob: digest.slice(0, 12) });
  }

  #fault(code: ErrorCode, channel: ChannelId, data: Readonly<Record<string, string>>): AppFault {
    const known = this.#problems.some((problem) => problem.channel === channel && problem.code === code);
    if (!known) this.#problems.push({ code, data, channel });
    return new AppFault(code, { ...data, channel });
  }

  /** Another process may have imported and cleared since: what is not where it was is looked for once more. */
  async #retrying<T>(run: () => Promise<T>): Promise<T> {
    const before = this.#open;
    try {
      return await run();
    } catch (thrown) {
      if (!(thrown instanceof AppFault) || thrown.code !== 'BLOB_DAMAGED') throw thrown;
      const problems = this.#problems;
      await this.reload();
      const moved = this.#open.some((open) => !before.some((old) => old.edition.catalogue === open.edition.catalogue));
      if (!moved) this.#problems = problems;
      if (!moved) throw thrown;
      return run();
    }
  }
}
