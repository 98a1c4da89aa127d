import { expect, test } from 'vitest';
import { withSwitches } from '../../.ci/lib/mutant-switch.ts';
import { mutantsOf } from '../../.ci/lib/mutants.ts';

const changesOf = (source: string) => mutantsOf('x.ts', source, 1).map(({ from, text }) => `${from} -> ${text}`);

test('finds the small changes of a source, and none in its types', () => {
  const found = changesOf('export const f = (a: "t" | true): number => (a === "t" ? 1 : 2);');
  expect(found).toContain('a === "t" -> a !== "t"');
  expect(found).toContain('a === "t" -> true');
  expect(found).toContain('"t" -> ""');
  expect(found.some((change) => change.startsWith('true ->'))).toBe(false);
});

test('leaves names, what is called and chains whole', () => {
  const found = changesOf('export const g = (a?: { b: { c: string } }) => a?.b.c.trim();');
  expect(found).toContain('a?.b.c.trim() -> a.b.c.trim()');
  expect(found.filter((change) => change.startsWith('a?.b ->'))).toEqual([]);
});

test('takes the names that every object has for what they are', () =>
  expect(changesOf('export const h = (n: number) => n.toString();').some((change) => change.includes('native code'))).toBe(false));

test('puts every change behind its own question, and an else keeps its if', () => {
  const source = 'function k(a) { if (a) one(); else two(); return a; }';
  const mutants = mutantsOf('x.ts', source, 1);
  const run = (active: number) => {
    const calls: string[] = [];
    Object.assign(globalThis, { mutantAsked: (id: number) => id === active });
    const k = new Function('one', 'two', `${withSwitches(source, mutants)} return k;`);
    for (const value of [true, false])
      k(
        () => calls.push('one'),
        () => calls.push('two'),
      )(value);
    return calls.join();
  };
  expect(run(0)).toBe('one,two');
  const idOf = (text: string, from: string) => mutants.find((mutant) => mutant.text === text && mutant.from === from)?.id ?? -1;
  expect(run(idOf('', 'one();'))).toBe('two');
  expect(run(idOf('false', 'a'))).toBe('two,two');
});
