// Our strict mode against three clients that other people wrote, on random repositories and random faults: all refuse
// the same and believe the same, or the difference is one that is known by name and always goes the same way.
import { type Client, otherClients, ourClient } from '../support/other-clients.ts';
import { type RandomCase, randomCase } from '../support/random-repository.ts';
import { chanceOf, type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

const cases = { short: 1_000, long: 20_000 } as const;

interface Difference {
  readonly client: string;
  readonly faults: readonly string[];
  readonly ours: string;
  readonly theirs: string;
  /** It refused something at an earlier refresh. */
  readonly refusedBefore: boolean;
}

interface Rule {
  /** Why the two may differ (trust.md section 2, or what the other client's source says). */
  readonly why: string;
  readonly holds: (difference: Difference) => boolean;
}

const has = (difference: Difference, ...parts: readonly string[]) =>
  difference.faults.some((fault) => parts.some((part) => fault.includes(part)));
const weRefuse = ({ ours, theirs }: Difference) => ours.startsWith('refused') && theirs.startsWith('believed');
const theyRefuse = ({ ours, theirs }: Difference) => ours.startsWith('believed') && theirs.startsWith('refused');
const isBrowser = ({ client }: Difference) => client === 'tuf-browser';

const rules: readonly Rule[] = [
  {
    // 5.3.11 deletes both when the keys of either changed; ours does, by verifying them in their order.
    why: 'tuf-js keeps the snapshot when only the keys of the timestamp changed',
    holds: (d) => theyRefuse(d) && d.client.startsWith('tuf-js') && has(d, 'keys change') && d.theirs.includes('less than current version'),
  },
  {
    why: 'tuf-browser keeps a timestamp whose snapshot it refused, and is then content with it',
    holds: (d) => isBrowser(d) && d.refusedBefore && d.theirs.startsWith('believed'),
  },
  {
    why: 'tuf-browser fetches anew what it holds, where we and tuf-js use the held copy that is named',
    holds: (d) => isBrowser(d) && theyRefuse(d) && /(?:Targets|Snapshot)(?: length|: sha256 hash| version) mismatch/.test(d.theirs),
  },
  {
    // Not even when a new root no longer vouches for the rest, or made it forget the rest.
    why: 'tuf-browser asks for nothing below a timestamp that is not new',
    holds: (d) =>
      isBrowser(d) && weRefuse(d) && has(d, 'keys change', 'threshold above') && / (?:snapshot|targets)\.json signatures/.test(d.ours),
  },
  {
    why: 'tuf-browser forgets a role when its list of keys changes, we and tuf-js when its new keys no longer vouch for it',
    holds: (d) => isBrowser(d) && weRefuse(d) && has(d, 'keys change') && d.ours.includes('ROLLED_BACK'),
  },
  {
    why: 'tuf-browser keeps as a floor what has a date that is none',
    holds: (d) =>
      isBrowser(d) &&
      theyRefuse(d) &&
      d.refusedBefore &&
      /lower/.test(d.theirs) &&
      has(d, 'no expires', 'expires is no date', 'expires in another form'),
  },
  {
    why: 'tuf-browser passes over a signature without a key id',
    holds: (d) => isBrowser(d) && weRefuse(d) && has(d, 'bit flipped') && /MALFORMED \S+ signatures/.test(d.ours),
  },
  { why: 'a date that is none never expires for them', holds: (d) => weRefuse(d) && has(d, 'expires is no date', 'no expires') },
  { why: 'a date in another form than 4.2.1 fixes', holds: (d) => weRefuse(d) && has(d, 'expires in another form') },
  { why: 'one key under two ids counts twice for them', holds: (d) => weRefuse(d) && !isBrowser(d) && has(d, 'one key under two ids') },
  { why: 'a version below one, or none', holds: (d) => weRefuse(d) && has(d, 'version below one', 'version is no number') },
  { why: 'a specification version in another form', holds: (d) => weRefuse(d) && has(d, 'specification in another form') },
  { why: 'tuf-browser takes off a byte order mark', holds: (d) => weRefuse(d) && isBrowser(d) && has(d, 'byte order mark') },
  {
    why: 'tuf-browser needs to know the kind of every key',
    holds: (d) => theyRefuse(d) && isBrowser(d) && has(d, 'a key of another kind'),
  },
  {
    why: 'tuf-browser looks at a threshold only when it needs the role',
    holds: (d) => weRefuse(d) && isBrowser(d) && has(d, 'threshold 0'),
  },
  {
    why: 'tuf-browser refuses a root in which a key stands twice',
    holds: (d) => theyRefuse(d) && isBrowser(d) && has(d, 'one key under two ids'),
  },
];

export async function differentialSuite(options: SuiteOptions): Promise<Figures> {
  const wanted = options.count ?? cases[options.form];
  const failures: string[] = [];
  const explained = new Map<string, number>();
  let [accepted, crashes, refreshes] = [0, 0, 0];
  await inFolder(async (folder) => {
    for (let index = 0; index < wanted; index += 1) {
      const seed = options.seed + index;
      const random = randomCase(chanceOf(seed));
      const others = otherClients(folder, random.firstRoot);
      try {
        const told = await compare(random, ourClient(random.firstRoot), others, (difference) => {
          const rule = rules.find(({ holds }) => holds(difference));
          if (rule) explained.set(rule.why, (explained.get(rule.why) ?? 0) + 1);
          else if (failures.length < mostFailures) failures.push(`seed ${seed}: ${JSON.stringify(difference)}`);
        });
        accepted += told.accepted;
        refreshes += told.refreshes;
      } catch (thrown) {
        crashes += 1;
        failures.push(`seed ${seed}: threw ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
      }
      options.onProgress?.(index + 1, wanted);
    }
  });
  return { cases: wanted, accepted, crashes, failures, notes: { refreshes, ...Object.fromEntries(explained) } };
}

async function compare(
  random: RandomCase,
  ours: Client,
  others: readonly Client[],
  differ: (difference: Difference) => void,
): Promise<{ accepted: number; refreshes: number }> {
  let [accepted, refreshes] = [0, 0];
  // After a difference the two trust different things: more of them would say nothing new.
  let alike = others;
  const faults: string[] = [];
  const refused = new Set<Client>();
  for (const state of random.states) {
    faults.push(...state.faults);
    const own = await ours.refresh(state.served);
    refreshes += 1;
    if ('believed' in own) accepted += 1;
    const still: Client[] = [];
    for (const client of alike) {
      const theirs = await client.refresh(state.served);
      const same = 'believed' in own ? 'believed' in theirs && own.believed === theirs.believed : 'refused' in theirs;
      if (same) still.push(client);
      else differ({ client: client.name, faults, ours: spell(own), theirs: spell(theirs), refusedBefore: refused.has(client) });
      if ('refused' in theirs) refused.add(client);
    }
    alike = still;
  }
  return { accepted, refreshes };
}

const spell = (answer: Awaited<ReturnType<Client['refresh']>>) =>
  'believed' in answer ? `believed ${answer.believed}` : `refused ${answer.refused}`;
