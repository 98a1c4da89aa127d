// `npm run bench`: ours and the peers side by side in one run, medians and 95th percentiles. Never part of a test.
// `-- --json FILE` keeps the figures; `-- --only start,search,app,import,notes,editor,suggest,inbox` measures a part.
import { existsSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { measureApp } from '../test/bench/app.ts';
import { stageBare } from '../test/bench/bare-app.ts';
import { measureEditor } from '../test/bench/editor-typing.ts';
import { measureImport } from '../test/bench/import.ts';
import { measureInbox } from '../test/bench/inbox.ts';
import { measurePlacing } from '../test/bench/notes-placing.ts';
import { measureNotes } from '../test/bench/notes-typing.ts';
import { readOnce } from '../test/bench/prepare.ts';
import { measureSearch } from '../test/bench/search.ts';
import { freshUserData, measureStarts, removeUserData, type Startable } from '../test/bench/start.ts';
import { round } from '../test/bench/stats.ts';
import { measureSuggesting } from '../test/bench/suggest-typing.ts';
import { table } from '../test/bench/table.ts';
import { guideText } from '../test/bench/text.ts';
import { buildShareFrom, corpora } from '../test/support/built-share.ts';
import { hasRecordings } from '../test/support/real-editions.ts';
import { ensureBuilt } from './lib/build.ts';
import { ensureDisplay, ensureLibraries } from './lib/display.ts';
import { ensureRuntime } from './lib/runtime.ts';
import { command, Stop, say } from './lib/say.ts';
import { stageApp, type Variant } from './lib/stage.ts';

const parts = ['start', 'search', 'app', 'import', 'notes', 'editor', 'suggest', 'inbox'] as const;
const targets: Readonly<Record<string, string>> = {
  startBundled: '<= 1.4',
  startLarge: '<= 1.6',
  memoryBundled: '<= 1.4',
  memoryLarge: '<= 1.8',
  searchP95: '<= 1.0',
  import: '>= 0.5',
  noteKeyP99Ms: '<= 16',
  notesPaintMs: '<= 150',
  notesPlacedMs: '<= 300',
  inboxMs: '<= 3000',
  editorKeyP99Ms: '<= 16',
  editorOpenMs: '<= 100',
  suggestOpenMs: '<= 100',
  suggestKeyP99Ms: '<= 16',
};
const rounds = 15;

export function main(args: readonly string[]): Promise<number> {
  return command(async () => {
    const only = option(args, '--only')?.split(',') ?? parts;
    const large = option(args, '--library') ?? path.join(corpora, 'digitalgov');
    if (!existsSync(large))
      throw new Stop(
        'There is no large library to measure with. Name a folder of about 4,000 markdown files: npm run bench -- --library FOLDER',
      );
    const runtime = await ensureRuntime();
    ensureLibraries(runtime, process.platform === 'linux');
    const built = await ensureBuilt();
    say('Building the share of the large library ...');
    const share = buildShareFrom(large, 'bench-large');
    const bundled = stageApp(runtime, built);
    const variant: Variant = { name: 'large', seed: share.share, pinnedRoot: share.pinnedRoot, stamp: share.stamp };
    const big = stageApp(runtime, built, variant);
    // A display of its own: what else is on the person's screen must not count.
    const display = await ensureDisplay(true);
    Object.assign(process.env, display.env);
    const raw: Record<string, unknown> = {
      machine: {
        cpus: cpus().length,
        model: cpus()[0]?.model,
        memoryGiB: round(totalmem() / 2 ** 30, 1),
        node: process.version,
        electron: runtime.version,
        runtime: runtime.source,
      },
    };
    const ratios: Record<string, number> = {};
    try {
      if (only.includes('start')) {
        say('Measuring starts ...');
        const bare = stageBare(runtime, await guideText());
        const started: Startable[] = [{ name: 'bare', command: bare.command, args: [], userData: freshUserData(bare.home) }];
        for (const [name, staged, chosen, guide] of [
          ['bundled', bundled, undefined, 'contact-notice'],
          ['large', big, variant, null],
        ] as const) {
          const userData = freshUserData(staged.home);
          await readOnce(userData, chosen, guide);
          started.push({ name, command: staged.command, args: ['--report-start'], userData });
        }
        const measured = await measureStarts(started, rounds);
        for (const { userData } of started) removeUserData(userData);
        raw.start = Object.fromEntries(measured);
        const of = (name: string) => {
          const found = measured.get(name);
          if (!found) throw new Error(`${name} was not measured`);
          return found;
        };
        ratios.startBundled = of('bundled').firstTextMs.median / of('bare').firstTextMs.median;
        ratios.startLarge = of('large').firstTextMs.median / of('bare').firstTextMs.median;
        ratios.memoryBundled = of('bundled').memoryBytes.median / of('bare').memoryBytes.median;
        ratios.memoryLarge = of('large').memoryBytes.median / of('bare').memoryBytes.median;
      }
      if (only.includes('search')) {
        say('Measuring the search engines ...');
        const search = await measureSearch(large);
        raw.search = search;
        ratios.searchP95 = search.ratio;
      }
      if (only.includes('app')) {
        say('Measuring inside the window ...');
        raw.app = { bundled: await measureApp(), large: await measureApp(variant) };
      }
      if (only.includes('import')) {
        say('Measuring import ...');
        const figures = await measureImport(share.share, share.pinnedRoot, 5);
        raw.import = figures;
        ratios.import = figures.ratio;
      }
      if (only.includes('notes')) {
        say('Measuring notes ...');
        const figures = await measureNotes();
        raw.notes = figures;
        ratios.noteKeyP99Ms = figures.inputDelayMs.p99;
        ratios.notesPaintMs = figures.paintedMs.median;
        if (hasRecordings) {
          const placing = await measurePlacing(9);
          raw.placing = placing;
          ratios.notesPlacedMs = placing.updateMs;
        } else say('skipped: placing notes in a new edition, for want of recorded editions');
      }
      if (only.includes('editor')) {
        say('Measuring the editor of suggestions ...');
        const figures = await measureEditor();
        raw.editor = figures;
        ratios.editorKeyP99Ms = Math.max(figures.keyMs.p99, figures.keyChangedMs.p99);
        ratios.editorOpenMs = figures.openMs.p95;
      }
      if (only.includes('suggest')) {
        say('Measuring suggesting in a long guide ...');
        const figures = await measureSuggesting();
        raw.suggest = figures;
        ratios.suggestOpenMs = figures.openMs.p95;
        ratios.suggestKeyP99Ms = figures.inputDelayMs.p99;
      }
      if (only.includes('inbox')) {
        say('Measuring the inbox of a group ...');
        const figures = await measureInbox();
        raw.inbox = figures;
        ratios.inboxMs = figures.listedMs.median;
      }
    } finally {
      display.stop();
    }
    for (const key of Object.keys(ratios)) ratios[key] = round(ratios[key] ?? Number.NaN, 3);
    console.log(table(ratios, targets, raw));
    const file = option(args, '--json');
    if (file) writeFileSync(file, `${JSON.stringify({ ratios, ...raw }, null, 2)}\n`);
    return 0;
  });
}

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}
