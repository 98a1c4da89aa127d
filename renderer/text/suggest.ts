// Words of suggestions that are seen everywhere: the place, its link, what a newer edition did to them.
import type { SuggestionsMoved } from '../../electron/ipc/suggestion-replies.ts';
import { counted } from './dates.ts';

export const suggestText = {
  title: 'My suggestions',
  link: 'My suggestions',
  linkWaiting: 'need a decision from you',
  look: 'Look',
  /** After an update, once. */
  moved: ({ carried, taken, conflicts, answered }: SuggestionsMoved): string =>
    [
      ...(answered.length > 0
        ? [`${counted(answered.length, 'suggestion')} of yours ${answered.length === 1 ? 'is' : 'are'} answered.`]
        : []),
      ...(carried + taken + conflicts > 0
        ? [
            `New edition, your drafts: ${[
              ...(carried > 0 ? [`${carried} moved with it`] : []),
              ...(taken > 0 ? [`${taken} already in it`] : []),
              ...(conflicts > 0 ? [`${conflicts} ${conflicts === 1 ? 'needs' : 'need'} a decision from you`] : []),
            ].join(', ')}.`,
          ]
        : []),
    ].join(' '),
} as const;
