// `responses.json` of a held edition -> its values, found by the edition's signed metadata: catalogues that were made
// before there were responses know nothing of it. Loaded when somebody asks what became of a suggestion.
import type { Sha256 } from '../core/base/ids.ts';
import type { Responses } from '../core/suggestion/responses.ts';
import { readResponses, responsesFileName } from '../core/suggestion/responses-json.ts';
import { parseMetadata } from '../core/trust/metadata.ts';
import type { Candidate } from './candidates.ts';
import { holdingsOf } from './holdings.ts';
import { readSet } from './metadata-set.ts';
import type { BlobPlace } from './segments.ts';

/** Null where the edition carries none, or it is not here. @param read verified bytes; what it throws is thrown on */
export function readHeldResponses({ store, channel }: Candidate, read: (place: BlobPlace, digest: Sha256) => Uint8Array): Responses | null {
  const bytes = readSet(store, channel.set)?.get('targets.json');
  const targets = bytes && parseMetadata('targets', bytes, 'product');
  const entry = targets?.ok ? targets.value.targets.get(responsesFileName) : undefined;
  if (!entry) return null;
  const { places, moves } = holdingsOf(store, channel.segments, new Set([entry.sha256]));
  const place = places.get(entry.sha256) ?? moves.get(entry.sha256);
  return place ? readResponses(read(place, entry.sha256)).responses : null;
}
