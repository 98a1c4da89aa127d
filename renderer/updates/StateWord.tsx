// A state of a share or channel in one word, with its shape and a border.
import { ToneIcon } from '../shell/ToneIcon.tsx';
import type { Mark } from './updates-model.ts';

export function StateWord({ mark }: { readonly mark: Mark }) {
  return (
    <span className={`state state-tone-${mark.tone}`}>
      <ToneIcon tone={mark.tone} />
      {mark.word}
    </span>
  );
}
