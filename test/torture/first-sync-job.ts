// One round in a process of its own, as the app's sync process makes it: store, share, pinned root and time as
// arguments. Says how many files are in as it goes, and at the end how it was and the most memory it took.
import { readFileSync } from 'node:fs';
import { syncRound } from '../../content/node/sync-round.ts';

const [store = '', share = '', root = '', now = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const started = performance.now();
  const reports = await syncRound({
    store,
    shares: [{ id: 'share', path: share }],
    pinnedRoot: readFileSync(root),
    now: new Date(now),
    onProgress: (done, of) => process.stdout.write(`${JSON.stringify({ done, of })}\n`),
  });
  const report = reports.get('share');
  const channels = report?.channels ?? [];
  const sum = (pick: 'files' | 'bytes') => channels.reduce((total, channel) => total + channel[pick], 0);
  const said = {
    error: report?.error?.code ?? report?.directory.error?.code ?? channels.find(({ error }) => error)?.error?.code ?? null,
    files: sum('files'),
    bytes: sum('bytes'),
    seconds: Math.round((performance.now() - started) / 100) / 10,
    // Of the system, in kilobytes: the highest that it ever was.
    memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(`${JSON.stringify({ end: said })}\n`);
}

void main();
