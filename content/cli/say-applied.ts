// What `guides apply` did, in words and as JSON. Of a conflict the three texts are shown with the line of the sources, so
// that an editor can write one out of them.
import type { Sha256 } from '../core/base/ids.ts';
import type { Applied } from '../core/suggestion/apply.ts';
import type { AnswerEvent, Responses } from '../core/suggestion/responses.ts';
import { printable } from './terminal.ts';

export interface Outcome {
  readonly state: AnswerEvent['state'];
  /** Of those whose words go into the sources. */
  readonly results: readonly Applied[];
  readonly texts: ReadonlyMap<string, string>;
  /** Answered in the very same way before. */
  readonly again: readonly Sha256[];
  readonly answered: readonly Sha256[];
  readonly responses: Responses;
  readonly isWritten: boolean;
}

const refusedWords = {
  'no-text': 'it is a comment, a question or support and has no text to apply: write the change yourself, then use --reword',
  'no-guide': 'there is no such guide in the sources',
  'file-there': 'there is a guide or file of that name in the sources already',
  'no-version': 'the version in the guide’s front matter is not a number such as 0.1',
} as const;

const stateWords: Readonly<Record<AnswerEvent['state'], string>> = {
  received: 'received',
  'in-review': 'in review',
  accepted: 'accepted',
  reworded: 'reworded',
  declined: 'declined',
};

const short = (digest: string): string => digest.slice(0, 8);

export function outcomeLines(outcome: Outcome, written: readonly string[]): readonly string[] {
  const { results, again, answered, state, isWritten, responses } = outcome;
  return [
    ...again.map((digest) => `${short(digest)} is ${stateWords[state]} already.`),
    ...(results.length === 0
      ? answered.map((digest) => `${short(digest)} ${stateWords[state]}.`)
      : results.flatMap((one) => resultLines(one, state))),
    ...(isWritten ? [] : ['Nothing was written: choose others, mend the guide, or use --each for those that fit.']),
    ...(isWritten && written.length === 0 ? ['Nothing was changed.'] : []),
    ...(written.length > 0 ? [`Written: ${written.map(printable).join(', ')}. ${responses.open.length} suggestions are open.`] : []),
  ];
}

function resultLines(result: Applied, state: AnswerEvent['state']): readonly string[] {
  const name = short(result.digest);
  switch (result.kind) {
    case 'fits':
      return [
        `${name} ${stateWords[state]} in ${printable(result.file)}, version ${printable(result.edition)}${result.isNew ? ' (a new guide: name it in pack.yml)' : ''}${result.isTaken ? ' (the text says so already)' : ''}.`,
        ...result.remarks.map((remark) =>
          remark.kind === 'link'
            ? `  look: the link ${printable(remark.kept)} stayed, ${printable(remark.dropped)} was suggested.`
            : `  look: a passage was removed that the guide had changed since: ${printable(remark.text)}`,
        ),
      ];
    case 'refused':
      return [`${name} REFUSED: ${refusedWords[result.why]}.`];
    case 'conflict':
      return result.places.flatMap(({ line, base, sources, suggested }) => [
        `${printable(result.file)}:${line}: CONFLICT with ${name}: both changed the same words.`,
        ...textLines('it began from', base),
        ...textLines('the guide says', sources),
        ...textLines('suggested is', suggested),
      ]);
    default:
      return result satisfies never;
  }
}

const textLines = (what: string, text: string): readonly string[] =>
  text === '' ? [`  ${what}: (nothing)`] : [`  ${what}:`, ...text.split('\n').map((line) => `    ${printable(line)}`)];

export function outcomeJson(outcome: Outcome, written: readonly string[]): object {
  const { results, again, answered, state, isWritten, responses } = outcome;
  return {
    ok: results.every(({ kind }) => kind === 'fits'),
    state,
    answered: isWritten ? answered : [],
    again,
    results,
    written,
    responses: { answers: responses.answers.length, open: responses.open.length },
  };
}
