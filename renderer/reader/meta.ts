// The front matter of a guide that is open: sources, changes, replacements. Read after its text is painted, in a
// chunk of its own, because reading YAML takes more code than showing the guide.
import { parseFrontMatter } from '../../content/core/guide/front-matter.ts';
import type { GuideMeta } from '../../content/core/guide/model.ts';

/** Never throws: what cannot be read is empty, as in a lenient build. */
export function metaOf(source: string, file: string): GuideMeta {
  return parseFrontMatter(source, file, { mode: 'lenient' }).meta;
}
