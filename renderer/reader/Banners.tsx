// What a reader must not miss about a guide: each with a word, a shape, a border of its own and a colour.
import type { GuideId } from '../../content/core/base/ids.ts';
import { PlaceLink } from '../shell/PlaceLink.tsx';
import { stateIcons } from '../shell/StateMark.tsx';
import { library } from '../state/library.ts';
import { readerText } from '../text/reader.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Banner } from './guide-model.ts';

export function Banners({ banners, replacedBy }: { readonly banners: readonly Banner[]; readonly replacedBy: GuideId | null }) {
  const replacement = replacedBy === null ? null : (library.get().guides.get(replacedBy) ?? null);
  return banners.map((banner) => (
    <div key={banner.kind} className={`banner banner-${banner.kind}`} role="note" aria-label={banner.word} data-banner={banner.kind}>
      <Icon of={stateIcons[banner.kind]} size={20} />
      <p>
        <span className="banner-word">{banner.word}.</span> {banner.sentence}
        {(banner.kind === 'withdrawn' || banner.kind === 'retired') && replacement && (
          <>
            {' '}
            <PlaceLink to={{ kind: 'guide', guide: replacement.id, target: null }}>
              {readerText.bannerReplaced(replacement.title)}
            </PlaceLink>
          </>
        )}
      </p>
    </div>
  ));
}
