import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actsAt, addBelow, insertAfter, joinNext, moveBy, removeAt } from '../../../../renderer/suggest/page/block-acts.ts';
import { textAt, type Unit, unitsOf } from '../../../../renderer/suggest/page/regions.ts';

const front = '---\ntitle: A\n---\n';
const sample = `${front}\nOne.\n\n- a\n- b\n\nTwo.\n\nThree.[^1]\n\n[^1]: Note.\n`;
const unitAt = (source: string, at: number): Unit => unitsOf(source)[at] as Unit;
const texts = (source: string): readonly string[] => unitsOf(source).map(({ text }) => text);

describe('adding below', () => {
  test('makes an empty place that does not run together with anything', () => {
    const { source, at } = addBelow(sample, unitAt(sample, 0));
    expect(texts(`${source.slice(0, at.from)}New.${source.slice(at.to)}`)).toEqual([
      'One.',
      'New.',
      '- a\n- b',
      'Two.',
      'Three.[^1]',
      '[^1]: Note.',
    ]);
  });

  test('and taking it out again gives the file from before', () => {
    for (const unit of unitsOf(sample).slice(0, 3)) {
      const added = addBelow(sample, unit);
      expect(removeAt(added.source, added.at).source).toBe(sample);
    }
  });
});

describe('removing', () => {
  test('takes the empty lines under it along', () => {
    expect(removeAt(sample, unitAt(sample, 1)).source).toBe(`${front}\nOne.\n\nTwo.\n\nThree.[^1]\n\n[^1]: Note.\n`);
    expect(removeAt(sample, unitAt(sample, 0)).source).toBe(`${front}\n- a\n- b\n\nTwo.\n\nThree.[^1]\n\n[^1]: Note.\n`);
  });

  test('the last leaves the file with one line end', () => {
    expect(removeAt('One.\n\nTwo.\n', unitAt('One.\n\nTwo.\n', 1)).source).toBe('One.\n');
    expect(removeAt('One.', unitAt('One.', 0)).source).toBe('');
  });

  test('keeps what stood around it apart', () => {
    expect(texts(removeAt('One.\n## H\nTwo.\n', unitAt('One.\n## H\nTwo.\n', 1)).source)).toEqual(['One.', 'Two.']);
  });

  test('right under the front matter leaves that alone', () => {
    expect(removeAt(`${front}One.\n\nTwo.\n`, unitAt(`${front}One.\n\nTwo.\n`, 0)).source).toBe(`${front}Two.\n`);
  });

  test('never changes another piece', () => {
    const pieces = fc.array(fc.constantFrom('One.', '## H', '| A |\n| - |\n| 1 |', '```\ncode\n```', 'Two\nlines.'), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(pieces, fc.nat(), fc.constantFrom('\n', '\r\n'), fc.boolean(), (parts, pick, end, isEnded) => {
        const source = `${parts.join('\n\n')}${isEnded ? '\n' : ''}`.replaceAll('\n', end);
        const at = pick % parts.length;
        expect(texts(removeAt(source, unitAt(source, at)).source)).toEqual(parts.filter((_, index) => index !== at));
      }),
    );
  });
});

describe('putting in', () => {
  test('behind a piece, or first of all', () => {
    expect(texts(insertAfter(sample, unitAt(sample, 2), 'New.').source)[3]).toBe('New.');
    const first = insertAfter(sample, null, 'New.');
    expect(texts(first.source)[0]).toBe('New.');
    expect(textAt(first.source, first.at)).toBe('New.');
    expect(first.source.startsWith(front)).toBe(true);
  });

  test('into a guide without text', () => {
    expect(insertAfter(front, null, 'New.').source).toBe(`${front}New.\n`);
    expect(insertAfter('', null, 'New.').source).toBe('New.\n');
  });

  test('what was removed stands where it was', () => {
    const units = unitsOf(sample);
    for (const at of [1, 2, 3]) {
      const gone = removeAt(sample, units[at] as Unit).source;
      expect(insertAfter(gone, unitAt(gone, at - 1), units[at]?.text ?? '').source).toBe(sample);
    }
  });
});

describe('moving', () => {
  test('changes places with the neighbour, and back again gives the file from before', () => {
    const down = moveBy(sample, unitAt(sample, 0), 1);
    expect(down && texts(down.source)).toEqual(['- a\n- b', 'One.', 'Two.', 'Three.[^1]', '[^1]: Note.']);
    expect(down && textAt(down.source, down.at)).toBe('One.');
    expect(down && moveBy(down.source, down.at, -1)?.source).toBe(sample);
  });

  test('ends at the first, at the last and before the notes', () => {
    expect(moveBy(sample, unitAt(sample, 0), -1)).toBeNull();
    expect(moveBy(sample, unitAt(sample, 3), 1)).toBeNull();
    expect(moveBy(sample, unitAt(sample, 4), -1)).toBeNull();
  });

  test('does not make a paragraph part of a list', () => {
    const source = 'One.\n- a\n\nTwo.\n';
    const moved = moveBy(source, unitAt(source, 0), 1);
    expect(moved && texts(moved.source)).toEqual(['- a', 'One.', 'Two.']);
  });
});

describe('joining', () => {
  test('makes one paragraph, or one list, of two', () => {
    const joined = joinNext(sample, unitAt(sample, 2));
    expect(joined && texts(joined.source)).toEqual(['One.', '- a\n- b', 'Two. Three.[^1]', '[^1]: Note.']);
    expect(joined && textAt(joined.source, joined.at)).toBe('Two. Three.[^1]');
    const lists = joinNext('- a\n\n* b\n', unitAt('- a\n\n* b\n', 0));
    expect(lists?.source).toBe('- a\n* b\n');
  });

  test('does nothing with what does not go together', () => {
    expect(joinNext(sample, unitAt(sample, 0))).toBeNull();
    expect(joinNext(sample, unitAt(sample, 3))).toBeNull();
    expect(joinNext('- a\n\n1. b\n', unitAt('- a\n\n1. b\n', 0))).toBeNull();
  });
});

test('only what can be done is offered', () => {
  expect(actsAt(sample, unitAt(sample, 0))).toEqual({ up: false, down: true, join: false, below: true });
  expect(actsAt(sample, unitAt(sample, 2))).toEqual({ up: true, down: true, join: true, below: true });
  expect(actsAt(sample, unitAt(sample, 3))).toEqual({ up: true, down: false, join: false, below: true });
  expect(actsAt(sample, unitAt(sample, 4))).toEqual({ up: false, down: false, join: false, below: false });
});
