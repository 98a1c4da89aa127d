import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeDraft, openDraft, redoTyped, steppedDraft, undoTyped } from '../../../../renderer/state/suggestions.ts';
import { addBelow } from '../../../../renderer/suggest/page/block-acts.ts';
import {
  act,
  afterStep,
  baseNow,
  dropEditing,
  edit,
  editing,
  layoutVersion,
  regionNow,
  stopEditing,
  typedText,
} from '../../../../renderer/suggest/page/editing.ts';
import { regionAt } from '../../../../renderer/suggest/page/layout.ts';
import type { FakeBridge } from '../../../support/fake-bridge.ts';
import { openedDraft } from '../../../support/open-draft.ts';
import { idOf } from '../../../support/suggestions.ts';

const source = 'One paragraph.\n\nTwo paragraphs.\n\nThree paragraphs.\n';
let bridge: FakeBridge;
const text = () => openDraft.get()?.source;
const openAt = (words: string): void => {
  const base = baseNow();
  const region = base && regionAt(base, text() ?? '', (text() ?? '').indexOf(words));
  if (region) edit(region, 'end');
};
const stepped = (): void => {
  const step = steppedDraft.get();
  if (step) afterStep(step.before, step.after);
};
beforeEach(async () => {
  bridge = await openedDraft(idOf(920), source);
});
afterEach(async () => {
  dropEditing();
  await closeDraft();
  bridge.remove();
});

describe('typing', () => {
  test('changes the stretch alone, and the page is not laid out anew', () => {
    openAt('Two');
    const version = layoutVersion.get();
    typedText('Two paragraphs, now longer.');
    typedText('Two paragraphs, now longer.\n\nAnd another.');
    expect(text()).toBe(source.replace('Two paragraphs.', 'Two paragraphs, now longer.\n\nAnd another.'));
    expect(layoutVersion.get()).toBe(version);
    expect(regionNow()).toMatchObject({ origins: [1], over: true });
  });

  test('goes on in another place after that is opened', () => {
    openAt('Two');
    typedText('Two.');
    openAt('Three');
    typedText('Three.');
    expect(text()).toBe('One paragraph.\n\nTwo.\n\nThree.\n');
  });
});

describe('what is left empty', () => {
  test('goes when it is closed, and can be undone', () => {
    openAt('Two');
    typedText('');
    stopEditing();
    expect(text()).toBe('One paragraph.\n\nThree paragraphs.\n');
    expect([undoTyped(), undoTyped(), text()]).toEqual([true, true, source]);
  });

  test('does not put off what is opened after it', () => {
    act(addBelow(source, { from: 0, to: 14 }), { origins: [], over: false }, 'start');
    openAt('Three');
    typedText('Three.');
    expect(text()).toBe('One paragraph.\n\nTwo paragraphs.\n\nThree.\n');
  });
});

describe('a step that is undone', () => {
  test('where one is puts the text before into the editor, with the caret there', () => {
    openAt('Two');
    const place = editing.get()?.place;
    typedText('Two paragraphs. More');
    undoTyped();
    stepped();
    expect(editing.get()).toMatchObject({ place, reset: 1, text: 'Two paragraphs.', caret: { from: 15, to: 15 } });
    redoTyped();
    stepped();
    expect(editing.get()).toMatchObject({ place, reset: 2, text: 'Two paragraphs. More', caret: { from: 20, to: 20 } });
  });

  test('elsewhere opens that place', () => {
    openAt('Two');
    typedText('Two.');
    openAt('Three');
    undoTyped();
    stepped();
    expect([editing.get()?.text, regionNow()?.origins]).toEqual(['Two paragraphs.', [1]]);
  });

  test('with nothing open opens the place as well', () => {
    openAt('Two');
    typedText('Two.');
    stopEditing();
    undoTyped();
    stepped();
    expect(editing.get()?.text).toBe('Two paragraphs.');
  });
});

test('a button is one step, and what it is about is edited on', () => {
  act(addBelow(source, { from: 0, to: 14 }), { origins: [], over: false }, 'start');
  expect([editing.get()?.text, regionNow()?.origins]).toEqual(['', []]);
  typedText('New.');
  expect(text()).toBe(source.replace('One paragraph.', 'One paragraph.\n\nNew.'));
});

test('dropped, nothing is edited and nothing is changed', () => {
  openAt('Two');
  typedText('');
  dropEditing();
  expect([editing.get(), regionNow(), text()]).toEqual([null, null, 'One paragraph.\n\n\n\nThree paragraphs.\n']);
});
