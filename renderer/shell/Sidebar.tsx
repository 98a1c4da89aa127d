// Channels and subjects with their guides: lists that open and close, nothing cleverer, so that every screen
// reader knows them.
import { Bookmark, House, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { HeldPack } from '../../electron/ipc/replies.ts';
import { library, orderedPacks } from '../state/library.ts';
import { navigation } from '../state/navigation.ts';
import { drawer } from '../state/overlays.ts';
import { reading } from '../state/reading.ts';
import { useSelected, useStore } from '../state/use-store.tsx';
import { shellText } from '../text/shell.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { PlaceLink } from './PlaceLink.tsx';
import { showInPane } from './show-in-pane.tsx';
import { TreePack } from './TreePack.tsx';

// With few guides everything is shown: nothing has to be opened to be found.
const openAllUpTo = 40;

export function Sidebar({ asDrawer }: { readonly asDrawer: boolean }) {
  const held = useStore(library);
  const place = useSelected(navigation, (state) => state.place);
  const shown = useSelected(navigation, (state) => state.guide);
  const saved = useSelected(reading, (state) => state.saved.length);
  const [toggled, setToggled] = useState<ReadonlyMap<ChannelId, boolean>>(new Map());
  const { channels, subjects } = orderedPacks(held.state.packs);
  const guide: GuideId | null = place.kind === 'guide' ? place.guide : null;
  const channel = place.kind === 'channel' ? place.channel : (shown?.summary.channel ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: wherever one goes, the tree shows it
  useEffect(() => showInPane('.sidebar'), [place]);
  const close = (): void => drawer.set(null);
  const isOpen = (id: ChannelId): boolean => toggled.get(id) ?? (held.state.guides.length <= openAllUpTo || id === channel);
  const part = (title: string, packs: readonly HeldPack[]) =>
    packs.length > 0 && (
      <div className="pane-part">
        <h2 className="pane-title">{title}</h2>
        <ul>
          {packs.map((pack) => (
            <TreePack
              key={pack.info.channel}
              pack={pack}
              guides={held.byChannel.get(pack.info.channel) ?? []}
              guide={guide}
              here={place.kind === 'channel' && place.channel === pack.info.channel}
              open={isOpen(pack.info.channel)}
              onToggle={(open) => setToggled(new Map(toggled).set(pack.info.channel, open))}
              onOpen={close}
            />
          ))}
        </ul>
      </div>
    );
  return (
    <nav className={`pane sidebar ${asDrawer ? 'pane-drawer' : ''}`} data-pane="sidebar" aria-label={shellText.sidebar} tabIndex={-1}>
      <IconButton icon={X} name={shellText.close} keys="Esc" className="pane-close" onPress={close} />
      <ul className="pane-part">
        <li className="tree-row">
          <PlaceLink to={{ kind: 'home' }} className="tree-link" aria-current={place.kind === 'home' ? 'page' : undefined} onOpen={close}>
            <Icon of={House} size={16} />
            <span className="tree-title">{shellText.home}</span>
          </PlaceLink>
        </li>
        <li className="tree-row">
          <PlaceLink to={{ kind: 'saved' }} className="tree-link" aria-current={place.kind === 'saved' ? 'page' : undefined} onOpen={close}>
            <Icon of={Bookmark} size={16} />
            <span className="tree-title">{shellText.saved}</span>
            {saved > 0 && <span className="tree-count">{saved}</span>}
          </PlaceLink>
        </li>
      </ul>
      {part(shellText.channels, channels)}
      {part(shellText.subjects, subjects)}
      {held.state.packs.length === 0 && <p className="pane-empty">{shellText.noChannels}</p>}
    </nav>
  );
}
