// `guides apply`: the group's decision on suggestions goes into its sources: their words by three-way merge, the credit of
// their authors, and what is answered. All of the chosen fit, or nothing is written; `responses.json` is written last, so
// that a run that was stopped is simply run again.
import path from 'node:path';
import type { GuideId, Sha256 } from '../core/base/ids.ts';
import { encodeUtf8 } from '../core/base/utf8.ts';
import { draftStrict } from '../core/pack/draft.ts';
import { responsesName } from '../core/pack/index.ts';
import { sortSources } from '../core/pack/sources.ts';
import { answerAll, relativesOf } from '../core/suggestion/answer-all.ts';
import { type AppliedAll, applySuggestions, type SourceGuide } from '../core/suggestion/apply.ts';
import { writeResponsesSource } from '../core/suggestion/check-responses.ts';
import type { Entry } from '../core/suggestion/group.ts';
import { findPersonalData } from '../core/suggestion/personal-data.ts';
import { type AnswerEvent, latest, type Responses } from '../core/suggestion/responses.ts';
import { writeAtomic } from '../node/atomic-write.ts';
import { guidesOfSources } from '../node/newest-guides.ts';
import type { SourceFile } from '../node/source-folder.ts';
import { type ApplyWords, readApply } from './apply-options.ts';
import { UsageError } from './arguments.ts';
import { lineOf } from './build.ts';
import { applyHelp } from './help-suggestions.ts';
import { chooseEntries } from './inbox/choose.ts';
import { type OpenedInbox, readInbox } from './inbox/read-inbox.ts';
import { authorWords, logWords } from './inbox/words.ts';
import { isHelp, sayRefusal } from './publishing.ts';
import { packOfChannel } from './read-packs.ts';
import { type Outcome, outcomeJson, outcomeLines } from './say-applied.ts';
import { printable, type Terminal } from './terminal.ts';

/** @returns the exit code. Throws `UsageError`, INBOX_…, SHARE_…, SUGGESTION_NOT_FOUND and the system's errors. */
export async function apply(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (isHelp(args)) {
    terminal.out(applyHelp);
    return 0;
  }
  const today = now.toISOString().slice(0, 10);
  const words = readApply(args, today);
  const { pack } = packOfChannel(words.folder, words.channel);
  const root = path.join(words.folder, pack.prefix);
  const read = await readInbox({ ...words, files: pack.files, now }, terminal);
  if (!read.ok) return sayRefusal(read.error, words.isJson, terminal);
  const opened = read.value;
  const damaged = opened.problems.filter(({ rule }) => rule === 'responses');
  for (const problem of opened.problems) terminal.note(printable(lineOf(problem)));
  if (damaged.length > 0) throw new UsageError(`Mend ${responsesName} first: nothing was changed.`);
  if (findPersonalData(words.words).length > 0) terminal.note('What you say looks personal in places. Every reader can see it.');
  const chosen = words.named.length > 0 ? chooseEntries(opened.grouped.entries, words.named) : unanswered(opened);
  const outcome = decide(words, chosen, opened, pack.files, today);
  const written = outcome.isWritten ? await write(root, outcome, opened.responses) : [];
  if (words.isJson) terminal.out(JSON.stringify(outcomeJson(outcome, written)));
  else {
    for (const line of outcomeLines(outcome, written)) terminal.out(line);
    sayFaults(pack.files, outcome, opened, today, terminal);
  }
  return outcome.results.some(({ kind }) => kind !== 'fits') ? 1 : 0;
}

/** For --receive --all. */
function unanswered({ grouped, responses }: OpenedInbox): readonly Entry[] {
  const known = new Set(responses.answers.map(({ suggestion }) => suggestion));
  return grouped.entries.filter(({ digest }) => !known.has(digest));
}

