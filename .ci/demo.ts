// `npm run demo`: shows what readers of a good and of a broken copy of a share see. With `--out <folder>` the shares
// and stores are kept there for looking at; else they are removed.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { table } from '../content/cli/terminal.ts';
import { type ErrorCode, errorReference } from '../content/core/base/error.ts';
import { errorTexts } from '../renderer/text/errors.ts';
import { runDemo } from './lib/demo.ts';
import { root } from './lib/places.ts';
import { command, Stop, say } from './lib/say.ts';

export function main(args: string[]): Promise<number> {
  return command(async () => {
    const isJson = args.includes('--json');
    const kept = args[args.indexOf('--out') + 1];
    const out = args.includes('--out') ? (kept ?? '') : null;
    if (out === '' || (out && existsSync(out) && readdirSync(out).length > 0))
      throw new Stop('--out needs a folder that is empty or not there.');
    const folder = out === null ? mkdtempSync(path.join(tmpdir(), 'guides-demo-')) : path.resolve(out);
    try {
      const rows = await runDemo(path.join(root, 'content', 'guides'), folder, say);
      if (isJson) console.log(JSON.stringify({ demo: true, rows }));
      else {
        const sentence = (code: string | null) => (code === null ? 'Up to date.' : `${errorTexts[code as ErrorCode].title}.`);
        const reference = (code: string | null) => (code === null ? '-' : `${code} (${errorReference(code as ErrorCode)})`);
        console.log('DEMONSTRATION: made-up keys, nothing here was approved by anybody.');
        console.log(
          table(
            ['reader', 'copy', 'channel', 'reads', 'code', 'is told'],
            rows.map(({ reader, share, channel, reads, code }) => [reader, share, channel, reads, reference(code), sentence(code)]),
          ),
        );
        console.log('In every row reading goes on with what was verified last; nothing that does not verify is shown.');
      }
      if (out !== null) say(`Kept in ${folder}.`);
    } finally {
      if (out === null) rmSync(folder, { recursive: true, force: true });
    }
    return 0;
  });
}
