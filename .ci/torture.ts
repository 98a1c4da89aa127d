// `npm run torture`: lists the torture suites. `npm run torture -- NAME …` runs their long forms and says the figures.
import { installParts } from '../test/support/real-share.ts';
import { type Figures, recordedSeed, type SuiteOptions } from '../test/support/torture.ts';
import { suites } from '../test/torture/suites.ts';
import { command, Stop, say } from './lib/say.ts';

const usage = `Usage: npm run torture -- NAME [NAME ...] [--short] [--seed N] [--count N] [--json]
       npm run torture -- all
       npm run torture -- --install      what the suites with real parts need`;

interface Row extends Figures {
  readonly suite: string;
  readonly form: 'short' | 'long';
  readonly seed: number;
  readonly seconds: number;
}

export function main(args: readonly string[]): Promise<number> {
  return command(async () => {
    if (args[0] === '--install') {
      say(installParts());
      return 0;
    }
    const { names, options, json } = readArguments(args);
    if (names.length === 0) {
      console.log(usage);
      for (const [name, { about }] of Object.entries(suites)) console.log(`  ${name.padEnd(18)}${about}`);
      return 0;
    }
    const rows: Row[] = [];
    for (const name of names) rows.push(await run(name, options));
    if (json) console.log(JSON.stringify(rows));
    else console.log(table(rows));
    for (const { suite, failures } of rows) for (const failure of failures) say(`${suite}: ${failure}`);
    return rows.every(({ failures, crashes }) => failures.length === 0 && crashes === 0) ? 0 : 1;
  });
}

function readArguments(args: readonly string[]): { names: readonly string[]; options: SuiteOptions; json: boolean } {
  const names: string[] = [];
  let options: SuiteOptions = { form: 'long', seed: recordedSeed, count: null };
  let json = false;
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--json') json = true;
    else if (arg === '--short') options = { ...options, form: 'short' };
    else if (arg === '--seed') options = { ...options, seed: wholeNumber(rest.shift()) };
    else if (arg === '--count') options = { ...options, count: wholeNumber(rest.shift()) };
    else if (arg === 'all') names.push(...Object.keys(suites));
    else if (Object.hasOwn(suites, arg)) names.push(arg);
    else throw new Stop(`There is no suite and no option "${arg}".\n${usage}`);
  }
  return { names, options, json };
}

function wholeNumber(text: string | undefined): number {
  if (text === undefined || !/^\d{1,12}$/.test(text)) throw new Stop(`A whole number is needed, not "${text ?? ''}".\n${usage}`);
  return Number(text);
}

async function run(name: string, options: SuiteOptions): Promise<Row> {
  const suite = suites[name];
  if (!suite) throw new Stop(usage);
  const started = performance.now();
  let told = started;
  const onProgress = (done: number, of: number) => {
    // Often enough to see that it lives, rarely enough to read.
    if (performance.now() - told < 10_000) return;
    told = performance.now();
    say(`${name}: ${done} of ${of}`);
  };
  const figures = await (await suite.load())({ ...options, onProgress });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  return { suite: name, form: options.form, seed: options.seed, ...figures, seconds };
}

function table(rows: readonly Row[]): string {
  const head = ['suite', 'form', 'seed', 'cases', 'accepted', 'crashes', 'failures', 'seconds', 'also'];
  const lines = rows.map((row) => [
    row.suite,
    row.form,
    row.seed,
    row.cases,
    row.accepted,
    row.crashes,
    row.failures.length,
    row.seconds,
    Object.entries(row.notes)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  ]);
  const all = [head, ...lines].map((cells) => cells.map(String));
  const widths = head.map((_, at) => Math.max(...all.map((cells) => (at === head.length - 1 ? 0 : (cells[at]?.length ?? 0)))));
  return all
    .map((cells) =>
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
