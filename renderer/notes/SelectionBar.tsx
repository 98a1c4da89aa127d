// The bar over selected words.
import type { RefObject } from 'react';
import type { GuideDocument } from '../../electron/ipc/replies.ts';

export interface OnGuide {
  readonly guide: GuideDocument;
  /** The guide's page: bar and card stand beside words in it, but never in it. */
  readonly article: RefObject<HTMLElement | null>;
}

export function SelectionBar(_props: OnGuide) {
  return null;
}
