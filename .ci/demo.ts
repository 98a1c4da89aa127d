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

/** What somebody who sees the table for the first time asks. */
const explained = [
  'In every row reading goes on with what was verified last; nothing that does not verify is shown.',
  '"nothing": somebody new at a broken copy. In the app the guides that came with it are read meanwhile.',
  'A new reader cannot see that whatsapp went back in the south: what lies there is signed. The app carries newer guides and refuses it.',
  'The app alarms nobody at once: a copy that is not complete is said after a day, a refusal after three looks over an hour.',
  'To look further: npm run demo -- --out <folder>, then npx guides verify <folder>/south.',
];

export function main(args: string[]): Promise<number> {
  return command(async () => {
    const isJson = args.includes('--json');
    const kept = args[args.indexOf('--out') + 1];
    const out = args.includes('--out') ? (kept ?? '') : null;
    if (out === '' || (out && existsSync(out) && readdirSync(out).length > 0))
      throw new Stop('--out needs a folder that is empty or not there.');
    const folder = out === null ? mkdtempSync(path.join(tmpdir(), 'guides-demo-')) : path.resolve(out);
    try {
      say('A share is a folder that forces copy. A group of five signs its guides, two for each edition; readers look at their own copy.');
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
        for (const line of explained) console.log(line);
      }
      if (out !== null) say(`Kept in ${folder}.`);
    } finally {
      if (out === null) rmSync(folder, { recursive: true, force: true });
    }
    return 0;
  });
}
