// PackInfo -> `pack.yml`, for packs that came without one.
import { stringify } from 'yaml';
import type { PackInfo } from './model.ts';

/** @param guides ids in reading order. */
export function writePackInfo(info: PackInfo, guides: readonly string[]): string {
  const fields = {
    id: info.id,
    channel: info.channel,
    title: info.title,
    kind: info.kind,
    purpose: info.purpose,
    working_group: { name: info.workingGroup.name, roles: info.workingGroup.roles },
    review_every_months: info.reviewEveryMonths,
    order: info.order,
    start: info.start,
    guides,
  };
  return stringify(fields, { lineWidth: 0, version: '1.2', schema: 'core', aliasDuplicateObjects: false });
}
