// What goes with a suggestion: what it is, its kind, why, evidence, urgency, who it comes from, and how to send it. Works on
// the open draft (state/suggestions.ts), on its guide and on its own page.
import { useId } from 'react';
import type { Urgency } from '../../../content/core/suggestion/model.ts';
import { suggestionKinds, urgencies } from '../../../content/core/suggestion/model.ts';
import type { OpenDraft } from '../../state/draft-session.ts';
import { changeFields, flushDraft, openDraft } from '../../state/suggestions.ts';
import { useStore } from '../../state/use-store.tsx';
import { kindNames, suggestPanelText, urgencyNames } from '../../text/suggest-page.ts';
import { AuthorField } from './AuthorField.tsx';
import { EvidenceField } from './EvidenceField.tsx';
import { MovedNotice } from './MovedNotice.tsx';
import { PanelFoot } from './PanelFoot.tsx';
import { choicesOf, lockOf, type ProposalKind } from './panel-model.ts';
import { SaveState } from './SaveState.tsx';

interface Props {
  /** Without it there is no button to close: the page has its own way back. */
  readonly onClose?: (() => void) | undefined;
}

export function SuggestPanel({ onClose }: Props) {
  const draft = useStore(openDraft);
  if (!draft) return null;
  const lock = lockOf(draft);
  const { fields, kept } = draft;
  const { kind } = kept.draft.suggestion.proposal;
  return (
    <form className="suggest-panel" onSubmit={(event) => event.preventDefault()} onBlur={() => void flushDraft()}>
      <SaveState draft={draft} />
      <MovedNotice draft={draft} />
      <fieldset className="suggest-fields" disabled={lock !== null}>
        <WhatField draft={draft} />
        {kind !== 'support' && (
          <Choice
            label={suggestPanelText.kind}
            value={fields.kind}
            names={kindNames}
            values={suggestionKinds}
            onChoose={(next) => changeFields({ kind: next })}
          />
        )}
        <WhyField draft={draft} kind={kind} />
        <EvidenceField draft={draft} />
        <Choice
          label={suggestPanelText.urgency}
          value={fields.urgency}
          names={urgencyNames}
          values={urgencies}
          onChoose={(urgency: Urgency) => changeFields({ urgency })}
        />
        <AuthorField author={fields.author} locked={lock !== null} />
      </fieldset>
      <PanelFoot draft={draft} lock={lock} onClose={onClose} />
    </form>
  );
}

function WhatField({ draft }: { readonly draft: OpenDraft }) {
  const choices = choicesOf(draft);
  const { kind } = draft.kept.draft.suggestion.proposal;
  const name = useId();
  const all: readonly ProposalKind[] = choices.length === 1 && kind === 'change' ? ['change', 'comment', 'question'] : choices;
  if (all.length === 1) return null;
  return (
    <fieldset className="suggest-field">
      <legend>{suggestPanelText.what}</legend>
      <div className="suggest-chips">
        {all.map((each) => (
          <label className="chip" key={each} title={choices.includes(each) ? undefined : suggestPanelText.hasChange}>
            <input
              type="radio"
              name={name}
              checked={each === kind}
              disabled={!choices.includes(each)}
              onChange={() => (each === 'comment' || each === 'question') && changeFields({ proposal: each })}
            />
            {suggestPanelText.whats[each]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string>({ label, value, values, names, onChoose }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className="suggest-field">
      <label htmlFor={id}>{label}</label>
      <select className="field" id={id} value={value} onChange={(event) => onChoose(event.target.value as T)}>
        {values.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
    </div>
  );
}

function WhyField({ draft, kind }: { readonly draft: OpenDraft; readonly kind: ProposalKind }) {
  const id = useId();
  const label = kind === 'comment' || kind === 'question' ? suggestPanelText.whyOf[kind] : suggestPanelText.why;
  const isNeeded = kind !== 'support';
  return (
    <div className="suggest-field">
      <label htmlFor={id}>
        {label} <span className="suggest-soft">({isNeeded ? suggestPanelText.needed : suggestPanelText.optional})</span>
      </label>
      <textarea
        className="field suggest-why"
        id={id}
        required={isNeeded}
        maxLength={suggestionWhy}
        aria-describedby={`${id}-hint`}
        value={draft.fields.why}
        onChange={(event) => changeFields({ why: event.target.value })}
      />
      <p className="suggest-hint" id={`${id}-hint`}>
        {suggestPanelText.whyHint}
      </p>
    </div>
  );
}

// core/suggestion bounds it so; more is not taken by the field.
const suggestionWhy = 20_000;
