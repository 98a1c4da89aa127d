// The file that would leave and what is in it, to the byte: names, sizes, and the exact text of each text one click away.
import type { BundlePreview } from '../../../electron/ipc/suggestion-replies.ts';
import { suggestLeaveText as text } from '../../text/suggest-leave.ts';
import { size } from '../../text/suggest-leave-files.ts';

export function LeaveFiles({ preview }: { readonly preview: BundlePreview }) {
  return (
    <section className="leave-files" aria-label={text.files}>
      <h4 className="leave-files-title">{text.files}</h4>
      <p className="leave-soft leave-files-name">{text.filesIn(preview.name, size(preview.bytes))}</p>
      <ul>
        {preview.files.map(({ name, bytes, text: words }) => (
          <li key={name}>
            {words === null ? (
              <p className="leave-file">
                <span>{name}</span>
                <span className="leave-soft">
                  {size(bytes)}. {text.notText}
                </span>
              </p>
            ) : (
              <details>
                <summary className="leave-file">
                  <span>{name}</span>
                  <span className="leave-soft">
                    {size(bytes)}. {text.fileText}
                  </span>
                </summary>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus */}
                <section className="leave-exact" tabIndex={0} aria-label={text.fileTextOf(name)}>
                  <pre>{words}</pre>
                </section>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
