// The window: bar, panes, page, status line, and what lies over them.
import { useEffect } from 'react';
import { textPainted } from './early.tsx';
import { Dialogs } from './help/deferred-dialogs.tsx';
import { ChannelPage } from './home/ChannelPage.tsx';
import { Home } from './home/Home.tsx';
import { SavedPage } from './home/SavedPage.tsx';
import { PlacingBar } from './notes/deferred-list.tsx';
import { NotesPage } from './notes/deferred-page.tsx';
import { FindBar } from './reader/FindBar.tsx';
import { GuidePage } from './reader/GuidePage.tsx';
import { Outline } from './reader/Outline.tsx';
import { Fault } from './shell/Fault.tsx';
import { Notices } from './shell/Notices.tsx';
import { Sidebar } from './shell/Sidebar.tsx';
import { StatusBar } from './shell/StatusBar.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { pageTitle, useArrival } from './shell/use-arrival.tsx';
import { useCommands } from './shell/use-commands.tsx';
import { goHome, navigation, retry } from './state/navigation.ts';
import { notify } from './state/notices.ts';
import { dialog, drawer, finding } from './state/overlays.ts';
import { settings } from './state/settings.ts';
import { useStore } from './state/use-store.tsx';
import { MissingGuide, SuggestionsPage } from './suggest/deferred.tsx';
import { Leaving } from './suggest/leave/Leaving.tsx';
import { missingGuide } from './suggest/one/missing-wish.ts';
import { readerText } from './text/reader.ts';
import { shellText } from './text/shell.ts';
import { UpdatesPage } from './updates/deferred-page.tsx';

export function App() {
  const { values, repaired } = useStore(settings);
  const over = useStore(drawer);
  const { guide, busy } = useStore(navigation);
  const open = useStore(dialog);
  const find = useStore(finding);
  const painted = useStore(textPainted);
  const missing = useStore(missingGuide);
  useCommands();
  useArrival();
  useEffect(() => {
    if (repaired) notify(shellText.settingsRepaired);
  }, [repaired]);
  return (
    <div className="shell" data-sidebar={values.sidebar ? 'on' : 'off'} data-outline={values.outline ? 'on' : 'off'}>
      <button type="button" className="skip button button-main" onClick={toText}>
        {shellText.skip}
      </button>
      <TopBar outline={guide !== null} />
      {painted ? <Sidebar asDrawer={over === 'sidebar'} /> : <div className="pane sidebar" />}
      <main className="main" id="main" data-pane="main" tabIndex={-1}>
        <div className="main-inner">
          <Page />
        </div>
      </main>
      {guide && (painted ? <Outline asDrawer={over === 'outline'} /> : <div className="pane outline" />)}
      <StatusBar />
      {find && <FindBar />}
      {painted && guide && <PlacingBar />}
      {busy && (
        <p className="busy" role="status">
          {readerText.loading}
        </p>
      )}
      <Notices />
      {open && <Dialogs name={open} />}
      {missing && <MissingGuide />}
      <Leaving />
    </div>
  );
}

function Page() {
  const { place, guide, failure } = useStore(navigation);
  if (failure)
    return (
      <>
        <h1 className="page-title">{pageTitle(place)}</h1>
        <div className="fault-page">
          <Fault error={failure} onRetry={() => void retry()} onHome={() => void goHome()} showLog />
        </div>
      </>
    );
  switch (place.kind) {
    case 'home':
      return <Home />;
    case 'saved':
      return <SavedPage />;
    case 'updates':
      return <UpdatesPage />;
    case 'notes':
      return <NotesPage />;
    case 'suggestions':
      return <SuggestionsPage />;
    case 'channel':
      return <ChannelPage key={place.channel} channel={place.channel} />;
    case 'guide':
      return guide && <GuidePage document={guide} />;
  }
}

function toText(): void {
  document.getElementById('main')?.focus();
}
