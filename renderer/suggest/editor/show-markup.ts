// Whether every sign of the markdown is shown as it is typed.
import { StateEffect, StateField } from '@codemirror/state';

export const setMarkup = StateEffect.define<boolean>();

export const showMarkup = StateField.define<boolean>({
  create: () => false,
  update: (shown, { effects }) => effects.reduce((now, effect) => (effect.is(setMarkup) ? effect.value : now), shown),
});
