// What the main process asks the notes process about a person's suggestions: the process that keeps a person's words.
// Every call may be asked twice, because a process that died before it answered is asked again.
import type { ChannelId, Sha256 } from '../../content/core/base/ids.ts';
import type { Author, Sent, SuggestionId } from '../../content/core/suggestion/model.ts';
import type {
  AllSuggestions,
  BundlePreview,
  GuideSuggestions,
  KeptSuggestion,
  SavedSuggestion,
  SentSuggestion,
  SuggestionCounts,
} from '../ipc/suggestion-replies.ts';
import type {
  BeginSuggestion,
  SaveSuggestion,
  SettleSuggestion,
  ShownBundle,
  SuggestionBundle,
  SuggestionName,
} from '../ipc/suggestion-schemas.ts';
import type { Call } from './notes-protocol.ts';

export interface PackedSuggestion {
  /** Unique, a plain file name. */
  readonly name: string;
  readonly channel: ChannelId;
  readonly bytes: Uint8Array;
  /** Of `suggestion.json`. */
  readonly digest: Sha256;
}

type View = GuideView;
interface GuideView {
  readonly guide: GuideSuggestions['guide'];
  readonly edition: number;
}
type Nothing = Readonly<Record<string, never>>;
interface Choice {
  readonly ids: readonly SuggestionId[];
}

export interface SuggestionCalls {
  readonly 'suggestions.all': Call<{ readonly hasShare: boolean }, AllSuggestions>;
  readonly 'suggestions.counts': Call<Nothing, SuggestionCounts>;
  readonly 'suggestions.guide': Call<View, GuideSuggestions>;
  readonly 'suggestions.begin': Call<BeginSuggestion & { readonly author: Author }, KeptSuggestion>;
  readonly 'suggestions.open': Call<SuggestionName, KeptSuggestion>;
  readonly 'suggestions.save': Call<SaveSuggestion, SavedSuggestion>;
  readonly 'suggestions.settle': Call<SettleSuggestion, KeptSuggestion>;
  readonly 'suggestions.delete': Call<Choice, null>;
  readonly 'suggestions.restore': Call<Choice, null>;
  /** Reads the file and keeps a copy. */
  readonly 'suggestions.attach': Call<SuggestionName & { readonly file: string }, KeptSuggestion>;
  readonly 'suggestions.preview': Call<SuggestionBundle, BundlePreview>;
  /** The very bytes of the preview. SUGGESTION_CHANGED. */
  readonly 'suggestions.pack': Call<ShownBundle, PackedSuggestion>;
  /** It has left: written down only then. */
  readonly 'suggestions.sent': Call<SuggestionName & Pick<Sent, 'digest' | 'way'> & { readonly name: string }, SentSuggestion>;
  /** One bundle into `file`, or several into the folder `file`; all are marked as sent. */
  readonly 'suggestions.export': Call<
    { readonly file: string; readonly isFolder: boolean; readonly bundles: readonly ShownBundle[] },
    { readonly name: string; readonly files: number }
  >;
  readonly 'suggestions.word': Call<SuggestionName & { readonly file: string; readonly labels: Readonly<Record<string, string>> }, null>;
}
