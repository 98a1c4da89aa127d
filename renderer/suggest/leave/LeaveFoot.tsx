// The dialog's buttons, and what became of them: on the way, refused with the reason and another way, sent, saved.
import { useEffect, useRef, useState } from 'react';
import { errorReference } from '../../../content/core/base/error.ts';
import type { AppError } from '../../api.ts';
import { settings } from '../../state/settings.ts';
import { useStore } from '../../state/use-store.tsx';
import { errorTexts } from '../../text/errors.ts';
import { shellText } from '../../text/shell.ts';
import { suggestLeaveText as text } from '../../text/suggest-leave.ts';
import { copiedSentence, copyText, saveAll, sendAll } from './leave-actions.ts';
import { canLeave, type LeaveState, type Outcome, ticked } from './leave-session.ts';

export function LeaveFoot({ state }: { readonly state: LeaveState }) {
  const ticks = useStore(ticked);
  const { values } = useStore(settings);
  const { phase, items, outcome, done } = state;
  const isReady = canLeave(state, ticks);
  const hasShare = values.shares.length > 0;
  const count = items.length;
  // Refused by the drop-box: the other way is the one to take.
  const isShut = outcome?.kind === 'refused' && outcome.error.code !== 'SUGGESTION_CHANGED';
  const [copied, setCopied] = useState('');
  const copy = async (): Promise<void> => setCopied(copiedSentence(await copyText(items.map(({ kept }) => kept.draft.suggestion))));
  return (
    <div className="leave-foot">
      {outcome && <OutcomeWords outcome={outcome} />}
      {(phase === 'sending' || phase === 'saving') && (
        <p role="status" className="leave-busy">
          {phase === 'sending' ? text.sending(done, count) : text.saving}
        </p>
      )}
      {phase === 'ready' && !isReady && count > 0 && (
        <p className="leave-soft" id="leave-not-yet">
          {text.notYet}
        </p>
      )}
      {!hasShare && <p className="leave-soft">{text.noShare}</p>}
      <p role="status" className="leave-copied">
        {copied}
      </p>
      <div className="leave-acts">
        {hasShare && <Act name={text.send(count)} isMain={!isShut} isOn={isReady} onPress={() => void sendAll()} />}
        <Act name={text.save(count)} isMain={!hasShare || isShut} isOn={isReady} onPress={() => void saveAll()} />
        <Act name={text.copy} isOn={isReady} onPress={() => void copy()} />
      </div>
    </div>
  );
}

interface ActProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly isMain?: boolean;
  readonly onPress: () => void;
}

/** Keeps its place in the order of Tab while it cannot be used, with the reason beside it. */
function Act({ name, isOn, isMain = false, onPress }: ActProps) {
  return (
    <button
      type="button"
      className={isMain ? 'button button-main' : 'button button-edge'}
      aria-disabled={!isOn}
      aria-describedby={isOn ? undefined : 'leave-not-yet'}
      onClick={() => isOn && onPress()}
    >
      {name}
    </button>
  );
}

/** Takes the focus: what happened is heard and seen before anything else is done. */
export function OutcomeWords({ outcome }: { readonly outcome: Outcome }) {
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each outcome is told once
  useEffect(() => box.current?.focus(), [outcome]);
  const lines = linesOf(outcome);
  return (
    <section className="leave-outcome" data-outcome={outcome.kind} ref={box} tabIndex={-1} aria-label={lines.title}>
      <p className="leave-outcome-title">{lines.title}</p>
      {lines.words.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {lines.reference !== null && <p className="leave-soft">{shellText.reference(lines.reference)}</p>}
    </section>
  );
}

function linesOf(outcome: Outcome): { readonly title: string; readonly words: readonly string[]; readonly reference: string | null } {
  switch (outcome.kind) {
    case 'sent':
      return { title: text.sentTitle(outcome.names.length), words: [text.sent(outcome.names), text.next], reference: null };
    case 'saved': {
      const { name, files, copied } = outcome;
      const words = files > 1 ? text.savedMany(name, files) : copied ? text.saved(name) : text.savedOnly(name);
      return { title: text.savedTitle, words: [words, text.next], reference: null };
    }
    case 'refused': {
      const { title, body, nextStep } = refusal(outcome.error);
      const before = outcome.sent === 0 ? [] : [text.refusedAfter(outcome.sent)];
      return { title, words: [...before, body, nextStep], reference: errorReference(outcome.error.code) };
    }
  }
}

/** A folder that does not answer means another thing for sending than for reading. */
const refusal = ({ code }: AppError) => (code === 'SHARE_UNREACHABLE' || code === 'SHARE_DENIED' ? text.unreachable : errorTexts[code]);
