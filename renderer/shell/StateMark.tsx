// A guide's state as shape, word and colour; in lists only its shape and a name.
import { BadgeCheck, Ban, Clock, type LucideIcon, MessagesSquare, PencilLine, ShieldQuestionMark } from 'lucide-react';
import type { GuideStatus } from '../../content/core/guide/model.ts';
import type { BannerKind } from '../reader/guide-model.ts';
import { statusWords } from '../text/names.ts';
import { readerText } from '../text/reader.ts';
import { Icon } from '../ui/Icon.tsx';

export const stateIcons: Readonly<Record<BannerKind | 'approved', LucideIcon>> = {
  draft: PencilLine,
  consultation: MessagesSquare,
  approved: BadgeCheck,
  withdrawn: Ban,
  retired: Ban,
  overdue: Clock,
  unverified: ShieldQuestionMark,
  unconfirmed: Clock,
  unreviewed: Clock,
};

export const stateWords: Readonly<Record<BannerKind | 'approved', string>> = {
  ...statusWords,
  retired: readerText.bannerRetired('').word,
  overdue: readerText.bannerOverdue('', '').word,
  unverified: readerText.bannerUnverified.word,
  unconfirmed: readerText.bannerUnconfirmed('').word,
  unreviewed: readerText.bannerUnreviewed('').word,
};

export function StateMark({ state }: { readonly state: BannerKind | GuideStatus }) {
  return (
    <span className={`state state-${state}`}>
      <Icon of={stateIcons[state]} size={14} />
      {stateWords[state]}
    </span>
  );
}
