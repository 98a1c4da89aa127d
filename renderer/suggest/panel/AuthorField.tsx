// Who a suggestion comes from: asked once, kept with the settings, then one line with a way to change it.
import { useId, useState } from 'react';
import type { Author } from '../../../content/core/suggestion/model.ts';
import { changeSettings, isManaged, settings } from '../../state/settings.ts';
import { changeFields } from '../../state/suggestions.ts';
import { useStore } from '../../state/use-store.tsx';
import { suggestPanelText } from '../../text/suggest-page.ts';

interface Props {
  readonly author: Author;
  readonly locked: boolean;
}

export function AuthorField({ author, locked }: Props) {
  const [open, setOpen] = useState(author.force === '' || author.role === '');
  if (!open || locked)
    return (
      <div className="suggest-field">
        <span className="suggest-label">{suggestPanelText.who}</span>
        <p className="suggest-who">
          {[author.name, author.role, author.force].filter(Boolean).join(', ')}{' '}
          <button type="button" className="button button-text" onClick={() => setOpen(true)}>
            {suggestPanelText.changeWho}
          </button>
        </p>
      </div>
    );
  return <AuthorForm author={author} onDone={() => setOpen(false)} />;
}

function AuthorForm({ author, onDone }: { readonly author: Author; readonly onDone: () => void }) {
  const state = useStore(settings);
  const keep = (part: Partial<Author>): void => {
    const next = { ...author, ...part };
    changeFields({ author: next });
  };
  /** For the next suggestion as well. */
  const remember = (): void => {
    const { name, force, role } = tidy(author);
    changeFields({ author: { name, force, role } });
    void changeSettings({ authorName: name ?? '', authorForce: force, authorRole: role });
  };
  const isDone = author.force.trim() !== '' && author.role.trim() !== '';
  return (
    <fieldset className="suggest-field" onBlur={remember}>
      <legend>{suggestPanelText.who}</legend>
      <p className="suggest-hint">{suggestPanelText.whoHint}</p>
      <Line
        label={suggestPanelText.force}
        hint={isManaged(state, 'authorForce') ? suggestPanelText.managed : suggestPanelText.forceHint}
        value={author.force}
        locked={isManaged(state, 'authorForce')}
        needed
        onType={(force) => keep({ force })}
      />
      <Line
        label={suggestPanelText.role}
        hint={suggestPanelText.roleHint}
        value={author.role}
        locked={isManaged(state, 'authorRole')}
        needed
        onType={(role) => keep({ role })}
      />
      <Line
        label={suggestPanelText.name}
        hint=""
        value={author.name ?? ''}
        locked={isManaged(state, 'authorName')}
        needed={false}
        onType={(name) => keep({ name: name === '' ? null : name })}
      />
      <button
        type="button"
        className="button button-edge"
        aria-disabled={!isDone}
        onClick={() => {
          remember();
          if (isDone) onDone();
        }}
      >
        {suggestPanelText.save}
      </button>
    </fieldset>
  );
}

/** As a suggestion may carry it: one line without blanks at its ends. */
function tidy({ name, force, role }: Author): Author {
  const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return { name: name === null || line(name) === '' ? null : line(name), force: line(force), role: line(role) };
}

interface LineProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly locked: boolean;
  readonly needed: boolean;
  readonly onType: (text: string) => void;
}

// core/suggestion bounds a name, a force and a role so.
const longest = 120;

function Line({ label, hint, value, locked, needed, onType }: LineProps) {
  const id = useId();
  return (
    <div className="suggest-line">
      <label htmlFor={id}>
        {label} <span className="suggest-soft">({needed ? suggestPanelText.needed : suggestPanelText.optional})</span>
      </label>
      <input
        className="field"
        id={id}
        type="text"
        autoComplete="off"
        required={needed}
        maxLength={longest}
        readOnly={locked}
        aria-describedby={hint === '' ? undefined : `${id}-hint`}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
      {hint !== '' && (
        <p className="suggest-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
