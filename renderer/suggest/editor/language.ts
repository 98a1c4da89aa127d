// Our markdown as CodeMirror keeps it: parsed again only where it changed.
import { defineLanguageFacet, Language, languageDataProp, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { grammar } from './grammar.ts';
import { type Piece, piecesIn } from './markup.ts';

const data = defineLanguageFacet();
export const markdown = new Language(data, grammar.configure({ props: [languageDataProp.add({ Document: data })] }), [], 'markdown');

export const pieces = (state: EditorState, from: number, to: number): readonly Piece[] =>
  piecesIn(syntaxTree(state), (start, end) => state.sliceDoc(start, end), from, to);
