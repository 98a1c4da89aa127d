// How long notes take without a window: 500 notes on a guide of 10,000 words shown, edited, and placed in a new edition.
// The guide is put together from recorded pairs of editions, so that the changes are those that people make.
//   npx tsx test/bench/notes-placing.ts [ROUNDS]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anchorTextOf } from '../../content/core/annotation/anchor-text.ts';
import { placeNotes } from '../../content/core/annotation/place-notes.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { add, heldText, noteScene, openSession, rules } from '../support/note-scene.ts';
import { recordings } from '../support/real-editions.ts';
import { round, spread } from './stats.ts';

const words = 10_000;
const noteCount = 500;

interface Figures {
  readonly words: number;
  readonly blocks: number;
  readonly notes: number;
  /** Milliseconds, medians over the rounds. */
  readonly showMs: number;
  readonly editMs: number;
  /** From the word that the library changed to everything on disk. */
  readonly updateMs: number;
  /** The processor's part of it, which other work on the PC does not change. */
  readonly updateCpuMs: number;
  /** Of that, comparing and placing alone. */
  readonly placeMs: number;
  /** The longest that an edit waited which was asked while notes were placed. */
  readonly waitMs: number;
  readonly counts: unknown;
}

export async function measurePlacing(rounds = 5): Promise<Figures> {
  const [old, next] = longPair();
  const runs: Omit<Figures, 'words' | 'blocks' | 'notes' | 'counts'>[] = [];
  let [blocks, counts]: [number, unknown] = [0, null];
  for (let run = 0; run < rounds; run += 1) {
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-notes-'));
    try {
      const scene = await noteScene({ rules: old, other: '## Other\n\nShort.\n' }, folder);
      const session = openSession(scene);
      const text = await heldText(scene, rules);
      blocks = text.blocks.length;
      const usable = text.blocks.filter(({ id, start, end }) => id !== null && end - start > 30);
      const edits = Array.from({ length: noteCount }, (_, at) => {
        const block = usable[Math.floor((at * usable.length) / noteCount)];
        if (!block?.id) throw new Error('no block');
        const from = (at * 7) % 20;
        const to = Math.min(block.end - block.start, from + 20 + ((at * 13) % 120));
        return add(at + 1, { start: { block: block.id, offset: from }, end: { block: block.id, offset: to } }, `Note ${at}`);
      });
      const made = await session.call('edit', { guide: rules, edition: 0, edits });
      const showMs = await timed(() => session.call('guide', { guide: rules, edition: 0 }));
      const editMs = await timed(() =>
        session.call('edit', { guide: rules, edition: 0, edits: [{ kind: 'revise', id: edits[0]?.id as never, text: 'x' }] }),
      );
      const notes = made.notes.map(({ note }) => note);
      const oldRef = notes[0]?.anchor.edition;
      const oldText = text;
      await scene.publish({ rules: next, other: '## Other\n\nShort.\n' });
      let waitMs = Promise.resolve(0);
      const cpu = process.cpuUsage();
      const updateMs = await timed(async () => {
        const placing = session.reload();
        const other = await heldText(scene, 'other');
        const block = other.blocks[1]?.id;
        if (!block) throw new Error('no block');
        const passage = { start: { block, offset: 0 }, end: { block, offset: 5 } };
        waitMs = timed(() => session.call('edit', { guide: 'other' as never, edition: 0, edits: [add(9_000 + run, passage)] }));
        await placing;
      });
      const used = process.cpuUsage(cpu);
      const placed = session.pushes.find(({ name }) => name === 'notes.placed');
      counts = placed?.value;
      const newText = await heldText(scene, rules);
      const ref = { version: 9, digest: 'f'.repeat(64) };
      const placeMs = await timed(async () =>
        placeNotes(notes, { ref, text: newText }, (edition) => (edition.version === oldRef?.version ? oldText : null)),
      );
      runs.push({ showMs, editMs, updateMs, updateCpuMs: (used.user + used.system) / 1_000, placeMs, waitMs: await waitMs });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const of = (name: keyof (typeof runs)[number]) => round(spread(runs.map((one) => one[name])).median, 1);
  const figures = {
    showMs: of('showMs'),
    editMs: of('editMs'),
    updateMs: of('updateMs'),
    updateCpuMs: of('updateCpuMs'),
    placeMs: of('placeMs'),
    waitMs: of('waitMs'),
  };
  return { words: old.split(/\s+/).length, blocks, notes: noteCount, ...figures, counts };
}

/** Recorded editions one after the other, until there are enough words. */
function longPair(): readonly [old: string, next: string] {
  const pairs = readFileSync(recordings, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { old: string; new: string });
  const plain = (text: string) => {
    const blocks = parseGuide(text, 'x', { mode: 'lenient' }).blocks;
    return anchorTextOf(blocks, [])
      .text.split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => line.replace(/[^\p{L}\p{N} .,;:'’()-]/gu, ' ').trim());
  };
  const [old, next]: [string[], string[]] = [['## Start'], ['## Start']];
  let count = 0;
  for (const pair of pairs) {
    if (count >= words) break;
    const lines = plain(pair.old);
    count += lines.join(' ').split(/\s+/).length;
    old.push(...lines);
    next.push(...plain(pair.new));
  }
  const page = (lines: readonly string[]) => `${lines.filter((line) => /\p{L}/u.test(line)).join('\n\n')}\n`;
  return [page(old), page(next)];
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

if (import.meta.filename === process.argv[1]) {
  const figures = await measurePlacing(Number(process.argv[2] ?? 5));
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
