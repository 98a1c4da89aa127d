// The tags of a note: each can be taken off, and another put on by typing it or choosing one in use.
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { announce } from '../state/announcer.ts';
import { onEscape } from '../state/overlays.ts';
import { useStore } from '../state/use-store.tsx';
import { notesCardText } from '../text/notes-card.ts';
import { Icon } from '../ui/Icon.tsx';
import { withoutTag, withTag } from './tag-edits.ts';
import { fetchTags, offeredTags, tagsInUse } from './tags-in-use.ts';

interface Props {
  readonly tags: readonly string[];
  readonly locked: boolean;
  readonly onChange: (tags: readonly string[]) => void;
}

export function TagField({ tags, locked, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(-1);
  const [open, setOpen] = useState(false);
  const list = useId();
  useStore(tagsInUse);
  const offered = open ? offeredTags(typed, tags) : [];
  const isOpen = offered.length > 0;
  useEffect(() => (isOpen ? onEscape(() => setOpen(false)) : undefined), [isOpen]);
  const add = (tag: string): void => {
    const next = withTag(tags, tag);
    setTyped('');
    setChosen(-1);
    if (!next) return;
    onChange(next);
    announce(notesCardText.tagAdded(next.at(-1) ?? ''));
  };
  const remove = (tag: string): void => {
    const next = withoutTag(tags, tag);
    if (!next) return;
    onChange(next);
    announce(notesCardText.tagRemoved(tag));
    field.current?.focus();
  };
  const key = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const last = tags.at(-1);
    if (by !== 0) {
      setOpen(true);
      // One more than there are: then the field itself is meant.
      setChosen((now) => ((now + 1 + by + offered.length + 1) % (offered.length + 1)) - 1);
    } else if (event.key === 'Enter' || event.key === ',') add(offered[chosen] ?? typed);
    else if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last);
    else return;
    event.preventDefault();
  };
  const optionId = (at: number): string => `${list}-${at}`;
  return (
    <fieldset className="note-tags" aria-label={notesCardText.tags}>
      {tags.map((tag) => (
        <span key={tag} className="chip note-tag-chip">
          {tag}
          {!locked && (
            <button
              type="button"
              className="chip-remove"
              aria-label={notesCardText.removeTag(tag)}
              title={notesCardText.removeTag(tag)}
              onClick={() => remove(tag)}
            >
              <Icon of={X} size={13} />
            </button>
          )}
        </span>
      ))}
      {!locked && (
        <span className="note-tag-add">
          <input
            ref={field}
            className="field note-tag-field"
            type="text"
            role="combobox"
            aria-label={notesCardText.addTag}
            placeholder={notesCardText.addTag}
            aria-expanded={isOpen}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && chosen >= 0 ? optionId(chosen) : undefined}
            spellCheck={false}
            value={typed}
            onFocus={() => {
              setOpen(true);
              void fetchTags();
            }}
            onBlur={() => {
              setOpen(false);
              // What was typed was meant.
              if (typed.trim() !== '') add(typed);
            }}
            onChange={(event) => {
              setTyped(event.target.value);
              setChosen(-1);
              setOpen(true);
            }}
            onKeyDown={key}
          />
          <span id={list} role="listbox" aria-label={notesCardText.tagsInUse} className="note-tag-list" hidden={!isOpen}>
            {offered.map((tag, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
              // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option
              <span
                key={tag}
                id={optionId(at)}
                role="option"
                aria-selected={at === chosen}
                className="note-tag-option"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => add(tag)}
              >
                {tag}
              </span>
            ))}
          </span>
        </span>
      )}
    </fieldset>
  );
}
