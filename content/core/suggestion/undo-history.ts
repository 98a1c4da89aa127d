// What was typed, step by step, so that it can be taken back also after a restart. Steps know what they took out and
// put in: one that does not fit the text is never applied, so a history can be wrong but cannot harm a word.

export interface TextChange {
  /** In UTF-16 units of the text before it. */
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}
/** What one press of "undo" takes back: changes one after another. */
export type Step = readonly TextChange[];

export interface History {
  /** The last is the first to be taken back. */
  readonly past: readonly Step[];
  /** The last is the first to be done again. */
  readonly future: readonly Step[];
}

export const noHistory: History = { past: [], future: [] };

export const historyLimits = {
  /** More than a day of writing; beyond, the oldest go. */
  steps: 1_000,
  changesInStep: 200,
  /** UTF-16 units of all steps: keeps a draft's file small enough to be written at every pause. */
  text: 500_000,
} as const;

export interface Undone {
  readonly text: string;
  readonly history: History;
}

/** Null: nothing to take back. */
export function undo(text: string, { past, future }: History): Undone | null {
  const step = past.at(-1);
  const before = step && backwards(text, step);
  if (!step || before === null || before === undefined) return null;
  return { text: before, history: { past: past.slice(0, -1), future: [...future, step] } };
}

/** Null: nothing to do again. */
export function redo(text: string, { past, future }: History): Undone | null {
  const step = future.at(-1);
  const after = step && forwards(text, step);
  if (!step || after === null || after === undefined) return null;
  return { text: after, history: { past: [...past, step], future: future.slice(0, -1) } };
}

/** After a change that was typed: what was taken back before can no longer be done again. */
export function withStep(history: History, step: Step): History {
  return step.length === 0 ? history : { past: bounded([...history.past, step]), future: [] };
}

/** The one change that leads from one text to the other; none for equal texts. Never cuts a character in half. */
export function stepBetween(before: string, after: string): Step {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start > 0 && isHigh(before, start - 1)) start--;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (end > 0 && isLow(before, before.length - end)) end--;
  return [{ at: start, removed: before.slice(start, before.length - end), inserted: after.slice(start, after.length - end) }];
}

/** As much of the history as leads away from this text step by step; for what a file says. */
export function fitting(text: string, history: History): History {
  const past: Step[] = [];
  let at: string | null = text;
  for (const step of [...bounded(history.past)].reverse()) {
    at = backwards(at, step);
    if (at === null) break;
    past.unshift(step);
  }
  const future: Step[] = [];
  at = text;
  for (const step of [...bounded(history.future)].reverse()) {
    at = forwards(at, step);
    if (at === null) break;
    future.unshift(step);
  }
  return { past, future };
}

function forwards(text: string, step: Step): string | null {
  let now = text;
  for (const { at, removed, inserted } of step) {
    if (!now.startsWith(removed, at) || at > now.length) return null;
    now = now.slice(0, at) + inserted + now.slice(at + removed.length);
  }
  return now;
}

function backwards(text: string, step: Step): string | null {
  let now = text;
  for (const { at, removed, inserted } of [...step].reverse()) {
    if (!now.startsWith(inserted, at) || at > now.length) return null;
    now = now.slice(0, at) + removed + now.slice(at + inserted.length);
  }
  return now;
}

/** The newest, as many as there is room for. */
function bounded(steps: readonly Step[]): readonly Step[] {
  let room: number = historyLimits.text;
  let from = steps.length;
  while (from > 0 && steps.length - from < historyLimits.steps) {
    const step = steps[from - 1] as Step;
    room -= step.reduce((sum, { removed, inserted }) => sum + removed.length + inserted.length, 0);
    if (room < 0 || step.length > historyLimits.changesInStep) break;
    from--;
  }
  return from === 0 ? steps : steps.slice(from);
}

const isHigh = (text: string, at: number): boolean => /[\ud800-\udbff]/.test(text[at] ?? '');
const isLow = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '');
