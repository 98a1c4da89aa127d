// What is not needed for the first paint but is wanted at a key press: loaded when the window has nothing to do.
import './search/SearchPanel.tsx';
import './help/Dialogs.tsx';
import './reader/meta.ts';
