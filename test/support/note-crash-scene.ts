// The scene of the notes' torture suites: what a person does to 200 notes, call after call as the window asks for it, and
// the files as they are after each. A case is one of these calls, ended somewhere, and asked for once more.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { anchorTextOf } from '../../content/core/annotation/anchor-text.ts';
import type { Note, NoteId } from '../../content/core/annotation/model.ts';
import { readNoteFile, writeNoteFile } from '../../content/core/annotation/note-file.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { buildPack } from '../../content/core/pack/build.ts';
import { sha256 } from '../../content/node/hash.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { openNoteStore } from '../../content/node/note-store.ts';
import type { NoteEdit, Passage } from '../../electron/ipc/note-schemas.ts';
import type { NoteCallName } from '../../electron/workers/notes-protocol.ts';
import { createNotesSession } from '../../electron/workers/notes-session.ts';
import { openNoteTexts } from '../../electron/workers/notes-texts.ts';
import { makeShareFolder } from './demo-share.ts';
import { draftParts } from './draft-parts.ts';
import { sourcesOf } from './group.ts';
import { bring } from './imports.ts';
import { buildJob, type HookPlan } from './store-scene.ts';

export interface NoteOp {
  readonly what: 'save' | 'edit' | 'delete' | 'import';
  readonly name: NoteCallName;
  readonly request: unknown;
  readonly now: string;
}

/** `store` is the folder of the notes. */
export interface NoteJobLine extends Omit<HookPlan, 'share'> {
  readonly storeDirs: readonly string[];
  readonly op: Pick<NoteOp, 'name' | 'request' | 'now'>;
}

export type Files = ReadonlyMap<string, Buffer>;

export interface NoteScene {
  readonly job: string;
  readonly ops: readonly NoteOp[];
  /** Of the notes folder before the n-th call, and after it. */
  readonly states: Files[];
  line(at: number, plan: Omit<HookPlan, 'share'>): string;
  /** A notes folder as it is before that call. */
  fresh(at: number): string;
  /** A notes folder with these files. */
  put(files: Files): string;
  /** What is wrong with a folder in which that call was ended somewhere, or answered; and after it was asked again. */
  judge(at: number, folder: string, wasAnswered: boolean): Promise<string | null>;
}

const guides = ['first', 'second', 'third', 'fourth'] as const;
const paragraphs = 50;
const quote = (at: number): string => `case ${at} on an ordinary`;
const body = `## Cases\n\n${Array.from({ length: paragraphs }, (_, at) => `Say what to do with ${quote(at)} day.`).join('\n\n')}\n`;
const idOf = (at: number, kind = 0): NoteId => `urn:uuid:0000000${kind}-0000-4000-8000-${String(at).padStart(12, '0')}` as NoteId;
const timeOf = (at: number): string => new Date(Date.UTC(2026, 10, 23, 9) + at * 1_000).toISOString();

/** @param notes that are saved one by one, then reworded, then deleted; and as many that come in from a file */
export async function noteCrashScene(home: string, notes: number): Promise<NoteScene> {
  const store = path.join(home, 'store');
  const built = buildPack({
    files: sourcesOf(Object.fromEntries(guides.map((name) => [name, body]))),
    ...{ previous: null, previousText: () => null, mode: 'strict' as const, sha256, today: '2026-11-23' },
  });
  if (!built.index) throw new Error(JSON.stringify(built.problems));
  mkdirSync(path.join(home, 'share'));
  const share = await makeShareFolder({ bodies: { facebook: [] }, edit: () => built.files }, path.join(home, 'share'));
  const report = await bring(share, store);
  if (report.error) throw new Error(report.error.code);
  const job = await buildJob(home, 'note-crash-job.ts');
  const texts = openNoteTexts({ open: () => openLocalStore([store]), log: () => undefined });
  const file = path.join(home, 'carried.json');
  const passages = await passagesIn(store);
  const ops = opsOf(notes, passages, file);
  const states: Files[] = [];

  const put = (files: Files): string => {
    const folder = path.join(home, 'case');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
    return folder;
  };
  /** In this process; the editions are read once. */
  const ask = async (folder: string, { name, request, now }: NoteOp): Promise<string> => {
    const opened = openNoteStore({ folder, log: () => undefined });
    return new Promise((resolve) => {
      const session = createNotesSession({
        send: (message) => {
          if (message.kind === 'reply') resolve('fine');
          if (message.kind === 'failed') resolve(message.error.code);
        },
        token: () => 'token',
        open: () => ({ store: opened, texts, writer: 'crash', ...draftParts(folder, 'crash') }),
      });
      session.receive({ kind: 'start', notesDir: folder, storeDirs: [store], dataDir: '' });
      session.receive({ kind: 'call', seq: 1, name, request, now });
    });
  };

  const run = path.join(home, 'run');
  mkdirSync(run);
  for (const [at, op] of ops.entries()) {
    if (op.what === 'import') writeFileSync(file, carriedOf(filesIn(run), notes));
    states.push(filesIn(run));
    const code = await ask(run, op);
    if (code !== 'fine') throw new Error(`call ${at} (${op.what}) ended in ${code}`);
  }
  states.push(filesIn(run));

  return {
    ...{ job, ops, states },
    line: (at, plan) => {
      const { name, request, now } = ops[at] as NoteOp;
      return JSON.stringify({ ...plan, storeDirs: [store], op: { name, request, now } } satisfies NoteJobLine);
    },
    fresh: (at) => put(states[at] as Files),
    put,
    async judge(at, folder, wasAnswered) {
      const [before, after] = [states[at] as Files, states[at + 1] as Files];
      const found = wrongIn(filesIn(folder), wasAnswered ? [after] : [before, after]);
      if (found !== null) return found;
      const code = await ask(folder, ops[at] as NoteOp);
      if (code !== 'fine') return `asked again, ${code}`;
      const again = wrongIn(filesIn(folder), [after]);
      if (again !== null) return `asked again, ${again}`;
      // Of what was touched: what was ended before its first change left a claim, which the next change removes.
      const left = readdirSync(folder).filter((name) => name.endsWith('.tmp') || name.includes('damaged'));
      return left.length === 0 ? null : `left behind: ${left.join()}`;
    },
  };
}

