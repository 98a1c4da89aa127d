// A button with the forms in which suggestions can be saved, under it.
import type { SuggestionId } from '../../../content/core/suggestion/model.ts';
import { Disclosure } from '../../notes/Disclosure.tsx';
import { suggestLeaveText } from '../../text/suggest-leave.ts';
import { exportFormats, exportSuggestions } from './export-actions.ts';

/** These suggestions, one or many. */
export function ExportMenu({ ids }: { readonly ids: readonly SuggestionId[] }) {
  return (
    <Disclosure name={suggestLeaveText.exports.menu(ids.length)} className="export-menu">
      {(close) =>
        exportFormats(ids.length).map((format) => (
          <button
            key={format}
            type="button"
            className="button export-row"
            onClick={() => {
              close();
              void exportSuggestions(ids, format);
            }}
          >
            <span>{suggestLeaveText.exports.formats[format].name}</span>
            <span className="export-hint">{suggestLeaveText.exports.formats[format].hint}</span>
          </button>
        ))
      }
    </Disclosure>
  );
}
