// Starts the window: asks for everything the first paint needs in one crossing, loads the letters meanwhile, draws
// once, and says when the first text is painted. What can wait is loaded after that.
// `early.tsx` stands first: what it asks for comes while the rest is loaded.
import { firstReply, letters, textPainted } from './early.tsx';
import './styles/main.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { logFault } from './api.ts';
import { App } from './app.tsx';
import { Dialogs } from './help/deferred-dialogs.tsx';
import { NotesLayer } from './notes/deferred-layer.tsx';
import { NotesPage } from './notes/deferred-page.tsx';
import { togglePrintNotes } from './notes/print-notes.ts';
import { keepingPlace } from './reader/scroll-place.tsx';
import { SearchPanel } from './search/deferred-panel.tsx';
import { followSettings } from './shell/appearance.ts';
import { StartFault } from './shell/StartFault.tsx';
import { handle } from './state/commands.ts';
import { startLibrary } from './state/library.ts';
import { startNavigation } from './state/navigation.ts';
import { startNotes } from './state/notes.ts';
import { startReading } from './state/reading.ts';
import { startSettings } from './state/settings.ts';
import { startSuggestions } from './state/suggestions.ts';
import { startSync } from './state/sync.ts';
import { SuggestLayer } from './suggest/deferred.tsx';
import { RegionEditor } from './suggest/editor/RegionEditor.tsx';
import { UpdatesPage } from './updates/deferred-page.tsx';

async function start(): Promise<void> {
  const [reply] = await Promise.all([firstReply, letters]);
  const root = createRoot(document.getElementById('root') as HTMLElement, {
    onUncaughtError: (thrown) => logFault('window', thrown),
    onCaughtError: (thrown) => logFault('window', thrown),
  });
  if (reply.ok) {
    startSettings(reply.value.settings);
    followSettings(keepingPlace);
    startLibrary(reply.value);
    startReading(reply.value.reading);
    startNavigation(reply.value.open);
    flushSync(() => root.render(<App />));
  } else flushSync(() => root.render(<StartFault error={reply.error} />));
  requestAnimationFrame(() => requestAnimationFrame(painted));
}

function painted(): void {
  document.documentElement.dataset.firstText = '1';
  performance.mark('first-text');
  textPainted.set(true);
  requestIdleCallback(loadTheRest);
}

/** Not needed for the first paint, but wanted at a key press. */
function loadTheRest(): void {
  void startSync();
  startNotes();
  startSuggestions();
  handle('print-notes', togglePrintNotes);
  void NotesLayer.preload();
  void NotesPage.preload();
  void SearchPanel.preload();
  void Dialogs.preload();
  void UpdatesPage.preload();
  void SuggestLayer.preload();
  // The largest piece comes last.
  requestIdleCallback(() => void RegionEditor.preload());
}

addEventListener('error', (event) => logFault('window', event.error));
addEventListener('unhandledrejection', (event) => logFault('window', event.reason));

void start();
