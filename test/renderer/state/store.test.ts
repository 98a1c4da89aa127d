import { expect, test } from 'vitest';
import { createStore } from '../../../renderer/state/store.ts';

test('listeners hear of another value, and only of another', () => {
  const store = createStore(1);
  let heard = 0;
  const stop = store.subscribe(() => (heard += 1));
  store.set(1);
  store.update((value) => value + 1);
  stop();
  store.set(9);
  expect([heard, store.get()]).toEqual([1, 9]);
});

test('a listener may leave while it is being told', () => {
  const store = createStore('a');
  const told: string[] = [];
  const stop = store.subscribe(() => {
    told.push('first');
    stop();
  });
  store.subscribe(() => told.push('second'));
  store.set('b');
  store.set('c');
  expect(told).toEqual(['first', 'second', 'second']);
});
