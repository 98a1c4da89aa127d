// `guides sign --all`: every draft that waits for this key, shown one after another, then signed with one passphrase.
// What must not be signed, and drafts that compete with each other, are named and left to the person.
import { now as clock } from '../node/clock.ts';
import { readKeyCard } from '../node/key-file.ts';
import type { DraftReview } from '../node/publish-review.ts';
import { signDraft } from '../node/publish-sign.ts';
import { awaits, listWaiting, type WaitingDraft } from '../node/publish-waiting.ts';
import { openOwnKey } from './passphrase.ts';
import { type PublishingWords, sayRefusal } from './publishing.ts';
import { refusalJson, refusalLine } from './refusals.ts';
import { isSound } from './review.ts';
import { reviewLines } from './say-review.ts';
import type { Terminal } from './terminal.ts';

type Words = Pick<PublishingWords, 'share' | 'pinnedRoot' | 'isJson'> & { readonly file: string };

interface Done {
  readonly repository: string;
  readonly draft: string;
  readonly isComplete: boolean;
}

/** @returns 0 when everything that waits for this key is signed, else 1. Throws KEY_… and the system's errors. */
export async function signAll({ share, pinnedRoot, isJson, file }: Words, terminal: Terminal, now: Date): Promise<number> {
  // The public half needs no passphrase: whoever has nothing to sign is not asked for one.
  const { public: key } = await readKeyCard(file);
  const waiting = await listWaiting({ share, now, pinnedRoot });
  if (!waiting.ok) return sayRefusal(waiting.error, isJson, terminal);
  const mine = waiting.value.filter((one) => awaits(one, key));
  const good = mine.filter(({ rivals, review }) => rivals.length === 0 && isSound(review));
  const left = mine.filter((one) => !good.includes(one));
  if (!isJson) for (const line of mine.flatMap(({ review }) => [...reviewLines(review), ''])) terminal.out(line);
  const done: Done[] = [];
  const failed: { repository: string; draft: string; refusal: object }[] = [];
  const signer = good.length > 0 ? (await openOwnKey(file)).signer : null;
  for (const { repository, id: draft } of signer ? good : []) {
    // The draft that was shown: it is loaded again by its digests, so that nothing else can be signed.
    const signed = await signDraft({ share, repository, id: draft, signer: signer as NonNullable<typeof signer>, now: clock, pinnedRoot });
    if (signed.ok) done.push({ repository, draft, isComplete: signed.value.counted.isComplete });
    else {
      failed.push({ repository, draft, refusal: refusalJson(signed.error) });
      terminal.note(`${repository} ${draft}: ${refusalLine(signed.error)}`);
    }
  }
  const exit = failed.length + left.length > 0 ? 1 : 0;
  if (isJson) {
    const skipped = left.map(({ repository, id: draft, rivals, review }) => ({ repository, draft, rivals, bad: review.bad }));
    terminal.out(JSON.stringify({ ok: exit === 0, signed: done, failed, skipped }));
    return exit;
  }
  for (const { repository, draft, isComplete } of done)
    terminal.out(
      `Signed: ${repository} ${draft}. ${isComplete ? 'Enough have signed: guides publish --all.' : 'Others have to sign too.'}`,
    );
  for (const line of left.map(leftLine)) terminal.note(line);
  if (mine.length === 0) terminal.out('Nothing here waits for this key.');
  return exit;
}

function leftLine({ repository, id, rivals, review }: WaitingDraft & { readonly review: DraftReview }): string {
  return isSound(review)
    ? `${repository} ${id} was not signed: ${rivals.join(', ')} could be published instead of it. Read both, then name one: guides sign ${repository} <draft>; clear the other: guides tidy ${repository} <draft>.`
    : `${repository} ${id} was not signed: it is not what its digests say, or not all of it is here yet. Look again later.`;
}
