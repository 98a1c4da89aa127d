// GuideMeta -> front matter that the strict parser reads back as the same GuideMeta.
import { stringify } from 'yaml';
import type { GuideMeta } from './model.ts';

/** With its fences, ending in a newline. Every key is written, also the empty ones, so that authors see them. */
export function writeFrontMatter(meta: GuideMeta): string {
  const fields = {
    id: meta.id,
    title: meta.title,
    summary: meta.summary,
    pack: meta.pack,
    channel: meta.channel,
    topic: meta.topic,
    audience: meta.audience,
    working_group: { name: meta.workingGroup.name, lead_force: meta.workingGroup.leadForce },
    forces: meta.forces,
    partners: meta.partners,
    status: meta.status,
    version: meta.version,
    created: meta.created,
    updated: meta.updated,
    consultation: meta.consultation,
    approved: meta.approved,
    approved_by: meta.approvedBy,
    review_by: meta.reviewBy,
    supersedes: meta.supersedes,
    superseded_by: meta.supersededBy,
    related: meta.related,
    lang: meta.lang,
    translation_of: meta.translationOf,
    licence: meta.licence,
    confidence: meta.confidence,
    sources: meta.sources,
    changes: meta.changes,
  };
  const known = new Set(Object.keys(fields));
  const extra = Object.entries(meta.extra).filter(([key]) => !known.has(key));
  // A map, because an object would lose a key called `__proto__`.
  const all = new Map<string, unknown>([...Object.entries(fields), ...extra]);
  return `---\n${stringify(all, { lineWidth: 0, version: '1.2', schema: 'core', aliasDuplicateObjects: false })}---\n`;
}
