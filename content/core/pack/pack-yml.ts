// `pack.yml` of an authored pack -> PackInfo and the reading order of its guides.
import { type ChannelId, type GuideId, isChannelId, isGuideId } from '../base/ids.ts';
import { fieldsOf } from '../guide/fields.ts';
import type { Problem } from '../guide/model.ts';
import { idFromText, titleFromPath } from '../guide/names-from-path.ts';
import { collectProblems, quote } from '../guide/problem.ts';
import { readYaml } from '../guide/yaml-tree.ts';
import type { PackInfo } from './model.ts';

export interface PackSource {
  readonly info: PackInfo;
  /** Reading order as written; guides that are not named follow. */
  readonly guides: readonly GuideId[];
  readonly problems: readonly Problem[];
}

export interface PackDefaults {
  /** Name of the folder: what a pack without `pack.yml` is called. */
  readonly name: string;
  readonly mode: 'strict' | 'lenient';
}

// A pack without a number of its own comes after all that have one.
const lastPlace = 1_000;
const defaultReview = 12;

/** `null` stands for a missing file. Never throws; `info` is complete in any case. */
export function parsePackInfo(yaml: string | null, file: string, { name, mode }: PackDefaults): PackSource {
  const { report, list } = collectProblems(file);
  const bad = mode === 'strict' ? 'error' : 'warning';
  if (yaml === null) report(bad, 'pack-yml-missing', 0, 'The pack has no pack.yml.');
  const tree = yaml === null ? null : readYaml(yaml.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), 1, bad, report);
  if (tree && tree.kind !== 'map') report(bad, 'pack-yml-shape', 1, 'pack.yml must be keys with values.');
  const fields = fieldsOf(tree?.kind === 'map' ? tree : null, bad, report);
  const missing = (key: string, fallback: string) => {
    if (yaml !== null) report(bad, 'field-missing', fields.line(key), `"${key}" is missing.`, key);
    return fallback;
  };
  const slug = (key: string, fallback: string) => {
    const text = fields.text(key);
    if (text === null) return missing(key, fallback);
    if (isChannelId(text)) return text;
    report(bad, 'field-value', fields.line(key), `"${key}" must be lower-case words joined by hyphens, not ${quote(text)}.`, key);
    return fallback;
  };
  const number = (key: string, most: number, fallback: number) => {
    const text = fields.text(key);
    if (text === null) return fallback;
    const value = Number(text);
    if (Number.isInteger(value) && value >= 0 && value <= most) return value;
    report(bad, 'field-value', fields.line(key), `"${key}" must be a whole number up to ${most}, not ${quote(text)}.`, key);
    return fallback;
  };
  const guideIds = (key: string) =>
    fields.texts(key).flatMap((text) => {
      if (isGuideId(text)) return [text];
      report(bad, 'field-value', fields.line(key), `"${key}" must name guides by their id, not ${quote(text)}.`, key);
      return [];
    });
  const id = slug('id', idFromText(name, 'pack'));
  const group = fields.map('working_group');
  const title = fields.text('title') ?? missing('title', titleFromPath(name));
  const info: PackInfo = {
    id,
    channel: slug('channel', idFromText(id.replace(/^channel-/, ''), 'pack')) as string as ChannelId,
    title,
    kind: fields.oneOf('kind', ['channel', 'subject'] as const) ?? (missing('kind', 'subject') as 'subject'),
    purpose: fields.text('purpose') ?? missing('purpose', ''),
    workingGroup: { name: group.text('name') ?? missing('working_group', 'No working group named'), roles: group.texts('roles') },
    reviewEveryMonths: number('review_every_months', 120, defaultReview),
    order: number('order', 1_000_000, lastPlace),
    start: guideIds('start')[0] ?? null,
  };
  const guides = guideIds('guides');
  for (const key of fields.unread()) report('warning', 'field-unknown', fields.line(key), `pack.yml has no field ${quote(key)}.`, key);
  return { info, guides, problems: list() };
}
