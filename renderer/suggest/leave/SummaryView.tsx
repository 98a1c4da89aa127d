// A suggestion as the working group will read it: the words of `summary.html`, drawn by the window itself. Also for paper.
import type { DiffPart } from '../../../content/core/lineage/diff-words.ts';
import { leaveFilesText as text } from '../../text/suggest-leave-files.ts';
import type { Summary } from './summary-model.ts';

interface Props {
  readonly summary: Summary;
  /** Where it stands: headings below this one. */
  readonly level?: 2 | 3;
}

export function SummaryView({ summary, level = 3 }: Props) {
  const { title, intro, facts, why, passage, changesLabel, changes, evidence } = summary;
  const [Top, Part, Inner] = level === 2 ? (['h2', 'h3', 'h4'] as const) : (['h3', 'h4', 'h5'] as const);
  return (
    <article className="leave-summary">
      <Top className="leave-summary-title">{title}</Top>
      <p className="leave-soft">{intro}</p>
      <dl className="leave-facts">
        {facts.map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {why && (
        <>
          <Part>{why.label}</Part>
          <p className="leave-said">{why.text}</p>
        </>
      )}
      {passage !== null && (
        <>
          <Part>{text.passage}</Part>
          <blockquote className="leave-said">{passage}</blockquote>
        </>
      )}
      {changes.length > 0 && <Part>{changesLabel}</Part>}
      {changes.map(({ head, parts, notes }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
        <section className="leave-change" key={at}>
          <Inner>{head}</Inner>
          <p className="leave-said">
            <Parts parts={parts} />
          </p>
          {notes.length > 0 && (
            <ul className="leave-notes">
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <Part>{text.evidence}</Part>
      {evidence.length === 0 ? (
        <p className="leave-soft">{text.noEvidence}</p>
      ) : (
        <ol className="leave-evidence">
          {evidence.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
            <li key={at} className="leave-said">
              {item.kind === 'text' ? item.text.trim() : item.kind === 'link' ? item.href : text.file(item.name, item.bytes)}
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

// Screen readers say nothing of strikes and underlines: the words are beside them.
function Parts({ parts }: { readonly parts: readonly DiffPart[] }) {
  return parts.map(({ kind, text: words }, at) => {
    if (kind === 'same') return words;
    const Tag = kind === 'removed' ? 'del' : 'ins';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
      <span key={at}>
        <span className="hidden-words"> {kind === 'removed' ? text.deletes : text.inserts} </span>
        <Tag>{words}</Tag>
        <span className="hidden-words"> {text.ends} </span>
      </span>
    );
  });
}
