// Suggestions -> patches that apply one after the other: each is put on the text that the ones before it made. What does
// not fit there is named, never bent.
import type { GuideId, Sha256 } from '../base/ids.ts';
import type { NewestGuide, Received } from './group.ts';
import { proposedSource, type Suggestion } from './model.ts';
import { changePatch, guideFileOf } from './patch.ts';
import { rebase } from './rebase.ts';

export interface SeriesPatch {
  /** "0001-house-rules-1a2b3c4d.patch". */
  readonly name: string;
  readonly digest: Sha256;
  readonly suggestion: Suggestion;
  readonly text: string;
  /** It is not the patch that came in the bundle: the text below it is another. */
  readonly isRebased: boolean;
}

export interface LeftOut {
  readonly digest: Sha256;
  readonly why: 'conflict' | 'taken' | 'gone' | 'no-text' | 'guide-there';
}

/** @param newest the texts that the first patch is to apply on */
export function patchSeries(
  chosen: readonly Received[],
  newest: ReadonlyMap<GuideId, Pick<NewestGuide, 'source'>>,
): { readonly patches: readonly SeriesPatch[]; readonly left: readonly LeftOut[] } {
  const texts = new Map([...newest].map(([guide, { source }]) => [`${guide}.md`, source]));
  const patches: SeriesPatch[] = [];
  const left: LeftOut[] = [];
  for (const { digest, suggestion } of chosen) {
    const next = fitted(suggestion, texts);
    if (typeof next === 'string') {
      left.push({ digest, why: next });
      continue;
    }
    const text = changePatch(next.suggestion);
    const source = proposedSource(next.suggestion);
    if (text === null || source === null) {
      left.push({ digest, why: 'no-text' });
      continue;
    }
    const file = guideFileOf(next.suggestion);
    texts.set(file, source);
    const name = `${String(patches.length + 1).padStart(4, '0')}-${file.replace(/\.md$/, '')}-${digest.slice(0, 8)}.patch`;
    patches.push({ name, digest, suggestion, text, isRebased: next.isRebased });
  }
  return { patches, left };
}

function fitted(
  suggestion: Suggestion,
  texts: ReadonlyMap<string, string>,
): LeftOut['why'] | { readonly suggestion: Suggestion; readonly isRebased: boolean } {
  const { proposal, base } = suggestion;
  const now = texts.get(guideFileOf(suggestion));
  if (proposal.kind === 'new-guide') return now === undefined ? { suggestion, isRebased: false } : 'guide-there';
  if (proposal.kind !== 'change' || !base) return 'no-text';
  if (now === undefined) return 'gone';
  if (now === base.source) return { suggestion, isRebased: false };
  const rebased = rebase(base.source, now, proposal.source);
  if (rebased.kind !== 'carried') return rebased.kind;
  const lines = now.includes('\r\n') ? rebased.source.replace(/\r?\n/g, '\r\n') : rebased.source;
  return { suggestion: { ...suggestion, base: { ...base, source: now }, proposal: { ...proposal, source: lines } }, isRebased: true };
}
