// Asks for the channel and the title of a guide that is missing; its text is written on the suggestion's own page.
import { useId, useState } from 'react';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { library } from '../../state/library.ts';
import { useStore } from '../../state/use-store.tsx';
import { missingGuideText as text } from '../../text/suggest-list.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { beginMissing } from './missing-guide.ts';
import { missingGuide } from './missing-wish.ts';

export function MissingGuide() {
  const wish = useStore(missingGuide);
  return wish && <Ask channel={wish.channel} why={wish.why} />;
}

function Ask({ channel, why }: { readonly channel: ChannelId | null; readonly why: string }) {
  const { packs } = useStore(library);
  const all = [...packs.values()];
  const [chosen, choose] = useState<ChannelId | null>(channel ?? all[0]?.info.channel ?? null);
  const [title, setTitle] = useState('');
  const [name, where] = [useId(), useId()];
  const close = (): void => missingGuide.set(null);
  const isReady = chosen !== null && title.trim() !== '';
  return (
    <DialogFrame title={text.title} closeName={text.cancel} onClose={close}>
      <form
        className="suggest-missing-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void beginMissing(title.trim(), chosen, why === '' ? '' : text.why(why));
        }}
      >
        <div className="suggest-field">
          <label htmlFor={name}>{text.name}</label>
          <input
            className="field"
            id={name}
            required
            maxLength={120}
            // biome-ignore lint/a11y/noAutofocus: it is the first thing that is asked
            autoFocus
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <div className="suggest-field">
          <label htmlFor={where}>{text.channel}</label>
          <select className="field" id={where} value={chosen ?? ''} onChange={(event) => choose(event.target.value as ChannelId)}>
            {all.map(({ info }) => (
              <option key={info.channel} value={info.channel}>
                {info.title}
              </option>
            ))}
          </select>
        </div>
        <p className="suggest-row">
          <button type="submit" className="button button-main" aria-disabled={!isReady}>
            {text.begin}
          </button>
          <button type="button" className="button" onClick={close}>
            {text.cancel}
          </button>
        </p>
      </form>
    </DialogFrame>
  );
}
