import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeDraft, openDraft, undoTyped } from '../../../../renderer/state/suggestions.ts';
import { baseNow, dropEditing, edit, editing, regionNow, stopEditing, typedText } from '../../../../renderer/suggest/page/editing.ts';
import { type Host, layOut, regionAt } from '../../../../renderer/suggest/page/layout.ts';
import { addParagraph, editPlace, goOn, joinWithNext, move, putBack, remove } from '../../../../renderer/suggest/page/piece-acts.ts';
import type { FakeBridge } from '../../../support/fake-bridge.ts';
import { openedDraft } from '../../../support/open-draft.ts';
import { idOf } from '../../../support/suggestions.ts';

const parts = [
  'The first paragraph is about this.',
  '## A heading',
  '- Screenshot it\n- Hide it',
  'Ask the duty supervisor.',
  'Record why it was hidden.',
];
const source = `${parts.join('\n\n')}\n`;
let bridge: FakeBridge;
const text = (): string => openDraft.get()?.source ?? '';
const openAt = (words: string): void => {
  const base = baseNow();
  const region = base && regionAt(base, text(), text().indexOf(words));
  if (region) edit(region, 'end');
};
const hosts = (): readonly Host[] => {
  const base = baseNow();
  return base ? layOut(base, text(), regionNow()) : [];
};
const hostOf = (kind: Host['kind']): Host => hosts().find((host) => host.kind === kind) as Host;
beforeEach(async () => {
  bridge = await openedDraft(idOf(930), source);
});
afterEach(async () => {
  dropEditing();
  await closeDraft();
  bridge.remove();
});

describe('each is one step of undo', () => {
  const acts: readonly (readonly [string, () => void])[] = [
    ['adding a paragraph', addParagraph],
    ['removing', remove],
    ['moving up', () => move(-1)],
    ['moving down', () => move(1)],
    ['joining', joinWithNext],
  ];
  test.each(acts)('%s', (_, press) => {
    openAt('Ask');
    press();
    expect(text()).not.toBe(source);
    undoTyped();
    expect(text()).toBe(source);
  });
});

test('what is moved stays open, again and again', () => {
  openAt('Ask');
  move(-1);
  move(-1);
  expect(text()).toBe(`${[parts[0], parts[3], parts[1], parts[2], parts[4]].join('\n\n')}\n`);
  expect(editing.get()?.text).toBe(parts[3]);
  typedText('Ask somebody.');
  expect(text()).toContain('Ask somebody.\n\n## A heading');
  stopEditing();
});

test('an arrow key goes on in the piece above or below, and stops at both ends', () => {
  openAt('Ask');
  goOn(1);
  expect([editing.get()?.text, editing.get()?.caret]).toEqual([parts[4], 'start']);
  goOn(1);
  expect(editing.get()?.text).toBe(parts[4]);
  goOn(-1);
  goOn(-1);
  expect([editing.get()?.text, editing.get()?.caret]).toEqual([parts[2], 'end']);
});

test('what cannot be moved or joined stays as it is', () => {
  openAt('The first');
  move(-1);
  joinWithNext();
  expect(text()).toBe(source);
});

describe('putting back', () => {
  test('words that were changed', () => {
    openAt('Ask');
    typedText('Ask anybody at all.');
    stopEditing();
    putBack(hostOf('changed'));
    expect(text()).toBe(source);
  });

  test('what is being edited', () => {
    openAt('Ask');
    typedText('Ask anybody at all.');
    putBack(hostOf('edit'));
    expect([text(), editing.get()]).toEqual([source, null]);
  });

  test.each(parts)('%j, removed', (part) => {
    openAt(part.slice(0, 8));
    remove();
    expect(text()).not.toContain(part);
    putBack(hostOf('removed'));
    expect(text()).toBe(source);
  });

  test('what was added', () => {
    openAt('Ask');
    addParagraph();
    typedText('New words of my own.');
    stopEditing();
    putBack(hostOf('added'));
    expect(text()).toBe(source);
  });

  test('what was moved, from either end', () => {
    for (const end of ['moved', 'moved-away'] as const) {
      openAt('Ask');
      move(-1);
      move(-1);
      stopEditing();
      putBack(hostOf(end));
      expect(text()).toBe(source);
    }
  });
});

test('a changed place is opened to be edited on, a removed one is not', () => {
  openAt('Ask');
  typedText('Ask anybody.');
  stopEditing();
  editPlace(hostOf('changed'));
  expect([editing.get()?.text, regionNow()?.origins]).toEqual(['Ask anybody.', [3]]);
  remove();
  editPlace(hostOf('removed'));
  expect(editing.get()).toBeNull();
});
