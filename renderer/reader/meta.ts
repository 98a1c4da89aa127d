// The front matter of a guide that is open: sources, changes, replacements. Read after its text is painted, in a
// chunk of its own, because reading YAML takes more code than showing the guide.
import { readMeta } from '../../content/core/guide/front-matter.ts';
import type { GuideMeta } from '../../content/core/guide/model.ts';
import { splitSource } from '../../content/core/guide/split.ts';

/** Never throws: what cannot be read is empty, as in a lenient build. */
export function metaOf(source: string, file: string): GuideMeta {
  return readMeta(splitSource(source), file, { mode: 'lenient', firstHeading: null, firstText: null }, () => undefined);
}
