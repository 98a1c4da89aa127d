// Calls that fail on a real mount: errors, short and false answers and delays, for every kind of file of a share. What was
// held stays readable, floors stay, and the next good sync brings the new edition.
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { importShare } from '../../content/node/import-share.ts';
import { heldStore, Offer, resultOf } from '../support/attack.ts';
import { heldTexts, offeredTexts, offeredVersion, writeFiles } from '../support/attack-scene.ts';
import { readable } from '../support/imports.ts';
import { type Fault, faultShare } from '../support/real-share.ts';
import { type Figures, inFolder, type SuiteOptions } from '../support/torture.ts';

const v = offeredVersion;
const files = [
  'directory/metadata/timestamp.json',
  `directory/metadata/${v}.snapshot.json`,
  `directory/metadata/${v}.targets.json`,
  'channels/facebook/metadata/timestamp.json',
  `channels/facebook/metadata/${v}.snapshot.json`,
  `channels/facebook/metadata/${v}.targets.json`,
  '.facebook-1.md',
  '.index.json',
];
const errors = ['EIO', 'EACCES', 'ESTALE', 'ENOENT', 'ENOTCONN', 'ETIMEDOUT', 'EPERM'];
const kinds: readonly Omit<Fault, 'match'>[] = [
  ...errors.map((kind) => ({ kind, op: 'open' as const })),
  ...['EIO', 'ESTALE', 'EACCES'].map((kind) => ({ kind, op: 'look' as const })),
  { kind: 'EIO', op: 'read' },
  { kind: 'ESTALE', op: 'read', after: 5 },
  { kind: 'EIO', op: 'read', after: 20 },
  { kind: 'short', op: 'read' },
  { kind: 'zeroes', op: 'read' },
  { kind: 'zeroes', op: 'read', after: 5 },
  { kind: 'delay', op: 'read', ms: 100 },
];

/** What each fault comes to (trust.md 1.4 rows 1, 2, 4, 10); a short answer and a late one are no faults at all. */
function expected({ kind, match }: Fault): RegExp {
  switch (kind) {
    case 'short':
    case 'delay':
      return /^imported/;
    case 'ENOENT':
      return /^INCOMPLETE$/;
    case 'EACCES':
    case 'EPERM':
      return /^SHARE_DENIED$/;
    case 'zeroes':
      // What is named with its digest is another file; what is not may be a copy under way.
      return /(?:timestamp|targets)\.json$/.test(match) ? /^INCOMPLETE$/ : /^TAMPERED$/;
    default:
      return /^SHARE_UNREACHABLE$/;
  }
}

export async function shareFaultSuite(options: SuiteOptions): Promise<Figures> {
  const all = files.flatMap((match) => kinds.map((kind): Fault => ({ ...kind, match })));
  // An odd number of kinds: every second case has each kind and each file.
  const cases = all.filter((_, at) => options.form === 'long' || at % 2 === 0).slice(0, options.count ?? undefined);
  const failures: string[] = [];
  const codes = new Map<string, number>();
  let [accepted, crashes] = [0, 0];
  await inFolder(async (home) => {
    const held = await heldStore(home);
    const mounted = await faultShare(home);
    try {
      const offer = new Offer();
      writeFiles(mounted.source, offer.files);
      const input = { share: mounted.seen, pinnedRoot: offer.pinnedRoot, now: offer.now };
      for (const [at, fault] of cases.entries()) {
        const store = path.join(home, `store-${at}`);
        cpSync(held, store, { recursive: true });
        const name = `${fault.kind} at ${fault.op} of ${fault.match}${fault.after ? ` after ${fault.after}` : ''}`;
        try {
          mounted.set(fault);
          const report = await importShare({ ...input, store });
          mounted.set(null);
          const where = fault.match.startsWith('directory') && report.directory.error ? 'directory' : 'facebook';
          const result = resultOf(report, where);
          codes.set(result, (codes.get(result) ?? 0) + 1);
          if (result.startsWith('imported')) accepted += 1;
          if (!expected(fault).test(result)) failures.push(`${name}: ${result}`);
          const seen = JSON.stringify((await readable(store)).filter((text) => !text.startsWith('# Account')));
          if (![heldTexts, offeredTexts].some((texts) => JSON.stringify(texts) === seen)) failures.push(`${name}: reads ${seen}`);
          const after = resultOf(await importShare({ ...input, store }), 'facebook');
          if (!/^(?:imported|current)/.test(after)) failures.push(`${name}: afterwards ${after}`);
          const last = JSON.stringify((await readable(store)).filter((text) => !text.startsWith('# Account')));
          if (last !== JSON.stringify(offeredTexts)) failures.push(`${name}: afterwards reads ${last}`);
        } catch (thrown) {
          crashes += 1;
          failures.push(`${name}: threw ${String(thrown)}`);
        }
        rmSync(store, { recursive: true, force: true });
        options.onProgress?.(at + 1, cases.length);
      }
    } finally {
      await mounted.stop();
    }
  });
  return { cases: cases.length, accepted, crashes, failures, notes: Object.fromEntries(codes) };
}
