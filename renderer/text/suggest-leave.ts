// Words of suggestions that leave this PC: the dialog, the exports, and what stands in the files themselves.
import { counted } from './dates.ts';

export const suggestLeaveText = {
  exports: {
    menu: (count: number) => (count === 1 ? 'Export' : `Export ${counted(count, 'suggestion')}`),
    formats: {
      bundle: { name: 'Suggestion file', hint: 'For the working group, complete' },
      word: { name: 'Word', hint: 'With tracked changes' },
      pdf: { name: 'PDF', hint: 'To read and print' },
      html: { name: 'Web page (HTML)', hint: 'To read in any browser' },
      markdown: { name: 'Markdown', hint: 'Text for a wiki or an editor' },
      critic: { name: 'CriticMarkup', hint: 'The whole text with its changes marked' },
      copy: { name: 'Copy as text', hint: 'For an e-mail' },
    },
  },
} as const;
