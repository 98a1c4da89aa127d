// What is drawn in place of a sign: a bullet or number, a box, a callout's word, a footnote's label.
import { Decoration, WidgetType } from '@codemirror/view';
import type { CalloutKind } from '../../../content/core/guide/model.ts';
import { calloutIcon } from '../../reader/callout-icon.tsx';
import { calloutWords } from '../../text/names.ts';

class Sign extends WidgetType {
  readonly key: string;
  readonly draw: () => HTMLElement;
  constructor(key: string, draw: () => HTMLElement) {
    super();
    this.key = key;
    this.draw = draw;
  }
  override eq(other: Sign): boolean {
    return other.key === this.key;
  }
  override toDOM(): HTMLElement {
    return this.draw();
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

/** One object for each key: CodeMirror compares by it. */
function signs<Args extends readonly unknown[]>(name: string, draw: (...args: Args) => HTMLElement): (...args: Args) => Decoration {
  return (...args) => Decoration.replace({ widget: new Sign(`${name} ${args.join(' ')}`, () => draw(...args)) });
}

function span(className: string, text = ''): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

export const bulletSign = signs('bullet', (label: string) => span(/\d/.test(label) ? 'ed-number' : 'ed-bullet', label));

export const boxSign = signs('box', (done: boolean) => {
  const box = span(done ? 'ed-box ed-box-done' : 'ed-box');
  return box;
});

export const calloutSign = signs('callout', (kind: CalloutKind, titled: boolean) => {
  const word = span('ed-callout-word');
  word.append(calloutIcon(kind), `${calloutWords[kind]}${titled ? ':' : ''}`);
  return word;
});

export const footnoteSign = signs('footnote', (label: string, opens: boolean) =>
  span(opens ? 'ed-footnote ed-footnote-opens' : 'ed-footnote', label),
);
