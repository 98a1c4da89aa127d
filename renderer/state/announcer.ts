// What a screen reader is told without the focus moving. One message at a time; the same message twice is two
// messages, so the text changes by an invisible sign each time.
import { createStore } from './store.ts';

export const announcement = createStore('');
let odd = false;

export function announce(text: string): void {
  odd = !odd;
  announcement.set(text === '' ? '' : `${text}${odd ? '\u200b' : ''}`);
}
