// Asked for before anything else of the window is loaded: what the first paint needs, and the letters it is set in.
// Imported first, so that both come while the rest of the scripts runs.
import { ask } from './api.ts';
import { createStore } from './state/store.ts';

/** Whether the text a person came for is on the screen. The panes beside it are drawn after that. */
export const textPainted = createStore(false);

export const firstReply = ask('app.start', {});

// The letters are local files: they are there long before this; should they not be, text matters more.
const lettersMs = 400;
export const letters = Promise.race([
  document.fonts.load('18px "Atkinson Hyperlegible Next"').catch(() => undefined),
  new Promise((resolve) => setTimeout(resolve, lettersMs)),
]);
