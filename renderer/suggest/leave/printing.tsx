// Suggestions on paper: what stands on the page while a PDF is made. The window's own page is left out by the print style.
import { ask } from '../../api.ts';
import { createStore } from '../../state/store.ts';
import type { Summary } from './summary-model.ts';

export interface Printed {
  readonly summaries: readonly Summary[];
  readonly into: HTMLElement;
  /** To be called once it is drawn. */
  readonly drawn: () => void;
}

/** What is printed; null: nothing is. */
export const printed = createStore<Printed | null>(null);

/** Asks where to save. The page of the app stands again in any case. */
export async function printToPdf(summaries: readonly Summary[], suggested: string): Promise<Awaited<ReturnType<typeof ask<'page.pdf'>>>> {
  // Of no guide, and before all others: the stamp of a PDF asks the first article of the page which guide it is of.
  const into = document.createElement('article');
  into.className = 'leave-paper';
  into.dataset.guide = '';
  document.body.prepend(into);
  const { dataset } = document.documentElement;
  dataset.pdf = '1';
  dataset.printing = 'suggestions';
  try {
    await new Promise<void>((drawn) => printed.set({ summaries, into, drawn }));
    return await ask('page.pdf', { suggested });
  } finally {
    delete dataset.pdf;
    delete dataset.printing;
    printed.set(null);
    into.remove();
  }
}
