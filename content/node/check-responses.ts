// Joins the room that builds packs and the room that knows what a group answers: neither may import the other.
import type { CheckResponses } from '../core/pack/carry-responses.ts';
import type { JoinResponses } from '../core/pack/merge-editions.ts';
import { checkResponses } from '../core/suggestion/check-responses.ts';
import { mergeResponses } from '../core/suggestion/merge-responses.ts';
import { writeResponses } from '../core/suggestion/responses-json.ts';

/** For `buildPack`: published in one spelling, however the group keeps it. */
export const checkCarried: CheckResponses = (bytes) => {
  const read = checkResponses(bytes);
  return read.ok ? { ok: true, bytes: writeResponses(read.value) } : { ok: false, faults: read.error };
};

/** For `mergeEditions`. Of files with faults nothing is joined: the newest edition's stays, and is named. */
export const joinCarried: JoinResponses = (ours, theirs) => {
  const [mine, other] = [checkResponses(ours), checkResponses(theirs)];
  return mine.ok && other.ok ? writeResponses(mergeResponses(mine.value, other.value)) : null;
};
