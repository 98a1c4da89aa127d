// The line at the foot: what is held on this PC and how it was checked. Only what is known to be true.
import { facts, library } from '../state/library.ts';
import { goHome, navigation } from '../state/navigation.ts';
import { useSelected, useStore } from '../state/use-store.tsx';
import { shellText } from '../text/shell.ts';
import { statusLine } from './status-line.ts';

export function StatusBar() {
  const held = useStore(library);
  const { now, version } = useStore(facts);
  const guide = useSelected(navigation, (state) => state.guide);
  const line = statusLine(held.state, guide, now);
  return (
    <section className="status" data-pane="status" aria-label={shellText.status} tabIndex={-1}>
      <p>
        {line.held}
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
