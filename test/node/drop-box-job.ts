// Drops one file, as another person and in another process: `drop-box-job FOLDER NAME BYTE LENGTH`, and says how it ended.
import { type Dropped, dropInto } from '../../content/node/drop-box.ts';
import { errnoOf } from '../../content/node/faults.ts';

export type Said = { readonly dropped: Dropped } | { readonly error: string };

const [folder = '', name = '', byte = '', length = ''] = process.argv.slice(2);
const quiet = { asked: () => undefined, answered: () => undefined };
const said = await dropInto(folder, name, Buffer.alloc(Number(length), Number(byte)), quiet).then(
  (dropped): Said => ({ dropped }),
  (thrown: unknown): Said => ({ error: errnoOf(thrown) || String(thrown) }),
);
process.send?.(said, undefined, {}, () => process.disconnect());
