// A group's word on some suggestions -> its responses: whoever proposed the same or supports it hears the same, and what is
// not decided stands in the list of what is open. Nobody's answer is taken back by one that was meant for another.
import type { Sha256 } from '../base/ids.ts';
import type { Entry } from './group.ts';
import { type AnswerEvent, isDecided, latest, openFrom, type Responses, responseLimits, withEvent, withOpen } from './responses.ts';

/** The same words, and those in support of any of them; itself first. */
export function relativesOf(entries: readonly Entry[], digest: Sha256): readonly Sha256[] {
  const entry = entries.find((one) => one.digest === digest);
  const first = entry?.duplicateOf ?? digest;
  const same = entries.filter((one) => one.digest === first || one.duplicateOf === first);
  return [...new Set([digest, ...same.flatMap((one) => [one.digest, ...one.supporters])])];
}

/** @param events by the digest of the suggestion that was chosen */
export function answerAll(responses: Responses, entries: readonly Entry[], events: ReadonlyMap<Sha256, AnswerEvent>): Responses {
  const byDigest = new Map(entries.map((entry) => [entry.digest, entry]));
  const isSettled = (answers: Responses, digest: Sha256): boolean => {
    const answer = answers.answers.find(({ suggestion }) => suggestion === digest);
    return answer !== undefined && isDecided(latest(answer));
  };
  let said = responses;
  for (const [chosen, event] of events)
    for (const digest of relativesOf(entries, chosen)) {
      if (digest !== chosen && (events.has(digest) || isSettled(said, digest))) continue;
      const entry = byDigest.get(digest);
      if (entry && !isDecided(event)) said = opened(said, entry, event.on, byDigest);
      said = withEvent(said, digest, event);
    }
  return said;
}

function opened(responses: Responses, entry: Entry, on: string, entries: ReadonlyMap<Sha256, Entry>): Responses {
  const { suggestion, digest, touches, supporters } = entry;
  const isFull = responses.open.length >= responseLimits.open && !responses.open.some((one) => one.suggestion === digest);
  // Readers would pass over what is more than they take; it is answered all the same.
  if (suggestion.proposal.kind === 'support' || isFull) return responses;
  const open = openFrom(suggestion, digest, touches, on);
  const others = supporters.flatMap((one) => entries.get(one) ?? []);
  const forces = others.flatMap((one) => openFrom(one.suggestion, one.digest, [], on).forces);
  return withOpen(responses, { ...open, forces: [...open.forces, ...forces] });
}