function decide(words: ApplyWords, chosen: readonly Entry[], opened: OpenedInbox, files: readonly SourceFile[], today: string): Outcome {
  const { decision } = words;
  const state = decision.how === 'answer' ? decision.event.state : decision.how === 'accept' ? 'accepted' : 'reworded';
  const before = answersBefore(opened.responses);
  // Said already: a second run changes nothing, not even the day.
  const isSaid = ({ digest }: Entry): boolean => before.get(digest)?.state === state && before.get(digest)?.words === words.words;
  const again = chosen.filter(isSaid).map(({ digest }) => digest);
  const fresh = chosen.filter((entry) => !isSaid(entry));
  const { entries } = opened.grouped;
  if (decision.how === 'answer') {
    const events = new Map(fresh.map(({ digest }) => [digest, decision.event]));
    const responses = answerAll(opened.responses, entries, events);
    return { state, results: [], texts: new Map(), again, answered: [...events.keys()], responses, isWritten: true };
  }
  const applied = textsOf(words, decision.how, fresh, opened, files, today);
  const isWritten = words.isEach || applied.results.every(({ kind }) => kind === 'fits');
  const events = new Map(
    applied.results.flatMap((result): [Sha256, AnswerEvent][] => {
      if (result.kind !== 'fits') return [];
      const said = { on: today, words: words.words, edition: result.edition };
      return [[result.digest, decision.how === 'accept' ? { ...said, state: 'accepted' } : { ...said, state: 'reworded' }]];
    }),
  );
  const responses = isWritten ? answerAll(opened.responses, entries, events) : opened.responses;
  return { state, ...applied, again, answered: [...events.keys()], responses, isWritten };
}

const answersBefore = ({ answers }: Responses): ReadonlyMap<Sha256, AnswerEvent> =>
  new Map(answers.map((answer) => [answer.suggestion, latest(answer)]));

function textsOf(
  words: ApplyWords,
  how: 'accept' | 'reword',
  chosen: readonly Entry[],
  { grouped, published }: OpenedInbox,
  files: readonly SourceFile[],
  today: string,
): AppliedAll {
  const guides = new Map<GuideId, SourceGuide>();
  const text = new TextDecoder('utf-8', { ignoreBOM: true });
  for (const file of sortSources(files).guides) {
    const { parsed, path: name } = draftStrict(file);
    if (!guides.has(parsed.meta.id)) guides.set(parsed.meta.id, { file: name, text: text.decode(file.bytes) });
  }
  const { edition } = published;
  return applySuggestions({
    guides,
    files: new Set(files.map((file) => file.path)),
    published: new Map(edition?.index.guides.map(({ id, version }) => [id, { text: edition.texts.get(id) ?? '', version }])),
    chosen: chosen.map((entry) => ({ ...entry, note: creditOf(entry, grouped.entries, words.note) })),
    how,
    today,
  });
}

/** "Clearer wording, suggested by Ann Example, Kent Police; supported by Essex Police." */
function creditOf({ digest, suggestion }: Entry, entries: readonly Entry[], note: string | null): string {
  const related = new Set(relativesOf(entries, digest).slice(1));
  const forces = entries.filter((entry) => related.has(entry.digest)).map((entry) => entry.suggestion.author.force.trim());
  const others = [...new Set(forces)].filter((force) => force !== '' && force !== suggestion.author.force.trim());
  const support = others.length > 0 ? `; also ${others.slice(0, 10).join(', ')}` : '';
  const what = note ?? (suggestion.proposal.kind === 'new-guide' ? 'New guide' : logWords[suggestion.kind]);
  return `${what}, suggested by ${authorWords(suggestion.author)}${support}.`;
}

async function write(root: string, { texts, responses }: Outcome, before: Responses): Promise<readonly string[]> {
  for (const [file, text] of texts) await writeAtomic(path.join(root, file), encodeUtf8(text));
  if (responses === before) return [...texts.keys()];
  await writeAtomic(path.join(root, responsesName), writeResponsesSource(responses));
  return [...texts.keys(), responsesName];
}

/** What a build will say of the sources now, told at once; it stops nothing, because people mend it in the file. */
function sayFaults(
  files: readonly SourceFile[],
  { texts, isWritten }: Outcome,
  opened: OpenedInbox,
  today: string,
  terminal: Terminal,
): void {
  if (!isWritten || texts.size === 0) return;
  const kept = files.filter(({ path: name }) => !texts.has(name));
  const now = [...kept, ...[...texts].map(([name, text]) => ({ path: name, bytes: encodeUtf8(text) }))];
  const { problems } = guidesOfSources(now, opened.published.edition, today);
  for (const problem of problems) if (problem.severity === 'error' || texts.has(problem.file)) terminal.note(printable(lineOf(problem)));
}
