// The forms of a copy, and the tables of the guide, as one menu: arrows walk through it, a letter goes to what begins with it.
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { run } from '../state/commands.ts';
import { copyText } from '../text/copies.ts';
import { saveCopy, tableNames } from './copy-actions.tsx';

export interface CopyListProps {
  readonly guide: GuideDocument;
  /** Gives the focus back to the button. */
  readonly close: () => void;
}

const formats = ['word', 'pdf', 'html', 'markdown', 'text'] as const;

export function CopyList({ guide, close }: CopyListProps) {
  const tables = useMemo(() => tableNames(guide), [guide]);
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place(menu.current), []);
  useEffect(() => menu.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus(), []);
  const choose = (act: () => void) => () => {
    close();
    act();
  };
  const item = (name: string, hint: string, act: () => void) => (
    <button key={name} type="button" className="button copy-row" role="menuitem" tabIndex={-1} onClick={choose(act)}>
      <span className="copy-name">{name}</span>
      {hint !== '' && <span className="copy-hint">{hint}</span>}
    </button>
  );
  return (
    <div className="copy-list" role="menu" aria-label={copyText.button} ref={menu} onKeyDown={walk}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of a menu, not of fields */}
      <div role="group" aria-label={copyText.whole}>
        {formats.map((format) =>
          item(copyText.formats[format].name, copyText.formats[format].hint, () =>
            format === 'pdf' ? run('pdf') : void saveCopy(guide, format, null),
          ),
        )}
      </div>
      {tables.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a group of a menu, not of fields
        <div role="group" aria-label={copyText.tables} className="copy-tables">
          <p className="copy-group" aria-hidden="true">
            {copyText.tables}
          </p>
          {tables.map((name, nth) => item(name, '', () => void saveCopy(guide, 'csv', nth)))}
        </div>
      )}
    </div>
  );
}

/** Its right edge under that of its button, as far as the tools reach. */
function place(menu: HTMLElement | null): void {
  const tools = menu?.closest('.guide-tools')?.getBoundingClientRect();
  const button = menu?.parentElement?.getBoundingClientRect();
  if (!menu || !tools || !button) return;
  const left = Math.min(button.right - tools.left, tools.width) - menu.offsetWidth;
  menu.style.left = `${Math.max(0, left)}px`;
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey;
  const begins = (row: HTMLElement): boolean => (row.textContent ?? '').toLowerCase().startsWith(event.key.toLowerCase());
  const next = isLetter
    ? [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find(begins)
    : step === undefined
      ? undefined
      : rows.at(step % rows.length);
  if (step === undefined && !isLetter) return;
  event.preventDefault();
  event.stopPropagation();
  next?.focus();
}
