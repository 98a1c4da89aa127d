// Notes over real editions: a store that a share was imported into, edition after edition, and the notes process's own
// session over it, in the test's process.
import path from 'node:path';
import { type AnchorText, anchorTextOf } from '../../content/core/annotation/anchor-text.ts';
import type { Before } from '../../content/core/annotation/edits.ts';
import type { NoteId } from '../../content/core/annotation/model.ts';
import { AppFault } from '../../content/core/base/error.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { buildPack } from '../../content/core/pack/build.ts';
import type { EditionIndex } from '../../content/core/pack/model.ts';
import type { Responses } from '../../content/core/suggestion/responses.ts';
import { responsesFileName, writeResponses } from '../../content/core/suggestion/responses-json.ts';
import { checkCarried } from '../../content/node/check-responses.ts';
import { sha256 } from '../../content/node/hash.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { openNoteStore } from '../../content/node/note-store.ts';
import type { NoteEdit, Passage } from '../../electron/ipc/note-schemas.ts';
import type { FromNotes, NoteCallName, NotePush, NoteReply, NoteRequest, NotesStart } from '../../electron/workers/notes-protocol.ts';
import { createNotesSession } from '../../electron/workers/notes-session.ts';
import { openNoteTexts } from '../../electron/workers/notes-texts.ts';
import { makeShareFolder, type TestShare } from './demo-share.ts';
import { draftParts } from './draft-parts.ts';
import { sourcesOf } from './group.ts';
import { bring } from './imports.ts';
import { now, nowVersion } from './signed-repository.ts';
import { tempFolder } from './temp.ts';

export interface NoteScene {
  readonly store: string;
  readonly notes: string;
  readonly start: Omit<NotesStart, 'kind'>;
  /** The next edition of the one pack, imported. @returns its version */
  publish(bodies: Readonly<Record<string, string>>, responses?: Responses): Promise<number>;
}

/** @param folder a new one of the test's unless told */
export async function noteScene(bodies: Readonly<Record<string, string>>, folder = tempFolder()): Promise<NoteScene> {
  const [store, notes] = [path.join(folder, 'store'), path.join(folder, 'notes')];
  let last: { readonly share: TestShare; readonly index: EditionIndex; readonly bodies: Readonly<Record<string, string>> } | null = null;
  let version = nowVersion;
  const publish = async (next: Readonly<Record<string, string>>, responses?: Responses): Promise<number> => {
    if (last) version += 60;
    const texts = last?.bodies ?? {};
    const built = buildPack({
      files: [...sourcesOf(next), ...(responses ? [{ path: responsesFileName, bytes: writeResponses(responses) }] : [])],
      checkResponses: checkCarried,
      previous: last?.index ?? null,
      previousText: ({ id }) => texts[id] ?? null,
      mode: 'strict',
      sha256,
      today: '2026-11-23',
    });
    if (!built.index) throw new Error(JSON.stringify(built.problems));
    const again = last ? { keys: last.share.keys, roots: last.share.roots } : {};
    const made = await makeShareFolder(
      { bodies: { facebook: [] }, edit: () => built.files, version, ...again },
      path.join(folder, 'share'),
    );
    const share = { ...made, pinnedRoot: last?.share.pinnedRoot ?? made.pinnedRoot };
    const report = await bring(share, store);
    if (report.error) throw new Error(report.error.code);
    last = { share, index: built.index, bodies: next };
    return version;
  };
  await publish(bodies);
  return { store, notes, start: { notesDir: notes, storeDirs: [store], dataDir: folder }, publish };
}

export interface OpenSession {
  call<Name extends NoteCallName>(name: Name, request: NoteRequest<Name>): Promise<NoteReply<Name>>;
  /** The library changed. Resolves when the notes are placed. */
  reload(): Promise<void>;
  /** As the window was told, in order. */
  readonly pushes: readonly NotePush[];
  readonly before: ReadonlyMap<string, readonly Before[]>;
  readonly log: readonly string[];
}

