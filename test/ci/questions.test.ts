// The questions by which the search is measured must stay true while guides are edited: this fails where an answer was reworded
// or a new guide has no question.
import path from 'node:path';
import { expect, test } from 'vitest';
import { evaluateQuestions, readBundle, readQuestions } from '../eval/questions.ts';

const root = path.resolve(import.meta.dirname, '../..');
const questions = readQuestions(path.join(root, 'test/eval/questions.json'));
const folder = path.join(root, 'content/guides');
const { guides } = readBundle(folder);

test('every guide has a question that is asked, and every question is asked once', () => {
  const asked = new Set(questions.filter((question) => !question.held).map((question) => question.guide));
  expect(guides.map((guide) => guide.id as string).filter((id) => !asked.has(id))).toEqual([]);
  expect(new Set(questions.map((question) => question.ask)).size).toBe(questions.length);
});

test('every answer stands in one block of its guide', () => {
  const wrong = questions.filter((question) => {
    const blocks = guides.find((guide) => guide.id === question.guide)?.blocks ?? [];
    return !question.answer || blocks.filter((text) => text.includes(question.answer)).length !== 1;
  });
  expect(wrong).toEqual([]);
});

test('most guides that answer are among the first three, also for questions that nothing was mended for', () => {
  const { asked, held } = evaluateQuestions(questions, folder).result.ours;
  // The targets are measured by `npm run eval -- questions`; here it is enough that the search has not come apart.
  expect(asked.at3 / asked.of).toBeGreaterThan(0.85);
  expect(held.at3 / held.of).toBeGreaterThan(0.6);
});
