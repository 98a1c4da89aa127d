// What can only be seen with all guides of a pack side by side: ids, links between guides, images, review dates.
import type { GuideId } from '../base/ids.ts';
import { classifyLink } from '../guide/links.ts';
import type { Problem } from '../guide/model.ts';
import { collectProblems, quote } from '../guide/problem.ts';
import type { DraftGuide } from './draft.ts';

/** Guides of other packs: id to slugs of its headings. */
export type GuidesElsewhere = ReadonlyMap<string, ReadonlySet<string>>;

export interface CheckPorts {
  readonly mode: 'strict' | 'lenient';
  readonly pack: string;
  /** `null` when other packs are not known: links to guides that are not here are then not judged. */
  readonly elsewhere: GuidesElsewhere | null;
  /** ISO day. */
  readonly today: string;
  hasImage(name: string): boolean;
}

/** Slugs of a guide's headings, for packs that link to it. */
export function slugsOf(draft: Pick<DraftGuide, 'parsed'>): ReadonlySet<string> {
  return new Set(draft.parsed.outline.map((item) => item.slug));
}

export function checkGuides(drafts: readonly DraftGuide[], ports: CheckPorts): readonly Problem[] {
  const here = new Map<string, DraftGuide>();
  const problems: Problem[] = [];
  const bad = ports.mode === 'strict' ? 'error' : 'warning';
  for (const draft of drafts) {
    const { report, list } = collectProblems(draft.path);
    const { meta } = draft.parsed;
    const other = here.get(meta.id);
    if (other) report('error', 'id-twice', 1, `${quote(other.path)} has the same id ${quote(meta.id)}.`, 'id');
    else if (ports.elsewhere?.has(meta.id))
      report('error', 'id-twice', 1, `A guide of another pack has the same id ${quote(meta.id)}.`, 'id');
    here.set(meta.id, draft);
    problems.push(...list());
  }
  const slugs = new Map<string, ReadonlySet<string>>();
  for (const [id, draft] of here) slugs.set(id, slugsOf(draft));
  const known = (id: GuideId) => slugs.has(id) || (ports.elsewhere?.has(id) ?? true);
  for (const draft of drafts) {
    const { report, list } = collectProblems(draft.path);
    const { meta, links, images } = draft.parsed;
    if (ports.mode === 'strict') {
      if (meta.pack !== ports.pack)
        report('warning', 'pack-other', 1, `The guide stands in the pack ${quote(ports.pack)} but names ${quote(meta.pack)}.`, 'pack');
      if (draft.path.split('/').pop() !== `${meta.id}.md`)
        report('warning', 'file-name', 0, `The file should be called ${quote(`${meta.id}.md`)}, like its id.`, 'id');
    }
    if (meta.reviewBy !== null && meta.reviewBy < ports.today && meta.status !== 'withdrawn') {
      report('warning', 'review-overdue', 1, `The review was due on ${meta.reviewBy}.`, 'review_by');
    }
    const named = [
      ['related', meta.related],
      ['supersedes', meta.supersedes],
      ['superseded_by', meta.supersededBy === null ? [] : [meta.supersededBy]],
      ['translation_of', meta.translationOf === null ? [] : [meta.translationOf]],
    ] as const;
    for (const [field, list] of named) {
      for (const id of list) if (!known(id)) report('warning', 'guide-unknown', 1, `There is no guide ${quote(id)}.`, field);
    }
    for (const { href, line } of links) {
      const target = classifyLink(href);
      if (target.kind === 'guide' && !known(target.guide)) report(bad, 'guide-unknown', line, `There is no guide ${quote(target.guide)}.`);
      else if (target.kind === 'guide' || target.kind === 'here') {
        const found = target.kind === 'here' ? slugs.get(meta.id) : (slugs.get(target.guide) ?? ports.elsewhere?.get(target.guide));
        if (target.target !== null && found && !found.has(target.target) && !/^b[a-z2-7]{7,15}$/.test(target.target)) {
          report('warning', 'heading-unknown', line, `No heading has the name ${quote(target.target)} that this link goes to.`);
        }
      }
    }
    for (const { src, line } of images) {
      if (/^[a-z0-9][a-z0-9._-]*$/.test(src) && !ports.hasImage(src))
        report(bad, 'image-missing', line, `The pack has no image ${quote(src)}.`);
    }
    problems.push(...list());
  }
  return problems;
}
