// The channels: which edition is held, how it stands, and the references for IT.
import type { SyncState } from '../../electron/ipc/replies.ts';
import { errorTexts } from '../text/errors.ts';
import { updatesText } from '../text/updates.ts';
import { StateWord } from './StateWord.tsx';
import { channelRows } from './updates-model.ts';

export function ChannelList({ state, now }: { readonly state: SyncState; readonly now: string }) {
  const rows = channelRows(state, now);
  return (
    <section className="update-part" aria-labelledby="updates-channels">
      <h2 className="section-title" id="updates-channels">
        {updatesText.channels}
      </h2>
      {rows.length === 0 && <p className="section-note">{updatesText.noChannels}</p>}
      <ul className="rows">
        {rows.map(({ channel, mark, facts, references }) => (
          <li key={channel.channel} className="row update-row" data-channel={channel.channel}>
            <div className="update-head">
              <h3 className="update-name">{channel.title}</h3>
              {mark && <StateWord mark={mark} />}
            </div>
            <p className="row-facts">
              {facts.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
              {references.map((reference) => (
                <span key={reference} className="update-reference">
                  {updatesText.reference(reference)}
                </span>
              ))}
            </p>
            {channel.status.error && <p className="update-why">{errorTexts[channel.status.error.code].body}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
