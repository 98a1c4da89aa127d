// Which keystrokes one press of "undo" takes back together: a word with the space after it, a run of single deletes, and
// whatever else happened at once. Pure; times are passed in.
import { type History, stepBetween, type TextChange, withStep } from '../../content/core/suggestion/undo-history.ts';

/** The step that is still being typed. */
export interface TypingStep {
  /** The text and its history before the step. */
  readonly source: string;
  readonly history: History;
  readonly kind: 'insert' | 'delete';
  /** Where the next letter would go on with it: behind what was put in, or where letters were taken out. */
  readonly at: number;
  /** What was put in last ended with white space: the next letter begins another word. */
  readonly isAfterSpace: boolean;
  /** In milliseconds, of any clock that only goes forward. */
  readonly time: number;
}

export interface Typed {
  readonly history: History;
  /** Null: the next change is a step of its own. */
  readonly open: TypingStep | null;
}

// Somebody who rests this long has finished what they were at.
const pauseMs = 1_000;

/**
 * @param apart what changed is a thing of its own: a block moved, a button pressed
 * @returns the history of `next`
 */
export function typedSteps(source: string, next: string, history: History, open: TypingStep | null, now: number, apart = false): Typed {
  const [change] = stepBetween(source, next);
  if (!change) return { history, open };
  if (!apart && open && isMore(open, change, now)) {
    return { history: withStep(open.history, stepBetween(open.source, next)), open: { ...open, ...stateAfter(change, open.kind, now) } };
  }
  const kind = kindOf(change);
  return {
    history: withStep(history, [change]),
    open: apart || kind === null ? null : { source, history, kind, ...stateAfter(change, kind, now) },
  };
}

/** A letter, or a letter in place of what was selected; one deletion; null: it stands for itself. */
function kindOf({ removed, inserted }: TextChange): TypingStep['kind'] | null {
  if (isLetter(inserted)) return 'insert';
  return inserted === '' && isLetter(removed) ? 'delete' : null;
}

/** One sign as a person sees it, but for the end of a line. */
function isLetter(text: string): boolean {
  if (text === '' || text.includes('\n')) return false;
  // Two letters at once are a paste or a correction; an emoji or an accent of its own is one sign of several units.
  return text.length === 1 || [...new Intl.Segmenter('en-GB').segment(text)].length === 1;
}

function isMore(open: TypingStep, change: TextChange, now: number): boolean {
  if (now - open.time > pauseMs || kindOf(change) !== open.kind) return false;
  if (open.kind === 'delete') return change.at === open.at || change.at + change.removed.length === open.at;
  if (change.removed !== '' || change.at !== open.at) return false;
  return !open.isAfterSpace || /^\s/.test(change.inserted);
}

function stateAfter(
  { at, inserted }: TextChange,
  kind: TypingStep['kind'],
  time: number,
): Pick<TypingStep, 'at' | 'isAfterSpace' | 'time'> {
  return { at: kind === 'insert' ? at + inserted.length : at, isAfterSpace: /\s$/.test(inserted), time };
}
