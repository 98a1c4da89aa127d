// Words for the values that guides carry: states, callouts, audiences, topics. What a newer guide brings and
// this version does not know is shown as it is written, with hyphens as spaces.
import type { CalloutKind, Confidence, GuideStatus, SourceMark } from '../../content/core/guide/model.ts';

export const statusWords: Readonly<Record<GuideStatus, string>> = {
  draft: 'Draft',
  consultation: 'Consultation',
  approved: 'Approved',
  withdrawn: 'Withdrawn',
};

export const calloutWords: Readonly<Record<CalloutKind, string>> = {
  must: 'Must',
  should: 'Should',
  could: 'Could',
  note: 'Note',
  warning: 'Warning',
  'your-force-decides': 'Your force decides',
};

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  official: 'Based on official sources.',
  mixed: 'Based on official and other sources.',
  unverified: 'Not yet checked against official sources.',
};

export const sourceMarkWords: Readonly<Record<SourceMark, string>> = {
  A: 'read in the publisher’s own text',
  B: 'read in a secondary text',
  C: 'general knowledge, check before use',
  T: 'changes often, check before use',
};

const audiences: Readonly<Record<string, string>> = {
  'web-manager': 'web managers',
  'comms-officer': 'communications officers',
  'head-of-comms': 'heads of communications',
  'contact-centre': 'contact centre',
  'neighbourhood-team': 'neighbourhood teams',
  'information-security': 'information security',
  legal: 'legal services',
  'chief-officer': 'chief officers',
  partner: 'partners',
};

/** Names of audiences as one phrase: "web managers, contact centre and neighbourhood teams". */
export function audiencePhrase(names: readonly string[]): string {
  return list(names.map((name) => audiences[name] ?? readable(name)));
}

/** "moderation-and-abuse" as "Moderation and abuse". */
export function topicWords(topic: string): string {
  const words = readable(topic);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const readable = (name: string) => name.replace(/[-_]+/g, ' ').trim();

/** "a, b and c". */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
