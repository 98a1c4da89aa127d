// The command-line protocol of the TUF conformance suite (`init`, `refresh`, `download`) over core/trust in strict
// mode: 0 when all was done, 1 at the first failure, with the code and the reason on the error output.
import { readFileSync } from 'node:fs';
import { MetadataCache, TargetFolder } from './cache.ts';
import { download, initialise, refresh } from './workflow.ts';

const optionNames = ['metadata-dir', 'metadata-url', 'target-name', 'target-base-url', 'target-dir'] as const;
type OptionName = (typeof optionNames)[number];

/**
 * @param args what follows the command's name.
 * @param now the reference time of this run.
 */
export async function runClient(args: readonly string[], now: Date, say: (line: string) => void): Promise<0 | 1> {
  try {
    const { values, operands: all } = parse(args);
    const [command, ...operands] = all;
    const needed = (name: OptionName): string => {
      const value = values.get(name)?.at(-1);
      if (!value) throw new Error(`--${name} is missing`);
      return value;
    };
    const cache = new MetadataCache(needed('metadata-dir'));
    if (command === 'init' && operands.length === 1) {
      initialise(cache, readFileSync(operands[0] ?? ''), now);
    } else if (command === 'refresh' && operands.length === 0) {
      await refresh(cache, needed('metadata-url'), now);
    } else if (command === 'download' && operands.length === 0) {
      const names = values.get('target-name') ?? [];
      if (names.length === 0) throw new Error('--target-name is missing');
      const folder = new TargetFolder(needed('target-dir'));
      const metadataUrl = needed('metadata-url');
      const targetUrl = needed('target-base-url');
      await download(cache, folder, { metadataUrl, targetUrl, names }, now);
    } else throw new Error('one of init ROOT_FILE, refresh, download is needed');
    return 0;
  } catch (thrown) {
    say(thrown instanceof Error ? thrown.message : String(thrown));
    return 1;
  }
}

/** What follows an option is its value, whatever it looks like: a target may be called `--x`. */
function parse(args: readonly string[]): { values: ReadonlyMap<OptionName, readonly string[]>; operands: readonly string[] } {
  const values = new Map<OptionName, string[]>();
  const operands: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const [flag = '', inline] = arg.startsWith('--') ? splitOnce(arg.slice(2)) : [];
    if (!arg.startsWith('--')) {
      operands.push(arg);
      continue;
    }
    const name = optionNames.find((known) => known === flag);
    const value = inline ?? args[++at];
    if (!name || value === undefined) throw new Error(`${arg} is not understood`);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return { values, operands };
}

function splitOnce(text: string): readonly [string, string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
