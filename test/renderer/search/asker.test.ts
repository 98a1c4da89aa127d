import { expect, test } from 'vitest';
import { createAsker } from '../../../renderer/search/asker.ts';

function bench() {
  const waiting: { readonly request: string; answer(): void }[] = [];
  const answers: (readonly [number, string])[] = [];
  const asker = createAsker(
    (request: string) => new Promise<string>((resolve) => waiting.push({ request, answer: () => resolve(request.toUpperCase()) })),
    (number, reply) => answers.push([number, reply]),
  );
  const settle = async (index: number) => {
    waiting[index]?.answer();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { asker, waiting, answers, settle };
}

test('answers come with the number of their question', async () => {
  const { asker, answers, settle } = bench();
  asker.ask(7, 'hide');
  await settle(0);
  expect(answers).toEqual([[7, 'HIDE']]);
});

test('of what queues behind two, only the newest is sent', async () => {
  const { asker, waiting, answers, settle } = bench();
  for (const [index, text] of ['h', 'hi', 'hid', 'hide'].entries()) asker.ask(index + 1, text);
  expect(waiting.map((each) => each.request)).toEqual(['h', 'hi']);
  await settle(0);
  expect(waiting.map((each) => each.request)).toEqual(['h', 'hi', 'hide']);
  await settle(2);
  await settle(1);
  expect(answers).toEqual([
    [1, 'H'],
    [4, 'HIDE'],
    [2, 'HI'],
  ]);
});

test('one that never comes back does not stop the others', async () => {
  const { asker, answers, settle } = bench();
  asker.ask(1, 'stuck');
  asker.ask(2, 'a');
  await settle(1);
  asker.ask(3, 'b');
  await settle(2);
  expect(answers.map(([number]) => number)).toEqual([2, 3]);
});
