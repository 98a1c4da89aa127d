import { describe, expect, test } from 'vitest';
import type { BlockId } from '../../../content/core/base/ids.ts';
import type { GuideHit, SearchReply } from '../../../content/core/search/model.ts';
import * as model from '../../../renderer/search/search-model.ts';
import { channelId, guideId } from '../../support/library-samples.ts';

const block = 'b2345672' as BlockId;

function hit(id: string, sections: number): GuideHit {
  return {
    guide: guideId(id),
    channel: channelId('facebook'),
    title: id,
    titleMarks: [],
    sections: Array.from({ length: sections }, (_, index) => ({
      block: index === 0 ? null : block,
      heading: `section ${index}`,
      headingMarks: [],
      snippet: '',
      marks: [],
    })),
    more: 0,
  };
}

function reply(hits: readonly GuideHit[], own: Partial<SearchReply> = {}): SearchReply {
  return { hits, total: hits.length, correction: null, scope: { channels: [], unknown: [] }, indexing: null, empty: false, ...own };
}

const found = reply([hit('a', 2), hit('b', 1)]);
const asked = (text: string) => model.typed(model.emptySearch, text);

describe('typing', () => {
  test('every key is a new question', () => {
    const state = model.typed(asked('h'), 'hi');
    expect([state.text, state.asked, model.upToDate(state), state.open]).toEqual(['hi', 2, false, true]);
  });

  test('an empty box asks nothing and shows nothing', () => {
    const state = model.typed(model.answered(asked('hide'), 1, found), '  ');
    expect([state.reply, model.upToDate(state)]).toEqual([null, true]);
  });

  test('another word is corrected again', () => {
    expect(model.typed(model.exact(asked('coment'), true), 'comen').verbatim).toBe(false);
  });
});

describe('answers', () => {
  test('the newest is shown, with its best result chosen', () => {
    const state = model.moved(model.answered(asked('hide'), 1, found), 1);
    expect(state.selected).toBe(1);
    expect(model.answered(model.typed(state, 'hides'), 2, found).selected).toBe(0);
  });

  test('one that comes late never replaces a newer one', () => {
    const newer = model.answered(model.typed(asked('hi'), 'hid'), 2, found);
    expect(model.answered(newer, 1, reply([]))).toBe(newer);
    expect(model.failed(newer, 1, { code: 'UNEXPECTED', data: {} })).toBe(newer);
  });

  test('one that comes after the box was emptied is dropped', () => {
    const emptied = model.typed(asked('hi'), '');
    expect(model.answered(emptied, 1, found)).toBe(emptied);
  });

  test('one to a question that was never asked is dropped', () => {
    expect(model.answered(asked('hi'), 9, found).reply).toBeNull();
  });

  test('how far the reading has come is kept with the answer', () => {
    expect(model.answered(asked('hi'), 1, reply([], { indexing: { done: 3, of: 12 } })).progress).toEqual({ done: 3, of: 12 });
  });

  test('a question that was given up for a newer one changes nothing, also for who waits', () => {
    const { state } = model.entered(model.typed(asked('h'), 'hi'), 'open');
    expect(model.failed(state, 1, { code: 'CANCELLED', data: {} })).toBe(state);
    expect(model.failed(state, 1, { code: 'SEARCH_UNAVAILABLE', data: {} })).toBe(state);
    expect(model.failed(state, 2, { code: 'CANCELLED', data: {} })).toBe(state);
  });

  test('a fault takes the results away and says why', () => {
    const state = model.failed(asked('hi'), 1, { code: 'SEARCH_UNAVAILABLE', data: {} });
    expect([state.reply, state.error?.code, model.upToDate(state)]).toEqual([null, 'SEARCH_UNAVAILABLE', true]);
  });
});

describe('choosing', () => {
  const state = model.answered(asked('hide'), 1, found);

  test('runs over all sections and round the ends', () => {
    expect([model.moved(state, -1).selected, model.moved(model.moved(state, 2), 1).selected]).toEqual([2, 0]);
  });

  test('stays within what is there', () => {
    expect([model.chosen(state, 2).selected, model.chosen(state, 3).selected, model.chosen(state, -1).selected]).toEqual([2, 0, 0]);
    expect(model.moved(model.emptySearch, 1)).toBe(model.emptySearch);
  });

  test('a resting pointer chooses nothing', () => {
    expect([model.pointerMoved({ movementX: 0, movementY: 0 }), model.pointerMoved({ movementX: 0, movementY: 1 })]).toEqual([false, true]);
  });
});

describe('Enter', () => {
  test('opens the chosen row at its exact block', () => {
    const { row } = model.entered(model.moved(model.answered(asked('hide'), 1, found), 1), 'open');
    expect(row && model.placeOf(row)).toEqual({ guide: 'a', target: block });
  });

  test('before the answer has come waits for it', () => {
    const { state, row } = model.entered(asked('hide'), 'keep');
    expect([row, state.waiting]).toEqual([null, 'keep']);
    expect(model.entered(model.answered(state, 1, found), 'keep').row?.hit.guide).toBe('a');
  });

  test('goes on waiting while the guides are still being read', () => {
    const { state } = model.entered(asked('hide'), 'open');
    const early = model.entered(model.answered(state, 1, reply([], { indexing: { done: 3, of: 12 } })), 'open');
    expect([early.row, early.state.waiting]).toEqual([null, 'open']);
    const late = model.entered(model.answered(model.asking(early.state), 2, found), 'open');
    expect([late.row?.hit.guide, late.state.waiting]).toEqual(['a', null]);
  });

  test('typing on forgets that one waited', () => {
    expect(model.typed(model.entered(asked('hide'), 'open').state, 'hides').waiting).toBeNull();
  });

  test('in an empty box does nothing', () => {
    expect(model.entered(model.emptySearch, 'open')).toEqual({ state: model.emptySearch, row: null });
  });

  test('without results opens nothing', () => {
    expect(model.entered(model.answered(asked('geofence'), 1, reply([])), 'open').row).toBeNull();
  });
});

test('ticking a channel asks again, ticking it twice takes it off', () => {
  const facebook = channelId('facebook');
  const once = model.toggled([], facebook);
  expect([once, model.toggled(once, facebook)]).toEqual([['facebook'], []]);
  expect(model.scoped(asked('hide'), once).asked).toBe(2);
});
