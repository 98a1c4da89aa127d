// The rules for words on screen, as a check: British spelling, no exclamation marks, no begging, no boasting, none of
// our own jargon or of git's. Walks a table of texts and calls those that are functions with likely arguments.
import { expect } from 'vitest';

const forbidden: readonly (readonly [RegExp, string])[] = [
  [/!/, 'exclamation mark'],
  [/\bplease\b/i, 'please'],
  [/\boops\b/i, 'oops'],
  [/\bsuccessful/i, 'successfully'],
  [/\b(?:color|center|organiz|behavior|license[sd]?)\b/i, 'not British'],
  [/\b(?:merge|commit|branch|repository|cache|blob|digest|metadata|IPC|renderer|timeout)\b/i, 'jargon'],
  [/\bundefined\b|\bNaN\b|\[object/, 'a hole in the sentence'],
  [/ {2}/, 'two spaces'],
  [/'/, 'a straight apostrophe'],
];

// Every text function takes one of these at each place; what does not fit its type is only printed.
const days = ['2026-03-03', '2026-11-22', '2026-11-22T09:14:00Z'];

export function sentencesIn(value: unknown, name = ''): readonly (readonly [name: string, sentence: string])[] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value === 'function') return sentencesIn(said(value as (...args: unknown[]) => unknown), name);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => sentencesIn(inner, name === '' ? key : `${name}.${key}`));
  return [];
}

/** Which arguments a function takes is seen from the first that make a whole sentence. */
function said(speak: (...args: unknown[]) => unknown): unknown {
  const sets: readonly (readonly unknown[])[] = [
    [days[0], days[1]],
    [3, 5],
    [['Facebook', 'X'], 2, 5],
    ['Facebook', 3],
    ['moderation'],
    [days[2], days[2]],
  ];
  for (const args of sets) {
    try {
      const sentence = speak(...args);
      const whole = JSON.stringify(sentence);
      if (whole && !/undefined|NaN|\[object/.test(whole)) return sentence;
    } catch {
      // Not for these arguments.
    }
  }
  return '';
}

/** Names of the texts that break a rule, with the rule. `except`: names that hold keys or code, not sentences. */
export function checkWords(table: unknown, except: RegExp = /^$/): void {
  const broken = sentencesIn(table).flatMap(([name, sentence]) =>
    except.test(name) ? [] : forbidden.filter(([pattern]) => pattern.test(sentence)).map(([, rule]) => `${name}: ${rule}: ${sentence}`),
  );
  expect(broken).toEqual([]);
  expect(sentencesIn(table).filter(([name, sentence]) => sentence === '' && !except.test(name))).toEqual([]);
}
