// One import in a process of its own: store, share, pinned root and time as arguments; says how it ended.
import { readFileSync } from 'node:fs';
import { importShare } from '../../content/node/import-share.ts';

const [store = '', share = '', root = '', now = ''] = process.argv.slice(2);
const pinnedRoot = readFileSync(root);
(globalThis as { importing?: boolean }).importing = true;
const { error, channels } = await importShare({ store, share, pinnedRoot, now: new Date(now) });
process.stdout.write(`code ${error?.code ?? channels.find((channel) => channel.error)?.error?.code ?? 'fine'}\n`);
