import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBelow, moveBy, removeAt } from '../../../../renderer/suggest/page/block-acts.ts';
import { type BaseText, type Host, layOut, regionAt, regionOf } from '../../../../renderer/suggest/page/layout.ts';
import { putText, type Unit, unitsOf } from '../../../../renderer/suggest/page/regions.ts';

const parts = [
  'The first paragraph tells people what this is about.',
  '## What to do',
  '- Screenshot it first\n- Then hide it',
  'Leave criticism of police alone, however strong it may be.',
  'Ask the duty supervisor to decide, and record why.',
];
const source = `${parts.join('\n\n')}\n`;
const base: BaseText = { source, units: unitsOf(source) };
const unit = (at: number): Unit => base.units[at] as Unit;
const brief = (hosts: readonly Host[]) => hosts.map(({ kind, over, after, next }) => [kind, over, after, next]);
const changed = (at: number, text: string): string => putText(source, unit(at), text).source;

describe('what stands where', () => {
  test('nothing, where nothing is changed', () => {
    expect(layOut(base, source, null)).toEqual([]);
  });

  test('over a piece whose words are changed', () => {
    const next = 'Leave criticism of police alone, however strong it is.';
    expect(brief(layOut(base, changed(3, next), null))).toEqual([['changed', [3], null, next]]);
  });

  test('over a piece that was written anew, word for word', () => {
    expect(brief(layOut(base, changed(3, 'Nobody knows.'), null))).toEqual([['changed', [3], null, 'Nobody knows.']]);
  });

  test('over a piece that is removed, with where it would be put back', () => {
    const [host] = layOut(base, removeAt(source, unit(3)).source, null);
    expect([host?.kind, host?.over, host?.old, host?.from]).toEqual(['removed', [3], parts[3], unit(2).to]);
    const [first] = layOut(base, removeAt(source, unit(0)).source, null);
    expect([first?.kind, first?.from]).toEqual(['removed', -1]);
  });

  test('behind a piece, where something is added', () => {
    const { source: added, at } = addBelow(source, unit(1));
    const written = putText(added, at, 'A new paragraph with words of its own.').source;
    expect(brief(layOut(base, written, null))).toEqual([['added', [], 1, 'A new paragraph with words of its own.']]);
    expect(brief(layOut(base, `New words before everything.\n\n${source}`, null))).toEqual([
      ['added', [], null, 'New words before everything.'],
    ]);
  });

  test('at both ends of a move', () => {
    const moved = moveBy(source, unit(3), -1)?.source ?? '';
    const hosts = layOut(base, moved, null);
    expect(hosts.map(({ kind }) => kind).sort()).toEqual(['moved', 'moved-away']);
    expect(hosts.flatMap(({ origins }) => origins).every((at, _, all) => at === all[0])).toBe(true);
  });

  test('over a paragraph that was cut in two: one place', () => {
    const cut = changed(3, 'Leave criticism of police alone.\n\nHowever strong it may be.');
    const hosts = layOut(base, cut, null);
    expect(hosts[0]).toMatchObject({ kind: 'changed', over: [3] });
    expect(hosts.map(({ next }) => next).join('\n\n')).toBe('Leave criticism of police alone.\n\nHowever strong it may be.');
  });

  test('two that are added at one place, in the order in which they are read', () => {
    const written = source.replace('## What', 'New words, the first of two.\n\nOther words that come after them.\n\n## What');
    const hosts = layOut(base, written, null);
    expect(hosts.map(({ key }) => key).length).toBe(new Set(hosts.map(({ key }) => key)).size);
    expect(hosts.map(({ next }) => next.slice(0, 5))).toEqual(['New w', 'Other']);
  });
});

describe('while something is edited', () => {
  const region = (at: number) => ({ from: unit(at).from, to: unit(at).to, origins: [at], over: true });

  test('its editor stands over it, changed or not', () => {
    expect(brief(layOut(base, source, region(2)))).toEqual([['edit', [2], null, parts[2]]]);
    const put = putText(source, unit(2), '- Hide it');
    expect(layOut(base, put.source, { ...region(2), ...put.at })).toMatchObject([
      { kind: 'edit', over: [2], old: parts[2], next: '- Hide it' },
    ]);
  });

  test('an emptied piece keeps its place, and what stands around it is no change', () => {
    const put = putText(source, unit(1), '');
    expect(brief(layOut(base, put.source, { ...region(1), ...put.at }))).toEqual([['edit', [1], null, '']]);
  });

  test('an empty new paragraph has its editor behind the piece above', () => {
    const { source: added, at } = addBelow(source, unit(0));
    expect(brief(layOut(base, added, { ...at, origins: [], over: false }))).toEqual([['edit', [], 0, '']]);
  });

  test('several pieces are one', () => {
    const whole = { from: unit(2).from, to: unit(4).to, origins: [2, 3, 4], over: true };
    expect(layOut(base, source, whole)).toMatchObject([{ kind: 'edit', name: 'parts', over: [2, 3, 4], old: parts.slice(2).join('\n\n') }]);
  });

  test('a moved piece leaves a sign where it was', () => {
    const moved = moveBy(source, unit(3), -1);
    const hosts = moved && layOut(base, moved.source, { ...moved.at, origins: [3], over: false });
    expect(hosts?.map(({ kind, over, after }) => [kind, over, after])).toEqual([
      ['edit', [], 1],
      ['moved-away', [3], null],
    ]);
  });
});

describe('what would be edited', () => {
  test('at a place, and for a piece of the guide', () => {
    expect(regionAt(base, source, unit(2).from + 1)).toEqual({ from: unit(2).from, to: unit(2).to, origins: [2], over: true });
    expect(regionOf(base, source, 2, 2)).toEqual({ from: unit(2).from, to: unit(2).to, origins: [2], over: true });
    expect(regionOf(base, source, 2, 4)).toMatchObject({ from: unit(2).from, to: unit(4).to, origins: [2, 3, 4] });
  });

  test('of what was removed is nothing; of what is new has no origin', () => {
    expect(regionOf(base, removeAt(source, unit(3)).source, 3, 3)).toBeNull();
    const written = source.replace('## What', 'New words, of nobody else.\n\n## What');
    expect(regionAt(base, written, written.indexOf('New'))).toMatchObject({ origins: [], over: false });
    expect(regionAt(base, source, source.length + 5)).toBeNull();
  });
});

test('whatever the text becomes, every piece that is not shown as changed is there word for word', () => {
  const other = fc.array(fc.constantFrom(...parts, 'Words that nobody had.', '- Screenshot it first\n- Ask', '## What not to do'), {
    maxLength: 7,
  });
  fc.assert(
    fc.property(other, (rows) => {
      const next = `${rows.join('\n\n')}\n`;
      const hosts = layOut(base, next, null);
      const units = unitsOf(next).map(({ text }) => text);
      const touched = new Set(hosts.flatMap(({ origins }) => origins));
      base.units.forEach(({ text }, at) => {
        if (!touched.has(at)) expect(units).toContain(text);
      });
      // Everything of the new text is either the guide's own or shown.
      const shown = hosts.map(({ next: words }) => words).join('\n\n');
      for (const text of units) expect(parts.includes(text) || shown.includes(text)).toBe(true);
      expect(new Set(hosts.map(({ key }) => key)).size).toBe(hosts.length);
    }),
  );
});
