// The line at the foot: what is true about updates, what is held on this PC and how it was checked. Only what is
// known to be true. It leads to the page with the details.
import { facts, library } from '../state/library.ts';
import { goHome, navigation } from '../state/navigation.ts';
import { settings } from '../state/settings.ts';
import { sync } from '../state/sync.ts';
import { useSelected, useStore } from '../state/use-store.tsx';
import { commandTexts } from '../text/commands.ts';
import { shellText } from '../text/shell.ts';
import { PlaceLink } from './PlaceLink.tsx';
import { statusLine } from './status-line.ts';
import { ToneIcon } from './ToneIcon.tsx';

export function StatusBar() {
  const held = useStore(library);
  const { now, version } = useStore(facts);
  const guide = useSelected(navigation, (state) => state.guide);
  const hasShares = useSelected(settings, (state) => state.values.shares.length > 0);
  const line = statusLine({ library: held.state, guide, now, sync: useStore(sync), hasShares });
  return (
    <section className="status" data-pane="status" aria-label={shellText.status} tabIndex={-1}>
      <p className="status-main">
        <PlaceLink to={{ kind: 'updates' }} className="status-link" title={`${commandTexts.updates.name} (${commandTexts.updates.keys})`}>
          {line.tone && <ToneIcon tone={line.tone} />}
          {line.main}
        </PlaceLink>
        {line.problems > 0 && (
          <>
            {' · '}
            <button type="button" className="button button-text" onClick={() => void goHome()}>
              {shellText.problems(line.problems)}
            </button>
          </>
        )}
      </p>
      <p>
        {line.demo && <strong>{shellText.demo}</strong>}
        {line.demo && line.edition !== null && ' · '}
        {line.edition}
      </p>
      <p className="status-version">v{version}</p>
    </section>
  );
}