/** Each guide's records are just those of one of the states. Null: so it is. */
function wrongIn(found: Files, states: readonly Files[]): string | null {
  const names = new Set([...found.keys(), ...states.flatMap((state) => [...state.keys()])].filter((name) => !name.startsWith('.')));
  for (const name of names) {
    const bytes = found.get(name);
    const read = bytes ? readNoteFile(bytes.toString('utf8')) : null;
    if (read && (read.isDamaged || read.refused.length > 0)) return `${name} is half-written`;
    if (!states.some((state) => wordsOf(bytes) === wordsOf(state.get(name)))) return `${name} is neither as it was nor as it was to be`;
  }
  return null;
}

const known = new WeakMap<Buffer, string>();
function wordsOf(bytes: Buffer | undefined): string {
  if (!bytes) return '[]';
  const words = known.get(bytes) ?? JSON.stringify(readNoteFile(bytes.toString('utf8')).records);
  known.set(bytes, words);
  return words;
}

export function filesIn(folder: string): Files {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]));
}

async function passagesIn(store: string): Promise<readonly Passage[]> {
  const { source, blockIds } = await (await openLocalStore([store])).openGuide(guides[0] as string as GuideId);
  const { text, blocks } = anchorTextOf(parseGuide(source, guides[0], { mode: 'lenient' }).blocks, blockIds);
  return Array.from({ length: paragraphs }, (_, at) => {
    const start = text.indexOf(quote(at));
    const block = blocks.find((one) => one.start <= start && start < one.end);
    if (start < 0 || !block?.id) throw new Error(`"${quote(at)}" is not there`);
    const place = (offset: number) => ({ block: block.id as NonNullable<typeof block.id>, offset: offset - block.start });
    return { start: place(start), end: place(start + quote(at).length) };
  });
}

function opsOf(notes: number, passages: readonly Passage[], file: string): readonly NoteOp[] {
  const edit = (what: NoteOp['what'], one: NoteEdit, time: number): NoteOp => ({
    ...{ what, name: 'edit', now: timeOf(time) },
    request: { guide: guides[0], edition: 0, edits: [one] },
  });
  const all = Array.from({ length: notes }, (_, at) => at);
  return [
    ...all.map((at) => {
      const passage = passages[at % passages.length] as Passage;
      return edit('save', { kind: 'add', id: idOf(at), passage, highlight: 'important', text: `Note ${at}`, tags: [] }, at);
    }),
    ...all.map((at) => edit('edit', { kind: 'revise', id: idOf(at), text: `Note ${at}, more words` }, notes + at)),
    { what: 'import', name: 'import', request: { file }, now: timeOf(3 * notes) },
    ...all.map((at) => edit('delete', { kind: 'delete', id: idOf(at) }, 4 * notes + at)),
  ];
}

/** As many notes on all the guides, as another PC's export has them. */
function carriedOf(files: Files, notes: number): string {
  const bytes = files.get(`${guides[0]}.json`);
  const model = bytes ? (readNoteFile(bytes.toString('utf8')).records as readonly Note[]) : [];
  const pages = guides.map((guide, which) => {
    const own = Array.from({ length: Math.ceil(notes / guides.length) }, (_, at): Note => {
      const like = model[at % model.length] as Note;
      return { ...like, id: idOf(at, which + 1), guide: guide as string as GuideId, text: `From elsewhere ${at}`, clock: { other: 1 } };
    });
    return writeNoteFile(guide as string as GuideId, own);
  });
  return `[${pages.join(',')}]`;
}
