// CodeMirror's own rules as a style sheet that the document adopts. Its usual way is a <style> element, which the content
// policy refuses; a nonce would open the policy for every style that knows it, an adopted sheet opens nothing.
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

interface Module {
  getRules(): string;
}

/** The part of style-mod's class that CodeMirror calls, by which each view has its rules put in. */
interface Mounts {
  mount(root: unknown, modules: Module | readonly Module[]): void;
}

let sheet: CSSStyleSheet | null = null;
const mounted: Module[] = [];

/** Before the first view. Called again it does nothing. */
export function adoptStyles(): void {
  if (sheet) return;
  const adopted = new CSSStyleSheet();
  sheet = adopted;
  // First, so that our own style sheets stand over them.
  document.adoptedStyleSheets = [adopted, ...document.adoptedStyleSheets];
  const [any] = EditorState.create({ extensions: EditorView.theme({}) }).facet(EditorView.styleModule);
  const style = any?.constructor as unknown as Mounts;
  style.mount = (_root, modules) => {
    const wanted = [modules].flat() as readonly Module[];
    const fresh = wanted.filter((module) => !mounted.includes(module));
    if (fresh.length === 0) return;
    mounted.push(...fresh);
    adopted.replaceSync(mounted.map((module) => module.getRules()).join('\n'));
  };
}
