// What the window may ask about a copy of a guide, and its bounds. Words are the window's, because the words for people are there;
// the guide's own text and pictures never come from it, only bitmaps of drawings, which it alone can paint.
import * as v from 'valibot';
import type { GuideId } from '../../content/core/base/ids.ts';

export const copyFormats = ['word', 'html', 'markdown', 'text', 'csv'] as const;
export type CopyFormat = (typeof copyFormats)[number];

const line = (max: number) => v.pipe(v.string(), v.maxLength(max));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/));
// As large as an image of a pack may be, and as many as a guide is likely to have.
const mostBytes = 8 * 1024 * 1024;
const mostBitmaps = 60;

const bitmaps = v.pipe(
  v.array(
    v.strictObject({
      src: line(200),
      png: v.pipe(
        v.instance(Uint8Array<ArrayBuffer>),
        v.check((bytes) => bytes.length <= mostBytes),
      ),
    }),
  ),
  v.maxLength(mostBitmaps),
);

export interface GuideCopyAsked {
  readonly guide: GuideId;
  /** Version of the edition that the page shows. */
  readonly edition: number;
  readonly format: CopyFormat;
  /** Which table, from 0; null unless the format is one for a table. */
  readonly table: number | null;
  readonly suggested: string;
  readonly words: Readonly<Record<string, string>>;
  /** Of drawings, by the name in the guide's text. */
  readonly bitmaps: readonly { readonly src: string; readonly png: Uint8Array }[];
}
type Asked = Omit<GuideCopyAsked, 'guide' | 'bitmaps'> & {
  readonly guide: string;
  readonly bitmaps: { readonly src: string; readonly png: Uint8Array<ArrayBuffer> }[];
};

export const guideCopyAsked: v.GenericSchema<Asked, GuideCopyAsked> = v.strictObject({
  guide: v.pipe(
    slug,
    v.transform((text) => text as GuideId),
  ),
  edition: v.pipe(v.number(), v.integer()),
  format: v.picklist(copyFormats),
  table: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))),
  suggested: line(120),
  words: v.record(line(40), line(500)),
  bitmaps,
});
