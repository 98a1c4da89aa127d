// Everything of suggestions that comes after the first paint, as one piece: of many small ones the shared parts would be
// files of their own, and each file that the first paint needs costs a start. The editor is a second piece (editor/late.tsx).

// Not of suggestions, but with them: a piece of its own would cut those that the first paint needs into eight more.
export { CopyList } from '../copy/CopyList.tsx';
export { ExportMenu } from './leave/ExportMenu.tsx';
export { LeaveDialog } from './leave/LeaveDialog.tsx';
export { PrintedSuggestions } from './leave/PrintedSuggestions.tsx';
export { SuggestionsPage } from './list/SuggestionsPage.tsx';
export { MissingGuide } from './one/MissingGuide.tsx';
export { OthersLayer } from './others/OthersLayer.tsx';
export { SuggestHead, SuggestWaiting } from './page/SuggestHead.tsx';
export { SuggestLayer } from './page/SuggestLayer.tsx';
export { SuggestPane } from './panel/SuggestPane.tsx';