/** A session as the worker makes it; `writer` is another for another PC. */
export function openSession(scene: Pick<NoteScene, 'start'>, writer = 'pc1'): OpenSession {
  const waiting = new Map<number, (message: Extract<FromNotes, { kind: 'reply' | 'failed' }>) => void>();
  const pushes: NotePush[] = [];
  const before = new Map<string, readonly Before[]>();
  const log: string[] = [];
  let [seq, tokens, time] = [0, 0, now.getTime()];
  const send = (message: FromNotes): void => {
    if (message.kind === 'reply' || message.kind === 'failed') waiting.get(message.seq)?.(structuredClone(message));
    else if (message.kind === 'push') pushes.push(structuredClone(message.push));
    else if (message.kind === 'before')
      before.set(message.token, [...(before.get(message.token) ?? []), ...structuredClone(message.before)]);
    else if (message.kind === 'note') log.push(message.code);
  };
  const session = createNotesSession({
    send,
    token: () => `${writer}-${++tokens}`,
    open: ({ notesDir, storeDirs, dataDir }, note) => ({
      ...draftParts(dataDir, writer),
      store: openNoteStore({ folder: notesDir, log: (what) => note(what, {}) }),
      texts: openNoteTexts({ open: () => openLocalStore(storeDirs), log: (code) => note(code, {}) }),
      writer,
    }),
  });
  const call = <Name extends NoteCallName>(name: Name, request: NoteRequest<Name>) =>
    new Promise<NoteReply<Name>>((resolve, reject) => {
      const mine = ++seq;
      waiting.set(mine, (message) => {
        waiting.delete(mine);
        if (message.kind === 'reply') resolve(message.value as NoteReply<Name>);
        else reject(new AppFault(message.error.code, message.error.data));
      });
      time += 1_000;
      session.receive({ kind: 'call', seq: mine, name, request: structuredClone(request), now: new Date(time).toISOString() });
    });
  session.receive({ kind: 'start', ...scene.start });
  return {
    call,
    pushes,
    before,
    log,
    async reload() {
      session.receive({ kind: 'reload' });
      await session.quiet();
    },
  };
}

/** A guide and its next edition: its paragraphs stay, are reworded, and go. */
export const firstRules = `## House rules

Publish your rules before you moderate anything at all.

Hide a comment that breaks the rules, then record why you did so.

## Keeping

Delete only what the law tells you to delete, and keep a copy in the evidence store.
`;
export const secondRules = `## House rules

Publish your rules before you moderate anything at all.

Hide any comment that breaks the published rules, then record why you did so, within a day.
`;
/** Words of `firstRules`, of the paragraph that stays, is reworded, goes. */
export const ruleWords = ['before you moderate', 'breaks the rules, then record', 'keep a copy in the evidence store'] as const;
export const rules = 'rules' as GuideId;

/** `rules` and `other` with `firstRules`, and a note "About 0", "About 1" ... on each of these words of `rules`. */
export async function annotatedRules(...words: readonly string[]) {
  const scene = await noteScene({ rules: firstRules, other: firstRules });
  const session = openSession(scene);
  const text = await heldText(scene, rules);
  const edits = words.map((exact, at) => add(at + 1, passageOf(text, exact), `About ${at}`));
  const made = await session.call('edit', { guide: rules, edition: 0, edits });
  return { scene, session, text, made };
}

/** How a call ended: `answered`, or its code. */
export const codeOf = (outcome: Promise<unknown>): Promise<string> =>
  outcome.then(
    () => 'answered',
    (fault: AppFault) => fault.code,
  );

export const noteId = (at: number): NoteId => `urn:uuid:00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}` as NoteId;

/** The guide's text as it is held, in which places are counted. */
export async function heldText(scene: Pick<NoteScene, 'store'>, guide: string, edition?: number): Promise<AnchorText> {
  const { source, blockIds } = await (await openLocalStore(scene.store)).openGuide(guide as GuideId, edition);
  return anchorTextOf(parseGuide(source, guide, { mode: 'lenient' }).blocks, blockIds);
}

/** Where the words stand, as the window says it. */
export function passageOf({ text, blocks }: AnchorText, words: string): Passage {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not there`);
  const place = (at: number): Passage['start'] => {
    const block = blocks.find((one) => one.start <= at && at <= one.end);
    if (!block?.id) throw new Error(`no block at ${at}`);
    return { block: block.id, offset: at - block.start };
  };
  return { start: place(start), end: place(start + words.length) };
}

export const add = (at: number, passage: Passage, text = ''): Extract<NoteEdit, { kind: 'add' }> => ({
  kind: 'add',
  id: noteId(at),
  passage,
  highlight: 'important',
  text,
  tags: [],
});
