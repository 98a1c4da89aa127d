// The piece that brings CodeMirror: nothing else of the window may import what is behind it, except late as here.
export { RichEditor } from './RichEditor.tsx';
