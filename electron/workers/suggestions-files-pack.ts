// A kept suggestion -> exactly the bytes that would leave. The same suggestion with the same summary gives the same bytes
// whenever it is asked for; what is incomplete, or not what the person was shown, is refused.
import { AppFault } from '../../content/core/base/error.ts';
import type { ChannelId, Sha256 } from '../../content/core/base/ids.ts';
import { decodeUtf8 } from '../../content/core/base/utf8.ts';
import { boundsFault, missingIn, type SuggestionFault } from '../../content/core/suggestion/bounds.ts';
import { type BundleFile, bundleFiles, bundleLimits, bundleName } from '../../content/core/suggestion/bundle.ts';
import type { Suggestion } from '../../content/core/suggestion/model.ts';
import { digestOf } from '../../content/core/suggestion/suggestion-json.ts';
import { sha256 } from '../../content/node/hash.ts';
import { openBundle, packBundle } from '../../content/node/suggestion-bundle.ts';
import type { BundlePreview } from '../ipc/suggestion-replies.ts';
import type { ShownBundle, SuggestionBundle } from '../ipc/suggestion-schemas.ts';
import type { NoteContext } from './notes-context.ts';
import { keptOf } from './suggestions-context.ts';
import type { PackedSuggestion } from './suggestions-protocol.ts';

interface Packed extends PackedSuggestion {
  readonly channel: ChannelId;
  readonly files: readonly BundleFile[];
  /** Of the bundle. */
  readonly whole: Sha256;
}

/** Beyond this a file of evidence is looked at in its own program, not in ours. */
const shownBytes = 200_000;

/** Throws SUGGESTION_NOT_FOUND, SUGGESTION_INCOMPLETE, SUGGESTION_FULL, APP_TOO_OLD. */
export async function previewOf(request: SuggestionBundle, context: NoteContext): Promise<BundlePreview> {
  const { name, bytes, whole, files } = await pack(request, context);
  // As the working group's tools will look at it: what they would refuse is not offered to be sent.
  const read = await openBundle(bytes);
  if (!read.ok) throw new AppFault('UNEXPECTED', { what: 'bundle', why: read.error });
  return {
    name,
    bytes: bytes.length,
    digest: whole,
    files: files.map((file) => ({ name: file.name, bytes: file.bytes.length, text: textOf(file) })),
  };
}

/** The very bytes of the preview. Throws SUGGESTION_CHANGED beside what the preview throws. */
export async function packShown(request: ShownBundle, context: NoteContext): Promise<PackedSuggestion> {
  const { name, channel, bytes, digest, whole } = await pack(request, context);
  if (whole !== request.digest) throw new AppFault('SUGGESTION_CHANGED');
  return { name, channel, bytes, digest };
}

async function pack({ id, summary }: SuggestionBundle, context: NoteContext): Promise<Packed> {
  const { draft, readOnly, lost } = await keptOf(context, id);
  const { suggestion } = draft;
  // What is sent is written down afterwards, which this app may not do there.
  if (readOnly) throw new AppFault('APP_TOO_OLD');
  refuseUnready(suggestion);
  if (lost.length > 0) throw new AppFault('SUGGESTION_INCOMPLETE', { missing: 'file' });
  const files = bundleFiles(suggestion, evidenceOf(suggestion, context), summary);
  const bytes = packBundle(files);
  if (bytes.length > bundleLimits.bytes) throw new AppFault('SUGGESTION_FULL', { why: 'bundle-too-large', bytes: bytes.length });
  const digest = digestOf(suggestion, sha256);
  return { name: bundleName(suggestion, digest), channel: suggestion.channel, bytes, digest, files, whole: sha256(bytes) };
}

const tooMuch: readonly SuggestionFault[] = ['source-too-large', 'why-too-long', 'too-much-evidence', 'evidence-too-large'];

function refuseUnready(suggestion: Suggestion): void {
  const missing = missingIn(suggestion);
  if (missing.length > 0) throw new AppFault('SUGGESTION_INCOMPLETE', { missing: missing.join(',') });
  const fault = boundsFault(suggestion);
  if (fault && tooMuch.includes(fault)) throw new AppFault('SUGGESTION_FULL', { why: fault });
  if (fault) throw new AppFault('SUGGESTION_INCOMPLETE', { missing: fault });
}

function evidenceOf({ evidence }: Suggestion, context: NoteContext): ReadonlyMap<Sha256, Uint8Array> {
  const found = new Map<Sha256, Uint8Array>();
  for (const item of evidence) {
    if (item.kind !== 'file' || found.has(item.digest)) continue;
    const bytes = context.evidence.read(item.digest);
    if (!bytes) throw new AppFault('SUGGESTION_INCOMPLETE', { missing: 'file' });
    found.set(item.digest, bytes);
  }
  return found;
}

/** Null for what is not text. */
function textOf({ name, bytes }: BundleFile): string | null {
  if (!name.includes('/')) return decodeUtf8(bytes);
  return bytes.length > shownBytes || bytes.includes(0) ? null : decodeUtf8(bytes);
}
