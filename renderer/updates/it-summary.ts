// What a person sends to their IT desk: states, paths, codes and small facts as plain text. No text of guides, and
// no name of a person: the part of a path that names whose profile it is is left out.
import { errorReference } from '../../content/core/base/error.ts';
import type { SyncStatus } from '../../content/core/sync/model.ts';
import type { SyncState } from '../../electron/ipc/replies.ts';
import type { AppError } from '../api.ts';
import type { AppFacts } from '../state/library.ts';

/** Lines of English for IT; times are UTC, as in the local log. */
export function itSummary(state: SyncState, facts: Pick<AppFacts, 'version' | 'runtime' | 'platform'>, now: string): string {
  const time = (at: string | null): string => at ?? 'never';
  return [
    `National Guides ${facts.version}, ${facts.runtime}, ${facts.platform}`,
    `Written ${now}`,
    '',
    `State: ${statusWords(state.settled)}`,
    `A share was last read: ${time(state.lastChecked)}`,
    `All channels last confirmed: ${time(state.lastGood)}`,
    `Next check: ${state.nextCheck ?? 'none planned'}`,
    `Shares decided by policy: ${state.managed ? 'yes' : 'no'}`,
    '',
    'Shared folders',
    ...state.shares
      .filter(({ origin }) => origin !== 'seed')
      .flatMap((share) => [
        `- ${withoutPerson(share.path)} (${share.origin}, id ${share.id})`,
        `  ${statusWords(share.status)}; last looked at ${time(share.lastChecked)}; last good ${time(share.lastGood)}`,
      ]),
    ...(state.shares.some(({ origin }) => origin !== 'seed') ? [] : ['- none']),
    '',
    'Channels',
    ...state.channels.flatMap(({ channel, held, offered, status, warnings, lastGood }) => [
      `- ${channel}: edition ${held ?? 'none'}${offered === null ? '' : `, offered ${offered}`}; confirmed ${time(lastGood)}`,
      `  ${statusWords(status)}`,
      ...warnings.map((warning) => `  warning: ${errorWords(warning)}`),
    ]),
    ...(state.channels.length === 0 ? ['- none'] : []),
    '',
  ].join('\n');
}

/** Profiles of Windows, Linux and macOS. Home drives of servers are called so as well. */
function withoutPerson(folder: string): string {
  return folder.replace(/([\\/](?:users|home|profiles)\$?[\\/])[^\\/]+/i, '$1<person>');
}

function statusWords({ kind, since, error, done, of }: SyncStatus): string {
  const counts = done === null || of === null ? '' : `, ${done} of ${of} files`;
  return `${kind} since ${since}${counts}${error ? `, ${errorWords(error)}` : ''}`;
}

function errorWords({ code, data }: AppError): string {
  const facts = Object.entries(data).map(([name, value]) => `${name}=${value}`);
  return [errorReference(code), code, ...facts].join(' ');
}
