// What the window may ask of the notes: places as blocks and offsets, never a quote (that is taken from the verified
// text), and edits that each name one note. Everything is bounded.
import * as v from 'valibot';
import { highlightNames, isNoteId, type NoteId, noteLimits } from '../../content/core/annotation/model.ts';
import { type BlockId, type GuideId, isBlockId, isGuideId } from '../../content/core/base/ids.ts';

const line = (max: number) => v.pipe(v.string(), v.maxLength(max));
const guideId = v.pipe(
  v.string(),
  v.check((text): boolean => isGuideId(text)),
  v.transform((text) => text as GuideId),
);
const blockId = v.pipe(
  v.string(),
  v.check((text): boolean => isBlockId(text)),
  v.transform((text) => text as BlockId),
);
export const noteId = v.pipe(
  v.string(),
  v.check((text): boolean => isNoteId(text)),
  v.transform((text) => text as NoteId),
);

/** UTF-16 units in the block's own text (core/guide `Block.text`). */
const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const end = v.strictObject({ block: blockId, offset });
export const passage = v.strictObject({ start: end, end });

const text = line(noteLimits.text);
const tags = v.pipe(v.array(line(noteLimits.tag * 2)), v.maxLength(noteLimits.tags));
const highlight = v.picklist(highlightNames);

export const noteEdit = v.variant('kind', [
  /** The window makes the id, so that it can go on writing before the answer is here. */
  v.strictObject({ kind: v.literal('add'), id: noteId, passage, highlight, text, tags }),
  v.strictObject({
    kind: v.literal('revise'),
    id: noteId,
    highlight: v.optional(highlight),
    text: v.optional(text),
    tags: v.optional(tags),
    archived: v.optional(v.boolean()),
  }),
  /** A person chose where it stands now. */
  v.strictObject({ kind: v.literal('place'), id: noteId, passage }),
  /** A person has seen what became of its words, and leaves it as it is. */
  v.strictObject({ kind: v.literal('accept'), id: noteId }),
  v.strictObject({ kind: v.literal('delete'), id: noteId }),
]);
export type NoteEdit = v.InferOutput<typeof noteEdit>;
export type Passage = v.InferOutput<typeof passage>;

/** UTC seconds at signing. */
const edition = v.pipe(v.number(), v.integer(), v.minValue(0));
export const noteView = v.strictObject({ guide: guideId, edition });
/** All of one guide's edits happen together or not at all. */
export interface NoteEdits {
  readonly guide: GuideId;
  /** The edition that passages are counted in. */
  readonly edition: number;
  readonly edits: NoteEdit[];
  /** Answered with the edited notes alone: while somebody types, hundreds of others need not come at every save. */
  readonly brief?: boolean | undefined;
}
export interface AskedEdits {
  readonly guide: string;
  readonly edition: number;
  readonly edits: v.InferInput<typeof noteEdit>[];
  readonly brief?: boolean | undefined;
}
// Spelled out: the compiler cannot name branded ids inside a pipe of what this file exports.
export const noteEdits: v.GenericSchema<AskedEdits, NoteEdits> = v.strictObject({
  guide: guideId,
  edition,
  edits: v.pipe(v.array(noteEdit), v.minLength(1), v.maxLength(noteLimits.perGuide)),
  brief: v.optional(v.boolean()),
});
export interface NoteName {
  readonly guide: GuideId;
  readonly id: NoteId;
}
export interface AskedName {
  readonly guide: string;
  readonly id: string;
}
export const noteName: v.GenericSchema<AskedName, NoteName> = v.strictObject({ guide: guideId, id: noteId });
/** Which notes; null: all there are. */
export const noteChoice: v.GenericSchema<AskedName[] | null, NoteName[] | null> = v.nullable(
  v.pipe(v.array(noteName), v.maxLength(100_000)),
);
/** As given by an edit or an import, for as long as the app runs. */
export const undoToken = line(40);

// A guide of 10,000 notes of a page each.
const mostWords = 32 * 1024 * 1024;
/** Words that the window has put together, for a file that a person chooses. */
export const wordsFile = v.strictObject({ format: v.picklist(['markdown', 'html']), suggested: line(120), text: line(mostWords) });
export const dataFolder = v.strictObject({
  /** Name of the new folder, and of what it holds besides our own files. */
  suggested: line(120),
  readme: line(20_000),
  markdown: line(mostWords),
  html: line(mostWords),
});
