// What stands at the foot of every printed sheet: which edition this is, who owns it, when it was printed.
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { facts } from '../state/library.ts';
import { editionDay, localDay } from '../text/dates.ts';
import { statusWords } from '../text/names.ts';
import { readerText } from '../text/reader.ts';
import { shellText } from '../text/shell.ts';

export function Stamp({ guide: { summary, pack, seal } }: { readonly guide: GuideDocument }) {
  return (
    <div className="stamp" aria-hidden="true">
      <div className="stamp-line">
        <strong>
          {shellText.app}: {summary.title}
        </strong>
        {` · ${pack.title} · ${readerText.version(summary.version)} (${statusWords[summary.status].toLowerCase()}) · `}
        {readerText.stampEdition(editionDay(seal.version))}
        {summary.group !== '' && ` · ${readerText.stampOwner(summary.group)}`}
        <br />
        {readerText.stampPrinted(localDay(facts.get().now))}
        {seal.demo && ` ${readerText.demo}`}
      </div>
    </div>
  );
}
