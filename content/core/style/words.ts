// Words that cost a tired reader time, with what to write instead; and words that are only true on the day they are
// written. Data: add a row and a line to the test.

export interface WordRule {
  readonly pattern: RegExp;
  /** What to write instead. */
  readonly instead: string;
}

const word = (words: string, instead: string): WordRule => ({ pattern: new RegExp(`\\b(?:${words})\\b`, 'giu'), instead });

/** After the list of words to avoid that GOV.UK publishes, and what officers said about police writing. */
export const wordsToAvoid: readonly WordRule[] = [
  word('please', 'say what to do'),
  word('utili[sz]e[sd]?|utili[sz]ing|utili[sz]ation', 'use'),
  word('leverag(?:e[sd]?|ing)', 'use'),
  word('facilitat(?:e[sd]?|ing)', 'help, or say how'),
  word('ensur(?:e[sd]?|ing)', 'say who does what'),
  word('robust(?:ly)?', 'say what makes it strong'),
  word('stakeholders?', 'say who'),
  word('in order to', 'to'),
  word('prior to', 'before'),
  word('subsequent(?:ly)?(?: to)?', 'after, then'),
  word('going forward', 'from when'),
  word('regarding|with regards? to|in respect of', 'about'),
  word('commenc(?:e[sd]?|ing|ement)', 'start'),
  word('terminat(?:e[sd]?|ing)', 'end'),
  word('endeavou?r(?:s|ed|ing)?', 'try'),
  word('purchas(?:e[sd]?|ing)', 'buy'),
  word('via', 'by, through'),
  word('per annum', 'a year'),
  word('simply|just|eas(?:y|ily)|obviously|of course', 'leave it out: it may not be for the reader'),
  word('deep dive|best practice|game.?chang(?:er|ing)|one.stop shop|holistic(?:ally)?|synerg(?:y|ies)|paradigm', 'say what is meant'),
  word('and/or', 'one of the two, or "or both"'),
  { pattern: /\b(?:e\.g\.|i\.e\.|etc\.?)(?!\p{L})/giu, instead: 'for example, that is, and so on' },
  { pattern: /!(?=\s|["”’)]|$)/gu, instead: 'a full stop' },
];

/** True on the day and on no other: a guide says the date instead. */
export const undatedWords: readonly WordRule[] = [
  word('recently|currently|nowadays|at present|at the moment|these days|to date', 'the date'),
  word('latest|newest|up.to.date', 'the date, or the edition'),
  word('last (?:year|month|week)|this (?:year|month)|next (?:year|month)', 'the year or the month'),
  word('soon|shortly', 'by when'),
];

/** A date as people in the United Kingdom write it has the month in words; figures alone are read in two ways. */
export const figureDates: readonly RegExp[] = [/\b\d{4}-\d{2}-\d{2}\b/g, /\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b/g];
