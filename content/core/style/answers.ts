// What authors answered to hints, as a file beside the guides: a hint that was thought about is not said again, and an
// answer to nothing is said, so that none outlives its text.
import { parseDocument } from 'yaml';
import type { Problem } from '../guide/model.ts';
import { quote } from '../guide/problem.ts';
import type { StyleAnswer } from './model.ts';

const fields = ['guide', 'rule', 'words', 'why'] as const;

/** @returns the answers and what is wrong with the file; never throws. */
export function readAnswers(
  text: string,
  file: string,
): { readonly answers: readonly StyleAnswer[]; readonly problems: readonly Problem[] } {
  const wrong = (line: number, message: string): Problem => ({ severity: 'error', rule: 'answers', file, line, field: null, message });
  const document = parseDocument(text, { schema: 'failsafe' });
  const [error] = document.errors;
  if (error) return { answers: [], problems: [wrong(error.linePos?.[0].line ?? 0, 'The answers cannot be read as YAML.')] };
  // An alias is the classic bomb, and nobody writes one by hand.
  if (/(?:^|[\s[{,-])[&*][\w-]/.test(text)) return { answers: [], problems: [wrong(0, 'The answers may not use anchors or aliases.')] };
  const list: unknown = document.toJS() ?? [];
  if (!Array.isArray(list)) return { answers: [], problems: [wrong(0, 'The answers are a list of guide, rule, words and why.')] };
  const answers: StyleAnswer[] = [];
  const problems: Problem[] = [];
  list.forEach((one: unknown, at) => {
    const value = (name: string): string => String((one as Record<string, unknown> | null)?.[name] ?? '').trim();
    const unknown = Object.keys((one ?? {}) as object).find((key) => !(fields as readonly string[]).includes(key));
    if (value('guide') === '' || value('rule') === '' || value('why') === '' || unknown !== undefined)
      problems.push(wrong(0, `Answer ${at + 1} says a guide, a rule and why, perhaps the words it is about, and nothing else.`));
    else answers.push({ guide: value('guide'), rule: value('rule'), words: value('words'), why: value('why') });
  });
  return { answers, problems };
}

/** Takes away the hints that are answered; errors and warnings cannot be answered. `idOf` gives the guide of a file. */
export function withoutAnswered(
  problems: readonly Problem[],
  answers: readonly StyleAnswer[],
  idOf: (file: string) => string | undefined,
  file: string,
): readonly Problem[] {
  const used = new Set<StyleAnswer>();
  const left = problems.filter((problem) => {
    const answer = answers.find(
      ({ guide, rule, words }) => guide === idOf(problem.file) && rule === problem.rule && problem.message.includes(words),
    );
    if (problem.severity !== 'hint' || !answer) return true;
    used.add(answer);
    return false;
  });
  const idle = answers.filter((answer) => !used.has(answer));
  return [
    ...left,
    ...idle.map(({ guide, rule, words }): Problem => {
      const about = words === '' ? '' : ` about ${quote(words)}`;
      return {
        severity: 'error',
        rule: 'answer-idle',
        file,
        line: 0,
        field: null,
        message: `Nothing asks for the answer of ${quote(guide)} to ${rule}${about}: take it out.`,
      };
    }),
  ];
}
