// A proposed text that was made from an older edition -> the same proposal on the newest one. Nothing of it is lost:
// where the group changed the same words meanwhile, both stand side by side until a person decides.
import { cleanText, type Merged, mergeTexts } from './merge.ts';

export type Rebased =
  /** The edition left what the proposal is about as it was; or both fit together. */
  | { readonly kind: 'carried'; readonly source: string; readonly remarks: Merged['remarks'] }
  /** The newest edition says already what was proposed. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'conflict'; readonly merged: Merged };

/** @param base what the proposal was made from; @param next the newest edition; @param proposed the whole text as proposed */
export function rebase(base: string, next: string, proposed: string): Rebased {
  const merged = mergeTexts(base, next, proposed);
  const source = cleanText(merged);
  if (source === null) return { kind: 'conflict', merged };
  const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();
  return plain(source) === plain(next) && plain(proposed) !== plain(base)
    ? { kind: 'taken' }
    : { kind: 'carried', source, remarks: merged.remarks };
}
